/** One entry of a dictionary of words. */
export interface WordingRule {
  wrong: string;
  /** Put in its place; without it there is nothing to put. */
  right?: string | undefined;
  reason: string;
  /** Phrases in which the word is right. */
  except?: readonly string[] | undefined;
  /** It must not stay. */
  isBlocking?: boolean | undefined;
}

export interface WordingFind {
  /** UTF-16 offsets. */
  start: number;
  end: number;
  text: string;
  right: string | null;
  reason: string;
  isBlocking: boolean;
}

export type WordingFinder = (text: string) => WordingFind[];

/**
 * Finds the words of a dictionary in a text: in the order of their place, never overlapping, of two that begin together the longer one.
 * @param rules in any order; each word once
 * @returns a function to be kept: the dictionary is sorted once
 */
export function wordingFinder(rules: readonly WordingRule[]): WordingFinder {
  const byFirst = new Map<string, WordingRule[]>();
  for (const rule of rules) {
    const first = rule.wrong.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), rule]);
  }
  for (const sharing of byFirst.values()) sharing.sort((a, b) => b.wrong.length - a.wrong.length);
  return text => {
    const finds: WordingFind[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const rule = byFirst
        .get(text.charAt(at))
        ?.find(one => text.startsWith(one.wrong, at) && !isExcepted(text, at, one));
      if (!rule) continue;
      const { wrong, right = null, reason, isBlocking = false } = rule;
      const end = at + wrong.length;
      finds.push({ start: at, end, text: wrong, right, reason, isBlocking });
      at = end - 1;
    }
    return finds;
  };
}

/** The word stands within one of the phrases in which it is right. */
const isExcepted = (text: string, at: number, { wrong, except = [] }: WordingRule): boolean =>
  except.some(phrase => {
    for (let inside = phrase.indexOf(wrong); inside !== -1; inside = phrase.indexOf(wrong, inside + 1))
      if (inside <= at && text.startsWith(phrase, at - inside)) return true;
    return false;
  });

/** What to say of a find, as one sentence. */
export const sayWording = ({ text, right, reason, isBlocking }: Omit<WordingFind, 'start' | 'end'>): string =>
  `“${text}”${isBlocking ? '不能用' : '要看一看'}${right === null ? '' : `，改成“${right}”`}：${reason}。`;
