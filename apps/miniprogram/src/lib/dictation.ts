import { isWeapp } from './env';

/**
 * 说着写: speech into text, by the browser's own service. In WeChat the keyboard has it; a plug-in would need an app id of
 * its own (docs/adr/0006).
 */
export type DictationFault = 'refused' | 'no-microphone' | 'unreachable' | 'heard-nothing' | 'failed';

export interface DictationEvents {
  /** What is understood so far; it may change yet. */
  onHint: (text: string) => void;
  /** A piece that stands. */
  onText: (text: string) => void;
  /** It is over; with a fault when it did not end by itself or by stop(). */
  onEnd: (fault: DictationFault | undefined) => void;
}

interface Heard {
  isFinal: boolean;
  0: { transcript: string };
}
interface Recognizer {
  lang: string;
  interimResults: boolean;
  onresult: (event: { resultIndex: number; results: ArrayLike<Heard> }) => void;
  onerror: (event: { error: string }) => void;
  onend: () => void;
  start(): void;
  stop(): void;
  abort(): void;
}
type RecognizerKind = new () => Recognizer;
interface SpeakingWindow {
  SpeechRecognition?: RecognizerKind;
  webkitSpeechRecognition?: RecognizerKind;
}

function recognizerKind(): RecognizerKind | undefined {
  if (isWeapp || typeof window === 'undefined') return undefined;
  const speaking = window as SpeakingWindow;
  return speaking.SpeechRecognition ?? speaking.webkitSpeechRecognition;
}

export const canDictate = (): boolean => recognizerKind() !== undefined;

/** Errors of the Web Speech API by name; `aborted` is our own doing. */
const faults: Record<string, DictationFault | undefined> = {
  'not-allowed': 'refused',
  'service-not-allowed': 'refused',
  'audio-capture': 'no-microphone',
  network: 'unreachable',
  'no-speech': 'heard-nothing',
  aborted: undefined,
};

export interface Dictation {
  /** Ends it; what was heard until now still comes. */
  stop(): void;
  /** Ends it, and nothing comes any more. */
  abort(): void;
}

/**
 * Listens until the speaker pauses. One stretch at a time: Chrome on Android repeats what it heard when it listens on.
 * Undefined where the platform has no speech recognition.
 */
export function dictate({ onHint, onText, onEnd }: DictationEvents): Dictation | undefined {
  const Kind = recognizerKind();
  if (!Kind) return undefined;
  const recognizer = new Kind();
  let fault: DictationFault | undefined;
  let isOver = false;
  const end = () => {
    if (!isOver) onEnd(fault);
    isOver = true;
  };
  recognizer.lang = 'zh-CN';
  recognizer.interimResults = true;
  recognizer.onresult = ({ resultIndex, results }) => {
    if (isOver) return;
    let hint = '';
    for (let at = resultIndex; at < results.length; at += 1) {
      const heard = results[at];
      if (heard?.isFinal) onText(heard[0].transcript.trim());
      else hint += heard?.[0].transcript ?? '';
    }
    onHint(hint);
  };
  recognizer.onerror = ({ error }) => {
    fault = error in faults ? faults[error] : 'failed';
  };
  recognizer.onend = end;
  try {
    recognizer.start();
  } catch {
    fault = 'failed';
    end();
  }
  return {
    stop: () => recognizer.stop(),
    abort: () => {
      isOver = true;
      recognizer.abort();
    },
  };
}

/** What was said, put after what stands there: a comma between them, since a recognizer writes none. */
export function joinSpoken(written: string, spoken: string): string {
  const needsComma = written !== '' && spoken !== '' && !/[\s，。！？；：、,.!?;:]$/.test(written);
  return `${written}${needsComma ? '，' : ''}${spoken}`;
}
