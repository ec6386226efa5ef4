import { runEach, sayBulk } from './run-each';

test('runEach: one of three refused -> the others are done, the reason is said once', async () => {
  const why = (error: unknown) => (error as Error).message;
  const outcome = await runEach(['a', 'b', 'c'], async id => {
    if (id === 'b') throw new Error('已经撤回');
  });
  expect(outcome).toMatchObject({ done: 2, refused: [{ id: 'b' }] });
  expect(sayBulk(outcome, '写好了答复', why)).toBe('2 条写好了答复；1 条没有办成：已经撤回');
  expect(sayBulk({ done: 3, refused: [] }, '写好了答复', why)).toBe('3 条写好了答复');
  const error = new Error('连不上');
  expect(
    sayBulk(
      {
        done: 0,
        refused: [
          { id: 'a', error },
          { id: 'b', error },
        ],
      },
      '写好了答复',
      why,
    ),
  ).toBe('2 条没有办成：连不上');
});
