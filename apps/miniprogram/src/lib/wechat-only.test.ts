import { AbortController } from './abort-controller';

jest.mock('./env', () => ({
  isWeapp: true,
  wechat: () => ({
    getUserCryptoManager: () => ({
      getRandomValues: ({ length, success }: { length: number; success: (result: object) => void }) => {
        mockFills.push(length);
        success({ randomValues: Uint8Array.from({ length }, (_, at) => at).buffer });
      },
    }),
  }),
}));
const mockFills: number[] = [];

test('ids in WeChat: sixteen asked for -> one fetch of random bytes, all different', async () => {
  const { newId } = await import('./ids');
  const ids: string[] = [];
  for (let at = 0; at < 16; at += 1) ids.push(await newId());
  expect(mockFills).toEqual([256]);
  expect(new Set(ids).size).toBe(16);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

describe('abort controller', () => {
  test('aborted twice -> listeners are told once, with the first reason', () => {
    const controller = new AbortController();
    const [heard, gone] = [jest.fn(), jest.fn()];
    controller.signal.addEventListener('abort', heard);
    controller.signal.addEventListener('abort', gone);
    controller.signal.removeEventListener('abort', gone);
    controller.abort('first');
    controller.abort('second');
    expect(heard).toHaveBeenCalledTimes(1);
    expect(gone).not.toHaveBeenCalled();
    expect(controller.signal.reason).toBe('first');
    expect(() => controller.signal.throwIfAborted()).toThrow();
  });
});
