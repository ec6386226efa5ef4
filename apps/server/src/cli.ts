import { ConfigError, loadConfig } from './config';
import { CommandError } from './platform/errors';
import { createLogger } from './platform/logger';
import type { Command } from './platform/module';
import { openDependencies } from './start';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The command whose words the arguments begin with; the longest one wins. */
export function findCommand(
  commands: readonly Command[],
  args: readonly string[],
): { command: Command; rest: string[] } | undefined {
  const fits = commands.filter(command => command.name.split(' ').every((word, at) => args[at] === word));
  const command = fits.sort((a, b) => b.name.length - a.name.length)[0];
  return command && { command, rest: args.slice(command.name.split(' ').length) };
}

function helpText(commands: readonly Command[]): string {
  const lines = [...commands]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return ['npm run cli -- <command>', '', ...lines].join('\n');
}

/** Runs one command on the database of DATA_DIR (the running one, or one started for it); returns the exit code. */
export async function runCli(args: readonly string[]): Promise<number> {
  const config = loadConfig();
  const logger = createLogger({ level: config.logLevel ?? 'warn' });
  const { deps, database } = await openDependencies({ config, logger });
  try {
    const found = findCommand(deps.commands, args);
    if (!found) {
      const isHelp = args.length === 0 || args[0] === 'help' || args[0] === '--help';
      if (!isHelp) throw new CommandError(`There is no command "${args.join(' ')}"; npm run cli -- help lists them.`);
      say(helpText(deps.commands));
      return 0;
    }
    await found.command.run(found.rest, { platform: deps.platform, output: say });
    return 0;
  } finally {
    await database.close();
  }
}

export async function main(args: readonly string[]): Promise<void> {
  try {
    process.exitCode = await runCli(args);
  } catch (error) {
    const isPlain = error instanceof CommandError || error instanceof ConfigError;
    process.stderr.write(
      `${isPlain ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}

if (require.main === module) void main(process.argv.slice(2));
