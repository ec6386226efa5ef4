import { ENTRY_FIELDS } from '@bandeng/contracts/schemas';
import type { EditionEntry } from '@bandeng/contracts/types';
import { afterStep, neighbourOf } from './move-entry';

const texts = Object.fromEntries(ENTRY_FIELDS.map(field => [field, ''])) as EditionEntry['texts'];
const entry = (id: string, number: string, domain = '养老', path = ['补贴']): EditionEntry => {
  const ref = { id: domain, name: domain };
  return { id, domain: ref, path, number, texts, commentIds: [], mayEdit: true };
};
const rows = [
  entry('甲', '1'),
  entry('机构', '2', '养老', ['机构']),
  entry('乙', '3'),
  entry('丙', '4'),
  entry('丁', '1', '救助'),
];
const read = (entries: readonly EditionEntry[]) => entries.map(({ id, number }) => `${number}${id}`).join(' ');

describe('neighbourOf', () => {
  test.each([
    ['up', 0, undefined],
    ['down', 0, '乙'],
    ['up', 2, '甲'],
    ['down', 3, undefined],
    ['up', 4, undefined],
  ] as const)('%s from line %i -> %s: below the same, of the same domain', (direction, at, id) => {
    expect(neighbourOf(rows, rows[at]!, direction)?.id).toBe(id);
  });
});

describe('afterStep', () => {
  test.each([
    ['up', 3, '乙', '1甲 2机构 3丙 4乙 1丁'],
    ['down', 2, '丙', '1甲 2机构 3丙 4乙 1丁'],
    ['up', 2, '甲', '1乙 2甲 3机构 4丙 1丁'],
    ['down', 0, '乙', '1机构 2乙 3甲 4丙 1丁'],
  ] as const)('%s from line %i past %s -> %s', (direction, at, pastId, order) => {
    expect(read(afterStep(rows, rows[at]!, { direction, pastId }))).toBe(order);
  });

  test('a row that keeps its number -> is the same object, so that it is not drawn again', () => {
    expect(afterStep(rows, rows[3]!, { direction: 'up', pastId: '乙' })[0]).toBe(rows[0]);
  });
});
