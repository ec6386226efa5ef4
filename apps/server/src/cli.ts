import { errors } from '@bandeng/contracts/routes';
import { ConfigError, loadConfig } from './config';
import { AppError, CommandError, usageError } from './platform/errors';
import { fileReason } from './platform/file-reason';
import { createLogger } from './platform/logger';
import type { Command } from './platform/module';
import { createTerminal } from './platform/terminal';
import { openDependencies } from './start';

const terminal = createTerminal(process.stdout);

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
  return ['npm run cli -- <命令>', '', ...lines].join('\n');
}

/** A command whose usage is its name alone takes nothing; one that ignored an option would do something else than was asked. */
export function assertTakes({ name, usage }: Command, rest: readonly string[]): void {
  if (usage === name && rest.length > 0) throw usageError(`${name} 后面不写别的，这里写了“${rest.join(' ')}”`, name);
}

const UNREACHABLE = /^Mong(o|oose)(ServerSelection|Network|NetworkTimeout|NotConnected|TopologyClosed)Error$/;

/** What went wrong in one sentence; undefined when it is a fault of the program, which only a stack explains. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof CommandError || error instanceof ConfigError) return error.message;
  if (error instanceof AppError) return `${errors[error.code].detail}（${error.code}）`;
  if (!(error instanceof Error)) return undefined;
  if (UNREACHABLE.test(error.name)) return `连不上数据库：${error.message}。`;
  const { code, path } = error as NodeJS.ErrnoException;
  return code !== undefined && path !== undefined ? `${path} 用不了：${fileReason(error)}。` : undefined;
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
      if (!isHelp) throw new CommandError(`没有“${args.join(' ')}”这条命令；npm run cli -- help 列出所有命令。`);
      terminal.say(helpText(deps.commands));
      return 0;
    }
    assertTakes(found.command, found.rest);
    await found.command.run(found.rest, {
      platform: deps.platform,
      output: terminal.say,
      progress: terminal.progress,
    });
    return 0;
  } finally {
    await database.close();
  }
}

export async function main(args: readonly string[]): Promise<void> {
  try {
    process.exitCode = await runCli(args);
  } catch (error) {
    const unexpected = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.clear();
    process.stderr.write(`${sentenceOf(error) ?? unexpected}\n`);
    process.exitCode = 1;
  }
}

if (require.main === module) void main(process.argv.slice(2));
