import type { Block } from '@bandeng/contracts/schemas';

type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
};
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gi;
/** Elements whose content is no text, comments, declarations. */
const NOISE = /<!--[\s\S]*?-->|<(script|style|template|iframe|object|head)\b[\s\S]*?<\/\1\s*>|<![^>]*>|<\?[^>]*>/gi;
const ENDS_PARAGRAPH = new Set([
  'p',
  'div',
  'br',
  'section',
  'article',
  'center',
  'dl',
  'dt',
  'dd',
  'pre',
  'hr',
  'form',
]);

/** Entities of HTML as characters; an unknown one stays as it is. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal: string, hex: string, name: string) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** HTML of a portal as blocks: its words, links, lists and tables; scripts, styles and every other markup are left out. */
export function htmlToBlocks(html: string): Block[] {
  const reader = createReader();
  for (const [token, slash, tag, attributes] of html.replace(NOISE, ' ').matchAll(TOKEN)) {
    if (tag === undefined) reader.text(decodeEntities(token));
    else if (slash) reader.close(tag.toLowerCase());
    else reader.open(tag.toLowerCase(), attributes ?? '');
  }
  return reader.finish();
}

const addressIn = (attributes: string): string | undefined => {
  const match = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes);
  const address = decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
  return /^https?:\/\//i.test(address) ? address.slice(0, 2_000) : undefined;
};

function createReader() {
  const blocks: Block[] = [];
  let run: Inline[] = [];
  let heading: 2 | 3 | undefined;
  let href: string | undefined;
  let strong = 0;
  let quoted = 0;
  let list: { ordered: boolean; items: string[] } | undefined;
  let rows: string[][] | undefined;

  function take(): string {
    const words = run
      .map(part => part.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    run = [];
    return words;
  }
  /** What was gathered becomes a block, a list item or stays in its cell. */
  function flush(): void {
    if (rows) return;
    const isEmpty = run.every(part => part.text.trim() === '');
    if (isEmpty) run = [];
    else if (heading !== undefined) blocks.push({ type: 'heading', level: heading, text: take().slice(0, 500) });
    else if (list) list.items.push(take().slice(0, 2_000));
    else if (quoted > 0) blocks.push({ type: 'quote', text: take().slice(0, 5_000) });
    else {
      blocks.push({ type: 'paragraph', children: run.slice(0, 200) });
      run = [];
    }
  }
  function endTable(): void {
    if (!rows) return;
    const [head = [], ...body] = rows.filter(row => row.some(cell => cell !== ''));
    rows = undefined;
    run = [];
    if (head.length > 0) blocks.push({ type: 'table', head, rows: body });
  }

  return {
    text(words: string): void {
      const text = words.replace(/[\s\u00a0]+/g, ' ');
      if (text.trim() === '' && run.length === 0) return;
      run.push({ text, ...(href && { href }), ...(strong > 0 && { strong: true }) });
    },
    open(tag: string, attributes: string): void {
      if (tag === 'a') href = addressIn(attributes);
      else if (tag === 'b' || tag === 'strong') strong += 1;
      else if (/^h[1-6]$/.test(tag)) {
        flush();
        heading = tag <= 'h2' ? 2 : 3;
      } else if (tag === 'ul' || tag === 'ol') {
        flush();
        list = { ordered: tag === 'ol', items: [] };
      } else if (tag === 'blockquote') {
        flush();
        quoted += 1;
      } else if (tag === 'table') {
        flush();
        rows = [];
      } else if (tag === 'tr') rows?.push([]);
      else if (tag === 'td' || tag === 'th') run = [];
      else if (tag === 'li' || ENDS_PARAGRAPH.has(tag)) flush();
    },
    close(tag: string): void {
      if (tag === 'a') href = undefined;
      else if (tag === 'b' || tag === 'strong') strong = Math.max(0, strong - 1);
      else if (/^h[1-6]$/.test(tag)) {
        flush();
        heading = undefined;
      } else if (tag === 'ul' || tag === 'ol') {
        flush();
        if (list && list.items.length > 0) blocks.push({ type: 'list', ...list });
        list = undefined;
      } else if (tag === 'blockquote') {
        flush();
        quoted = Math.max(0, quoted - 1);
      } else if (tag === 'td' || tag === 'th') rows?.at(-1)?.push(take().slice(0, 2_000));
      else if (tag === 'table') endTable();
      else if (tag === 'li' || ENDS_PARAGRAPH.has(tag)) flush();
    },
    finish(): Block[] {
      endTable();
      flush();
      if (list && list.items.length > 0) blocks.push({ type: 'list', ...list });
      return blocks;
    },
  };
}
