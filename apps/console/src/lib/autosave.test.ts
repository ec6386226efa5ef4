import { ApiError } from '@bandeng/contracts/api-error';
import { createAutosave, type SaveState } from './autosave';

const problem = (code: string, status: number) => new ApiError('problem', { code, status, title: code });

/** An autosave whose saves wait until they are answered. */
function start() {
  const calls: {
    revision: number;
    content: string;
    answer: (revision: number) => void;
    refuse: (error: unknown) => void;
  }[] = [];
  const states: SaveState['kind'][] = [];
  const autosave = createAutosave<string>({
    revision: 1,
    conflictCode: 'draft.conflict',
    told: ({ kind }) => states.push(kind),
    save: (revision, content) =>
      new Promise((resolve, refuse) =>
        calls.push({ revision, content, answer: next => resolve({ revision: next }), refuse }),
      ),
  });
  return { autosave, calls, states };
}
/** Time goes on, and what was answered is taken in. */
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

describe('autosave', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('typing: saved once the hand rests, with the last words', async () => {
    const { autosave, calls, states } = start();
    autosave.write('一');
    await pass(1_000);
    autosave.write('一二');
    await pass(1_000);
    expect(calls).toEqual([]);
    await pass(600);
    expect(calls).toMatchObject([{ revision: 1, content: '一二' }]);
    calls[0]!.answer(2);
    await pass(0);
    expect(states.at(-1)).toBe('saved');
  });

  test('typing on and on -> saved within ten seconds all the same', async () => {
    const { autosave, calls } = start();
    for (let at = 0; at < 11; at += 1) {
      autosave.write(String(at));
      await pass(1_000);
    }
    expect(calls).toHaveLength(1);
  });

  test('written while a save is on its way -> one more save after it, from the new revision', async () => {
    const { autosave, calls } = start();
    autosave.write('一');
    await pass(2_000);
    autosave.write('二');
    await pass(2_000);
    expect(calls).toHaveLength(1);
    calls[0]!.answer(2);
    await pass(0);
    expect(calls[1]).toMatchObject({ revision: 2, content: '二' });
  });

  test('somebody else saved -> nothing more is sent until it is decided; then over their revision', async () => {
    const { autosave, calls, states } = start();
    autosave.write('我的');
    await pass(2_000);
    calls[0]!.refuse(problem('draft.conflict', 409));
    await pass(0);
    expect(states.at(-1)).toBe('conflict');
    autosave.write('我的，又写了');
    await pass(60_000);
    expect(await autosave.flush()).toBe(false);
    expect(calls).toHaveLength(1);
    const kept = autosave.keepMine(7);
    expect(calls[1]).toMatchObject({ revision: 7, content: '我的，又写了' });
    calls[1]!.answer(8);
    expect(await kept).toBe(true);
  });

  test('no network -> tried again by itself; refused -> not before something changes', async () => {
    const { autosave, calls, states } = start();
    autosave.write('一');
    await pass(2_000);
    calls[0]!.refuse(new ApiError('offline', { code: 'client.offline', status: 0, title: '' }));
    await pass(6_000);
    expect(calls).toHaveLength(2);
    calls[1]!.refuse(problem('request.invalid', 422));
    await pass(60_000);
    expect([calls.length, states.at(-1)]).toEqual([2, 'refused']);
    autosave.write('一二');
    await pass(2_000);
    expect(calls[2]).toMatchObject({ content: '一二' });
  });

  test('flush: -> waits for what is on its way and what came meanwhile', async () => {
    const { autosave, calls } = start();
    autosave.write('一');
    const flushed = autosave.flush();
    autosave.write('二');
    calls[0]!.answer(2);
    await pass(0);
    calls[1]!.answer(3);
    expect(await flushed).toBe(true);
    expect(autosave.revision()).toBe(3);
  });
});
