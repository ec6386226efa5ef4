import type { Guide } from '@bandeng/contracts/types';
import { inUnitOrder } from './guide-directory';

const guideOf = (unitId: string): Guide => ({
  id: `guide-${unitId}`,
  kind: 'guide',
  title: '政府信息公开指南',
  unit: { id: unitId, name: unitId },
  publishedOn: '2026-03-17',
  year: null,
  office: null,
  summary: '',
});

test('guides: given in any order -> in the order of the units, one of no known unit last', () => {
  const given = ['school', 'street', 'office'].map(guideOf);
  expect(inUnitOrder(given, ['office', 'bureau', 'street']).map(({ unit }) => unit.id)).toEqual([
    'office',
    'street',
    'school',
  ]);
});
