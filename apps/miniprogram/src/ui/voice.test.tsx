import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { resetTaro } from '../../test/taro';
import { joinSpoken } from '../lib/dictation';
import { setPreferences } from '../lib/preferences';
import { TextArea } from './field';

/** What a browser's recognizer does, played by the test. */
class FakeRecognizer {
  static last: FakeRecognizer | undefined;
  isStopped = false;
  isAborted = false;
  onresult: (event: object) => void = () => undefined;
  onerror: (event: object) => void = () => undefined;
  onend: () => void = () => undefined;
  start() {
    FakeRecognizer.last = this;
  }
  stop() {
    this.isStopped = true;
    this.onend();
  }
  abort() {
    this.isAborted = true;
  }
  hear(transcript: string, isFinal = true) {
    act(() => this.onresult({ resultIndex: 0, results: [{ 0: { transcript }, isFinal }] }));
  }
  fail(error: string) {
    act(() => {
      this.onerror({ error });
      this.onend();
    });
  }
}

const recognizer = () => {
  if (!FakeRecognizer.last) throw new Error('nothing listens');
  return FakeRecognizer.last;
};

function Field({ start = '', maxLength }: { start?: string; maxLength?: number }) {
  const [text, setText] = useState(start);
  return <TextArea label="为什么" value={text} maxLength={maxLength} onChange={setText} />;
}
const written = () => (screen.getByRole('textbox') as HTMLTextAreaElement).value;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  resetTaro();
  FakeRecognizer.last = undefined;
  Object.assign(window, { webkitSpeechRecognition: FakeRecognizer });
  setPreferences({ voiceTold: true });
});
afterEach(() => {
  delete (window as { webkitSpeechRecognition?: unknown }).webkitSpeechRecognition;
});

describe('voice input', () => {
  test('no recognition on this platform -> no button', () => {
    delete (window as { webkitSpeechRecognition?: unknown }).webkitSpeechRecognition;
    render(<Field />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('a short field -> no button', () => {
    render(<TextArea label="你想改成" value="" isShort onChange={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('first use: says who hears it, then listens; second use: listens at once', () => {
    setPreferences({ voiceTold: false });
    render(<Field />);
    press('说着写');
    expect(screen.getByRole('alert').textContent).toContain('浏览器自带的语音服务');
    expect(FakeRecognizer.last).toBeUndefined();
    press('知道了，开始说');
    press('说完了');
    expect(recognizer().isStopped).toBe(true);
    press('说着写');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(recognizer().isStopped).toBe(false);
  });

  test('first use, declined -> nothing listens, and it is said again the next time', () => {
    setPreferences({ voiceTold: false });
    render(<Field />);
    press('说着写');
    press('还是打字');
    expect(screen.queryByRole('alert')).toBeNull();
    press('说着写');
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(FakeRecognizer.last).toBeUndefined();
  });

  test('heard: shown while it may change, put after what was written when it stands', () => {
    render(<Field start="五天来得及" />);
    press('说着写');
    recognizer().hear('月底要', false);
    expect(screen.getByText('听到：月底要')).toBeTruthy();
    expect(written()).toBe('五天来得及');
    recognizer().hear('月底要用');
    expect(written()).toBe('五天来得及，月底要用');
    recognizer().hear('别拖');
    expect(written()).toBe('五天来得及，月底要用，别拖');
  });

  test('typed while it listens -> both stay; longer than the field takes -> cut there', () => {
    render(<Field start="甲乙" maxLength={6} />);
    press('说着写');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '甲乙丙' } });
    recognizer().hear('丁戊己');
    expect(written()).toBe('甲乙丙，丁戊');
  });

  test.each([
    ['not-allowed', '麦克风没有打开'],
    ['audio-capture', '没找到麦克风'],
    ['network', '连不上浏览器的语音服务'],
    ['no-speech', '没听见说话'],
    ['bad-grammar', '没听成'],
  ])('fault %s -> said in words, and the button is there again', (error, words) => {
    render(<Field start="写了的" />);
    press('说着写');
    recognizer().fail(error);
    expect(screen.getByRole('status').textContent).toContain(words);
    expect(written()).toBe('写了的');
    press('说着写');
    expect(screen.getByRole('status').textContent).toBe('在听，请说');
  });

  test('field is left while it listens -> it stops, and what comes late goes nowhere', () => {
    const { unmount } = render(<Field />);
    press('说着写');
    unmount();
    expect(recognizer().isAborted).toBe(true);
    expect(() => recognizer().hear('晚到的')).not.toThrow();
  });
});

test.each([
  ['', '好', '好'],
  ['写了', '说的', '写了，说的'],
  ['写了。', '说的', '写了。说的'],
  ['写了\n', '说的', '写了\n说的'],
  ['写了', '', '写了'],
])('joinSpoken: %j and %j -> %j', (before, spoken, after) => expect(joinSpoken(before, spoken)).toBe(after));
