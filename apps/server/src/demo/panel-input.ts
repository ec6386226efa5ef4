import type { DemoPanel } from '../../../../config/demo';
import type { LoadedPanel } from '../modules/catalog';
import { demoUuid, editionId, entryId } from './demo-ids';

/** A panel of the demo as the catalog keeps it; the office convened it and answered. */
export function loadedPanel(
  { key, editionKey, kind, members, notes, openedAt, closedAt, ...facts }: DemoPanel,
  staffId: (username: string) => string,
): LoadedPanel {
  const roundId = demoUuid('panel', key);
  const edition = editionId(editionKey);
  return {
    round: {
      ...{ ...facts, _id: roundId, editionId: edition, kind, memberIds: members.map(staffId) },
      ...{ openedAt: new Date(openedAt), openedBy: staffId('office'), state: 'closed', closedAt: new Date(closedAt) },
    },
    notes: notes.map(({ key: noteKey, entry, by, at, body, answer }) => ({
      ...{ _id: demoUuid('panel-note', `${key}/${noteKey}`), roundId, editionId: edition, body },
      ...{ entryId: entry === null ? null : entryId(entry), by: staffId(by), at: new Date(at) },
      answer: { ...answer, by: staffId('office'), at: new Date(answer.at) },
    })),
  };
}
