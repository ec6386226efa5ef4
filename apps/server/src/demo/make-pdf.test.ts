import { drawnLines } from '@bandeng/test-kit';
import { makePdf } from './make-pdf';

const text = (pdf: Buffer) => pdf.toString('latin1');

test('paper: a long paragraph -> broken where the line is full, nothing lost; a comma does not begin a line', () => {
  const paragraph = `${'栖'.repeat(38)}，${'河'.repeat(10)}`;
  const lines = drawnLines(makePdf('题', [paragraph])).slice(2);
  expect(lines.join('')).toBe(paragraph);
  expect(lines.map(line => line.length)).toEqual([39, 10]);
});

test('paper: more than a page -> as many pages as it takes', () => {
  const pdf = text(
    makePdf(
      '题',
      Array.from({ length: 80 }, (_, at) => `第 ${at} 行`),
    ),
  );
  expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe('3');
  expect([...pdf.matchAll(/\/Type \/Page /g)]).toHaveLength(3);
});
