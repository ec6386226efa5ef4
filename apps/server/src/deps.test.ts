import { routes } from '@bandeng/contracts/routes';
import { startTestServer } from './testing';

describe('createDependencies', () => {
  it('routes: all of the contract -> each has a handler, and no handler lacks a route', async () => {
    const server = await startTestServer();
    const handled = Object.keys(server.deps.handlers);
    expect(Object.keys(routes).filter(name => !handled.includes(name))).toEqual([]);
    expect(handled.filter(name => !(name in routes))).toEqual([]);
    await server.stop();
  });

  it('listeners, schedules, commands: names -> each once', async () => {
    const server = await startTestServer();
    for (const named of [server.deps.listeners, server.deps.schedules, server.deps.commands]) {
      const names = named.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    await server.stop();
  });
});
