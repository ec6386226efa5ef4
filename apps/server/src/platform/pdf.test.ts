import { drawnLines } from '@bandeng/test-kit';
import { writePdf, type PdfPart } from './pdf';

const text = (pdf: Buffer) => pdf.toString('latin1');
const line = (words: string, over: object = {}): PdfPart => ({
  kind: 'text',
  text: words,
  size: 12,
  leading: 21,
  ...over,
});

test('pdf: its table of contents -> every offset is where that object begins, the last line where the table does', () => {
  const pdf = text(writePdf({ title: '公示', parts: [line('第一段'), line('第二段')] }));
  const entries = [...pdf.matchAll(/^(\d{10}) 00000 n $/gm)].map(match => Number(match[1]));
  expect(entries).toHaveLength(7);
  entries.forEach((offset, at) => expect(pdf.slice(offset, offset + 8)).toContain(`${at + 1} 0 obj`));
  const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
  expect(pdf.slice(start, start + 4)).toBe('xref');
});

test('pdf: in the middle, at the right -> begins there; numbered -> each page says which it is', () => {
  const pdf = writePdf({
    title: '题',
    parts: [line('中', { align: 'center' }), line('右', { align: 'right' })],
    isNumbered: true,
  });
  const places = [...text(pdf).matchAll(/Tf ([\d.]+) [\d.]+ Td/g)].map(match => Number(match[1]));
  expect(places.slice(0, 2)).toEqual([291.5, 519]);
  expect(drawnLines(pdf).at(-1)).toBe('第 1 页，共 1 页');
});

test('pdf: a table over several pages -> every word once, the names of the columns on each page', () => {
  const rows = Array.from({ length: 60 }, (_, at) => [String(at + 1), `意见${at + 1}`.repeat(12)]);
  const table: PdfPart = { kind: 'table', head: ['序号', '意见'], rows, shares: [10, 90] };
  const pdf = writePdf({ title: '表', parts: [table] });
  const pages = Number(/\/Count (\d+)/.exec(text(pdf))?.[1]);
  expect(pages).toBeGreaterThan(1);
  const lines = drawnLines(pdf);
  expect(lines.filter(words => words === '序号')).toHaveLength(pages);
  const said = lines.filter(words => words !== '序号' && words !== '意见');
  expect(said.join('')).toBe(rows.flat().join(''));
});

test('pdf: one cell longer than a page -> goes on over the next, nothing lost', () => {
  const long = '栖河区'.repeat(2_000);
  const pdf = writePdf({ title: '表', parts: [{ kind: 'table', head: ['意见'], rows: [[long]], shares: [100] }] });
  expect(
    drawnLines(pdf)
      .filter(words => words !== '意见')
      .join(''),
  ).toBe(long);
});

test('pdf: names of columns higher than a page -> written once, it ends', () => {
  const head = Array.from({ length: 30 }, () => '列'.repeat(200));
  const pdf = writePdf({ title: '表', parts: [{ kind: 'table', head, rows: [head], shares: head.map(() => 3) }] });
  expect(drawnLines(pdf).join('')).toHaveLength(2 * 30 * 200);
});
