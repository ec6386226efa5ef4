import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillLetter, letterFacts, type LetterFacts, type LetterKind } from '@bandeng/rules';
import { repositoryRoot } from '../../platform/root';
import { readLetters } from './read-letters';

const root = repositoryRoot();
const letters = readLetters(root);
const facts = Object.fromEntries(
  Object.entries(letterFacts).map(([fact, { kind, label }]) => [fact, kind === 'date' ? '2026-11-16' : `某${label}`]),
) as LetterFacts;
const bodies = {
  reviewOrgan: '栖河区人民政府',
  reviewAddress: '某路1号',
  court: '栖河区人民法院',
  courtAddress: '某路9号',
};
const decisionsOf = ({ decisionKinds = [] }: LetterKind) => (decisionKinds.length > 0 ? decisionKinds : [undefined]);

describe('letters of config/letters', () => {
  it('letters: all of them -> 27 kinds of the procedure and five beside', () => {
    const ids = letters.map(({ id }) => id);
    expect(ids).toEqual([
      ...Array.from({ length: 27 }, (_, at) => `T${String(at + 1).padStart(2, '0')}`),
      ...['X01', 'X02', 'X03', 'X04', 'X05'],
    ]);
  });

  it.each(
    letters.flatMap(letter => decisionsOf(letter).map(kind => [letter.id, kind ?? letter.name, letter, kind] as const)),
  )('%s (%s): with all its facts -> whole sentences, no place left open', (_, __, letter, decision) => {
    const { paragraphs, remedy } = fillLetter(letter, { facts, decision, bodies });
    expect(paragraphs.length).toBeGreaterThan(1);
    const text = paragraphs.join('\n');
    expect(text).not.toMatch(/[{}]|undefined|。。|，。/);
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/[。日_]$/);
    expect(remedy === null).toBe(letter.remedy.kind === 'none');
  });

  it('letters: what the law leaves open -> named for the legal adviser, never for a refusal to disclose', () => {
    const open = letters.filter(({ remedy }) => remedy.toConfirm !== undefined).map(({ id }) => id);
    expect(open).toEqual(expect.arrayContaining(['T20', 'T21', 'T22', 'T23', 'T24', 'T25', 'T26', 'T27', 'X02']));
    expect(letters.filter(({ remedy }) => remedy.kind === 'review_first').map(({ id }) => id)).toEqual([
      ...['T12', 'T13', 'T14', 'T15', 'T16', 'T17', 'T18', 'T19'],
    ]);
  });

  it.each([
    ['a place without its fact', { body: ['依照{{nowhere}}。'], facts: [] }, '没有“nowhere”这个要素'],
    ['a fact without its place', { body: ['没有。'] }, '“whereToFind”列为要素，正文里没有'],
    ['another remedy than its decision', { remedy: { kind: 'either', source: '某' } }, '救济途径是none'],
    ['no body', { body: [] }, 'body'],
  ])('letters: one of an office with %s -> not started with, and told', (_, change, words) => {
    const folder = mkdtempSync(join(tmpdir(), 'bandeng-letters-'));
    try {
      cpSync(join(root, 'config/letters'), folder, { recursive: true });
      const file = join(folder, 'T10-already-public.json');
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }));
      expect(() => readLetters(folder, '.')).toThrow(words);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
