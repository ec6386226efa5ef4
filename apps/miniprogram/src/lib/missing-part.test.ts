import { act, renderHook } from '@testing-library/react';
import { resetTaro } from '../../test/taro';
import { useMissingPart, watchMissingParts } from './missing-part';

const reload = jest.fn();
const answer = (reason: object) => {
  const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason });
  act(() => void window.dispatchEvent(event));
  return event;
};
const missing = (file: string) => ({ name: 'ChunkLoadError', request: `/m/js/${file}` });
const setOnline = (isOnline: boolean) =>
  Object.defineProperty(navigator, 'onLine', { value: isOnline, configurable: true });

beforeAll(() => watchMissingParts(reload));
beforeEach(() => {
  resetTaro();
  reload.mockClear();
  sessionStorage.clear();
  setOnline(true);
});

describe('a part of the app that cannot be loaded', () => {
  test('another error -> none of its business', () => {
    expect(answer(new Error('other')).defaultPrevented).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });

  test('script or style: first time -> loaded anew, once; the same one again -> a page says so', () => {
    const { result } = renderHook(useMissingPart);
    answer(missing('7.aaaaaaaa.js'));
    answer({ code: 'CSS_CHUNK_LOAD_FAILED', request: '/m/css/7.bbbbbbbb.css' });
    expect(reload).toHaveBeenCalledTimes(2);
    expect(result.current).toBeUndefined();
    answer({ code: 'CSS_CHUNK_LOAD_FAILED', request: '/m/css/7.bbbbbbbb.css' });
    expect(reload).toHaveBeenCalledTimes(2);
    expect(result.current).toBe('gone');
  });

  test('without a network -> not loaded anew: a page says so', () => {
    const { result } = renderHook(useMissingPart);
    setOnline(false);
    answer(missing('8.cccccccc.js'));
    expect(reload).not.toHaveBeenCalled();
    expect(result.current).toBe('offline');
  });
});
