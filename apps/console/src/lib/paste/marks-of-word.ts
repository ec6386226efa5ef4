/** What Word and WPS write into style and class, where it changes what a reader reads. */

const styleOf = (element: Element): string => element.getAttribute('style')?.toLowerCase() ?? '';
const says = (element: Element, property: string): string | undefined =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`).exec(styleOf(element))?.[1]?.trim();

/** Nothing in these is words of the text. */
const NOISE = new Set([
  'SCRIPT',
  'STYLE',
  'HEAD',
  'META',
  'LINK',
  'TITLE',
  'TEMPLATE',
  'IFRAME',
  'OBJECT',
  'NOSCRIPT',
  'XML',
  'DEL',
  'BUTTON',
  'INPUT',
  'SELECT',
  'TEXTAREA',
]);
const COMMENT_CLASSES = /\b(?:msocom\w*|mso-?comment\w*|msodel)\b/i;
const COMMENT_ELEMENTS = /^(?:comment|comment-list|annotation|header|footer)/;

/** Hidden words, struck-out revisions, comments of colleagues, headers and footers: never part of what is published. */
export function isLeftOut(element: Element): boolean {
  return (
    NOISE.has(element.tagName.toUpperCase()) ||
    says(element, 'display') === 'none' ||
    says(element, 'mso-hide') === 'all' ||
    says(element, 'visibility') === 'hidden' ||
    COMMENT_CLASSES.test(element.className) ||
    COMMENT_ELEMENTS.test(says(element, 'mso-element') ?? '') ||
    says(element, 'mso-special-character') === 'comment'
  );
}

/** True and false as the element says so, undefined when it says nothing (mso-bidi-font-weight is for other scripts). */
export function boldness(element: Element): boolean | undefined {
  const weight = says(element, 'font-weight');
  if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) return true;
  if (weight !== undefined) return false;
  return element.tagName === 'B' || element.tagName === 'STRONG' ? true : undefined;
}

const FOLLOWABLE = /^(?:https?:\/\/|tel:|mailto:)[^\s]+$/i;
/** Where a link leads, when the contract lets it lead there (schemas/common). */
export function hrefOf(element: Element): string | undefined {
  const href = element.tagName === 'A' ? (element.getAttribute('href')?.trim() ?? '') : '';
  return FOLLOWABLE.test(href) && href.length <= 2_000 ? href : undefined;
}

/** 2 or 3 where it is a heading: by its tag, by the outline Word keeps, by the style 标题. */
export function headingLevel(element: Element): 2 | 3 | undefined {
  const outline = says(element, 'mso-outline-level') ?? /^H([1-6])$/.exec(element.tagName)?.[1];
  if (outline && /^\d$/.test(outline)) return Number(outline) <= 2 ? 2 : 3;
  return /\bmsotitle\b/i.test(element.className) ? 2 : undefined;
}

const isMarker = (element: Element): boolean => says(element, 'mso-list') === 'ignore';

/** The mark that Word counted in front of a paragraph (`1.`, `（一）`, `·`), and how deep; undefined for a paragraph without. */
export function listMark(paragraph: Element): { marker: string; element: Element; level: number } | undefined {
  const element = [...paragraph.querySelectorAll('span')].find(isMarker);
  if (!element) return undefined;
  const marker = (element.textContent ?? '').replace(/[\s\u00a0\u3000]+/g, '');
  const level = Number(/level(\d)/.exec(says(paragraph, 'mso-list') ?? '')?.[1] ?? '1');
  return marker === '' ? undefined : { marker, element, level };
}

/** Symbol and Wingdings bullets come as letters. */
const BULLET = /^(?:[·•●○■□◆◇▪▫➢➤✓✔*§ØüvnluoqÜ–—-]|[\uf000-\uf0ff])$/;
export type Mark = { kind: 'bullet' } | { kind: 'number'; number: number } | { kind: 'words' };

/** Plain numbers can be counted again; 一、 and （一） and 第一条 are words that people quote, and stay as they stand. */
export function markOf(marker: string): Mark {
  if (BULLET.test(marker)) return { kind: 'bullet' };
  const number = /^(\d{1,3})[.．、]$/.exec(marker)?.[1];
  return number === undefined ? { kind: 'words' } : { kind: 'number', number: Number(number) };
}
