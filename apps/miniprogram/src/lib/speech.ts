import { isWeapp } from './env';

/**
 * Reading aloud, one function for the whole app. On the H5 the browser speaks; in WeChat a plug-in would, and none is
 * configured, so the button is not there (UI.md, Reading aloud).
 */
export interface Reading {
  stop(): void;
}

const synthesis = (): SpeechSynthesis | undefined =>
  !isWeapp && typeof window !== 'undefined' && 'speechSynthesis' in window ? window.speechSynthesis : undefined;

export const canRead = (): boolean => synthesis() !== undefined;

/** Said when it should speak and cannot. */
export const noVoice = '这部手机念不出来，到设置里装一个中文语音';

/** Chrome stops after some fifteen seconds of one utterance: long text is read sentence by sentence. */
function sentencesOf(text: string): string[] {
  return (text.match(/[^。！？；\n]+[。！？；]?/g) ?? []).map(sentence => sentence.trim()).filter(Boolean);
}

/** About how long it takes, in minutes, at some 240 characters a minute. At least one. */
export const readingMinutes = (text: string): number => Math.max(1, Math.round(text.length / 240));

/**
 * Reads a text; `onEnd` is called once, when it is over, was stopped, or could not be spoken (a phone without a voice for Chinese).
 * Rate 1 is normal. Undefined where nothing can speak.
 */
export function read(text: string, onEnd: (isFailed: boolean) => void, rate = 1): Reading | undefined {
  const engine = synthesis();
  if (!engine) return undefined;
  engine.cancel();
  const sentences = sentencesOf(text);
  let stopped = false;
  const finish = (isFailed = false) => {
    if (stopped) return;
    stopped = true;
    onEnd(isFailed);
  };
  sentences.forEach((sentence, at) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = 'zh-CN';
    utterance.rate = rate;
    if (at === sentences.length - 1) utterance.onend = () => finish();
    utterance.onerror = ({ error }) => finish(!['canceled', 'interrupted'].includes(error));
    engine.speak(utterance);
  });
  if (sentences.length === 0) finish();
  return {
    stop: () => {
      engine.cancel();
      finish();
    },
  };
}
