import { assertTakes, findCommand, sentenceOf } from './cli';
import { AppError, CommandError } from './platform/errors';
import type { Command, CommandContext } from './platform/module';
import { startTestServer, type TestServer } from './testing';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const context: CommandContext = { platform: server.deps.platform, output: line => lines.push(line) };
  const found = findCommand(server.deps.commands, args);
  if (!found) throw new Error(`no command ${args.join(' ')}`);
  await found.command.run(found.rest, context);
  return lines;
}

describe('findCommand', () => {
  const command = (name: string): Command => ({ name, usage: name, summary: '', run: () => Promise.resolve() });
  const commands = [command('audit'), command('audit verify'), command('doctor')];

  it.each([
    [['audit', 'verify', '--all'], 'audit verify', ['--all']],
    [['audit', 'other'], 'audit', ['other']],
    [['doctor'], 'doctor', []],
    [['audits'], undefined, undefined],
    [[], undefined, undefined],
  ])('arguments: %j -> %s', (args, name, rest) => {
    const found = findCommand(commands, args);
    expect([found?.command.name, found?.rest]).toEqual([name, rest]);
  });
});

describe('assertTakes', () => {
  const command = (usage: string): Command => ({ name: 'doctor', usage, summary: '', run: () => Promise.resolve() });
  it('arguments: to a command without any -> refused; to one with some, or none given -> its own matter', () => {
    expect(() => assertTakes(command('doctor'), ['--fix'])).toThrow('doctor 后面不写别的，这里写了“--fix”');
    expect(() => assertTakes(command('doctor'), [])).not.toThrow();
    expect(() => assertTakes(command('doctor <folder>'), ['--fix'])).not.toThrow();
  });
});

describe('sentenceOf', () => {
  const named = (name: string) => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { name });
  it.each([
    [new CommandError('No such thing.'), 'No such thing.'],
    [new AppError('unit.not_found'), '（unit.not_found）'],
    [named('MongooseServerSelectionError'), '连不上数据库：connect ECONNREFUSED 127.0.0.1:1。'],
    [named('MongoNetworkError'), '连不上数据库'],
    [Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/data' }), '/data 用不了：没有权限。'],
  ])('expected fault %# -> a sentence', (error, sentence) => {
    expect(sentenceOf(error)).toContain(sentence);
    expect(sentenceOf(error)).not.toContain('\n');
  });
  it('fault of the program -> none: its stack is shown', () => expect(sentenceOf(new TypeError('x'))).toBeUndefined());
});

describe('commands', () => {
  it('every command: has a name of its own, a usage that begins with it, a summary', () => {
    const names = server.deps.commands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, usage, summary } of server.deps.commands) {
      expect(usage.startsWith(name)).toBe(true);
      expect(summary).not.toBe('');
    }
  });

  it('audit verify: untouched chain -> holds; changed entry -> says which and fails', async () => {
    const { audit } = server.deps.modules;
    await server.deps.platform.transaction(tx => audit.api.add('system', 'a.b', { collection: 'c', id: 'd' }, tx));
    await audit.api.seal();
    expect(await run('audit', 'verify')).toContain('审计链完好');
    await server.collection('auditEntries').updateOne({ number: 1 }, { $set: { subject: 'other' } });
    await expect(run('audit', 'verify')).rejects.toThrow('1 处断裂');
  });

  it('doctor: -> names what it looked at', async () => {
    const lines = await run('doctor').catch((error: Error) => [error.message]);
    expect(lines.join('\n')).toMatch(/数据库：连得上|项故障/);
  });

  it('staff create: unknown role, bad scope, no name -> one sentence', async () => {
    await expect(run('staff', 'create', 'boss', '--role', 'king')).rejects.toThrow('没有“king”这个角色');
    await expect(run('staff', 'create', 'boss', '--role', 'editor:house=1')).rejects.toThrow(
      '要写成 unit=<编号> 或者 area=<编号>',
    );
    await expect(run('staff', 'create', 'boss')).rejects.toThrow('至少要有一个 --role');
    await expect(run('staff', 'create', '--role', 'admin')).rejects.toThrow('用法');
    await expect(run('staff', 'create', 'boss', '--king', 'x')).rejects.toThrow('用法');
  });
});
