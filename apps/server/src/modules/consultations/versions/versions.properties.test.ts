import fc from 'fast-check';
import { matchClauses } from '@bandeng/rules';
import type { DraftItemRecord } from '../consultation.repository';
import { diffDraft } from './diff-draft';
import { placeNow } from './place-now';
import { versionRecords } from './version-records';
import type { DraftChangeRecord } from './version.repository';

interface Clause {
  id: string;
  label: string;
  text: string;
}
const itemOf = ({ id, label, text }: Clause, position: number): DraftItemRecord => ({
  ...{ _id: `x:${id}`, consultationId: 'x', itemId: id, position, change: 'new', label, text, before: null, path: [] },
  fields: [],
});
const texts = fc.constantFrom('甲。', '乙。', '丙。', '丁。', '戊。');
const clauses = fc.array(
  fc.record({
    id: fc.constantFrom('c1', 'c2', 'c3', 'c4', 'z9'),
    label: fc.constantFrom('第一条', '第二条'),
    text: texts,
  }),
  { minLength: 1, maxLength: 6 },
);

/** Drafts one after the other, as reviseDraft makes them. */
function playDrafts(drafts: readonly Clause[][]) {
  const changes: DraftChangeRecord[] = [];
  const states: DraftItemRecord[][] = [];
  for (const [at, draft] of drafts.entries()) {
    const before = states.at(-1) ?? [];
    const known = before.map(({ itemId, label, text }) => ({ id: itemId, label, text: text ?? '' }));
    const ids = matchClauses(known, draft, new Set(changes.map(({ itemId }) => itemId)));
    const items = draft.map((clause, position) => itemOf({ ...clause, id: ids[position]! }, position));
    if (at > 0)
      changes.push(
        ...versionRecords(diffDraft(before, items), {
          ...{ consultationId: 'x', version: at + 1, requestId: '', contentHash: '', reason: '' },
          ...{ publishedAt: new Date(0), publishedBy: '' },
        }).changes,
      );
    states.push(items);
  }
  return { changes, states };
}

describe('comments over any drafts', () => {
  test('every comment on every clause of every draft -> stands at its words, or is marked with exactly them', () => {
    fc.assert(
      fc.property(fc.array(clauses, { minLength: 1, maxLength: 6 }), drafts => {
        const { changes, states } = playDrafts(drafts);
        const now = new Map(states.at(-1)!.map(item => [item.itemId, item]));
        for (const [at, items] of states.entries()) {
          for (const said of items) {
            const comment = {
              target: { kind: 'clause' as const, id: said.itemId },
              targetLabel: said.label,
              draftVersion: at + 1,
            };
            const { former, label } = placeNow(comment, {
              currentVersion: states.length,
              changes: changes.filter(({ itemId }) => itemId === said.itemId),
              item: now.get(said.itemId),
            });
            const present = now.get(said.itemId);
            if (former === null) {
              expect(present?.text).toBe(said.text);
              expect(label).toBe(present?.label);
            } else {
              expect(former.text).toBe(said.text);
              expect(former.change).toBe(present ? 'changed' : 'removed');
              expect(label).toBe(said.label);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('words that are there all the time -> keep every comment, unmarked', () => {
    fc.assert(
      fc.property(fc.array(clauses, { minLength: 1, maxLength: 5 }), drafts => {
        const standing = { id: 'c1', label: '总则', text: '这一条谁也不改。' };
        const shuffled = drafts.map((draft, at) => {
          const others = draft.map(clause => ({ ...clause, id: clause.id === 'c1' ? 'c7' : clause.id }));
          const place = at % (others.length + 1);
          return [...others.slice(0, place), { ...standing, id: at % 2 ? 'c2' : 'c1' }, ...others.slice(place)];
        });
        const { changes, states } = playDrafts(shuffled);
        const said = states[0]!.find(({ text }) => text === standing.text)!;
        const item = states.at(-1)!.find(({ itemId }) => itemId === said.itemId);
        expect(item?.text).toBe(standing.text);
        const comment = { target: { kind: 'clause' as const, id: said.itemId }, targetLabel: '总则', draftVersion: 1 };
        const mine = changes.filter(({ itemId }) => itemId === said.itemId);
        expect(placeNow(comment, { currentVersion: states.length, changes: mine, item }).former).toBeNull();
      }),
    );
  });
});
