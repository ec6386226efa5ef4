import { read } from './speech';

/** What a browser does with an utterance, played by the test. */
class FakeUtterance {
  onend: () => void = () => undefined;
  onerror: (event: { error: string }) => void = () => undefined;
  constructor(readonly text: string) {}
}
let spoken: FakeUtterance[] = [];

beforeEach(() => {
  spoken = [];
  Object.assign(window, {
    SpeechSynthesisUtterance: FakeUtterance,
    speechSynthesis: {
      speak: (utterance: FakeUtterance) => spoken.push(utterance),
      cancel: () => spoken.splice(0).forEach(({ onerror }) => onerror({ error: 'interrupted' })),
    },
  });
});
afterEach(() => {
  for (const name of ['speechSynthesis', 'SpeechSynthesisUtterance']) Reflect.deleteProperty(window, name);
});

test('reading aloud: a text -> sentence by sentence, its end told once and as no failure', () => {
  const onEnd = jest.fn();
  read('今天开门。明天不开。', onEnd);
  expect(spoken.map(({ text }) => text)).toEqual(['今天开门。', '明天不开。']);
  spoken[1]?.onend();
  expect(onEnd.mock.calls).toEqual([[false]]);
});

test('reading aloud: a phone without a voice -> told as a failure, once for all sentences', () => {
  const onEnd = jest.fn();
  read('今天开门。明天不开。', onEnd);
  for (const { onerror } of spoken) onerror({ error: 'synthesis-failed' });
  expect(onEnd.mock.calls).toEqual([[true]]);
});

test('reading aloud: stopped by the reader -> no failure', () => {
  const onEnd = jest.fn();
  read('今天开门。明天不开。', onEnd)?.stop();
  expect(onEnd.mock.calls).toEqual([[false]]);
});

test('reading aloud: nothing can speak -> no reading', () => {
  Reflect.deleteProperty(window, 'speechSynthesis');
  expect(read('今天开门。', jest.fn())).toBeUndefined();
});
