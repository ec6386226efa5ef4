import type { PanelDeps } from './deps';
import type { NoteRecord, RoundRecord } from './round.repository';

export interface LoadedPanel {
  round: RoundRecord;
  notes: readonly NoteRecord[];
}

/** Panels that are over, as they stand (the demo district); one that is there is left alone. */
export async function loadPanels(deps: PanelDeps, panels: readonly LoadedPanel[]): Promise<void> {
  for (const { round, notes } of panels) {
    if (await deps.rounds.find(round._id)) continue;
    await deps.transaction(async tx => {
      await deps.rounds.put(round, tx);
      for (const note of notes) await deps.rounds.putNote(note, tx);
      await deps.audit.add(
        'system',
        'round.closed',
        { collection: 'catalogRounds', id: round._id, to: round.state },
        tx,
      );
    });
  }
}
