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

/** Chrome stops after some fifteen seconds of one utterance: long text is read sentence by sentence. */
function sentencesOf(text: string): string[] {
  return (text.match(/[^。！？；\n]+[。！？；]?/g) ?? []).map(sentence => sentence.trim()).filter(Boolean);
}

/** About how long it takes, in minutes, at some 240 characters a minute. At least one. */
export const readingMinutes = (text: string): number => Math.max(1, Math.round(text.length / 240));

/** Reads a text; `onEnd` is called when it is over or was stopped. Rate 1 is normal. Undefined where nothing can speak. */
export function read(text: string, onEnd: () => void, rate = 1): Reading | undefined {
  const engine = synthesis();
  if (!engine) return undefined;
  engine.cancel();
  const sentences = sentencesOf(text);
  let stopped = false;
  const finish = () => {
    if (!stopped) onEnd();
    stopped = true;
  };
  sentences.forEach((sentence, at) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = 'zh-CN';
    utterance.rate = rate;
    if (at === sentences.length - 1) utterance.onend = finish;
    utterance.onerror = finish;
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
