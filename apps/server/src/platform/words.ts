import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';

/** Words too common to tell one text from another. */
const STOP_WORDS = new Set(
  '的 了 和 是 在 与 及 或 对 等 为 有 将 由 于 以 并 被 把 从 到 而 其 该 各 我 你 他 吗 呢 啊 什么 怎么 哪里 多少 如何 关于 进行'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{N}]/u;
const HAN_RUN = /\p{Script=Han}{2,}/gu;
/** Longer texts are cut: what stands after it is found by its title and attachments' own pages. */
const MAX_TEXT = 20_000;
const MAX_TERMS = 1_500;

let cutter: Jieba | undefined;
/** The dictionary takes some 100 ms to load: on first use, once. */
const jieba = (): Jieba => (cutter ??= Jieba.withDict(dict));

/** One form for full-width and half-width, upper and lower case. */
export const normalize = (text: string): string => text.normalize('NFKC').toLowerCase();

const isTerm = (word: string): boolean => WORD.test(word) && !STOP_WORDS.has(word);

/** The terms of a text for the index: words, and the shorter words inside long ones. */
export function termsOf(text: string): string[] {
  const words = jieba().cutForSearch(normalize(text.slice(0, MAX_TEXT)), true);
  return [...new Set(words.map(word => word.trim()).filter(isTerm))].slice(0, MAX_TERMS);
}

/** Pairs of neighbouring characters: they find a title by words that no dictionary knows (names of lanes, of new projects). */
export function bigramsOf(text: string): string[] {
  const runs = normalize(text).match(HAN_RUN) ?? [];
  return [...new Set(runs.flatMap(run => [...run].slice(0, -1).map((character, at) => character + [...run][at + 1])))];
}

/** The words that somebody looks for, in their order. */
export function queryWords(query: string): string[] {
  const words = jieba()
    .cut(normalize(query), true)
    .map(word => word.trim());
  const wanted = words.filter(isTerm);
  return [...new Set(wanted.length > 0 ? wanted : words.filter(word => WORD.test(word)))].slice(0, 12);
}

/** Smaller pieces of a word that the index does not know. */
export const piecesOf = (word: string): string[] => {
  const inner = jieba()
    .cutForSearch(word, true)
    .filter(piece => piece !== word && isTerm(piece));
  return inner.length > 0 ? inner : bigramsOf(word);
};
