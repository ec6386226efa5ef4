import { createTerminal } from './terminal';

function setUp(stream: { isTTY?: boolean; columns?: number }) {
  const written: string[] = [];
  return { written, terminal: createTerminal({ ...stream, write: (text: string) => written.push(text) }) };
}

test('terminal: progress, then a line -> progress is written in place, cut to the width, and gone before the line', () => {
  const { written, terminal } = setUp({ isTTY: true, columns: 11 });
  terminal.progress('comments: 2000');
  terminal.progress('units: 1');
  terminal.say('done');
  terminal.clear();
  expect(written).toEqual(['\r\u001b[2Kcomments: ', '\r\u001b[2Kunits: 1', '\r\u001b[2K', 'done\n']);
});

test('terminal: into a pipe -> lines only, no progress', () => {
  const { written, terminal } = setUp({});
  terminal.progress('comments: 2000');
  terminal.say('done');
  expect(written).toEqual(['done\n']);
});
