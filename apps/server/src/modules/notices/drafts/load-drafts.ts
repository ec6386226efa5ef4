import { CHECKLIST, DraftContent } from '@bandeng/contracts/schemas';
import type { RouteCall } from '@bandeng/contracts/types';
import { sayWithholding } from '@bandeng/rules';
import { newDraft } from './create-draft';
import { DRAFTS, type DraftsDeps } from './deps';
import type { DraftRecord, DraftTimelineRecord } from './draft.model';

/** A draft as it came to stand where it stands. */
export interface LoadedDraft {
  id: string;
  content: RouteCall<'staff.drafts.create'>['body']['content'];
  writerId: string;
  at: Date;
  state: 'writing' | 'in_review' | 'filed';
  /** Who signed its steps, the first one first. */
  signerIds: readonly string[];
}

/** From one step to the next, in what is loaded. */
const STEP_MS = 3_600_000;

/** Writes drafts as they were worked on earlier (the demo district); one that exists is left alone. */
export async function loadDrafts(deps: DraftsDeps, drafts: readonly LoadedDraft[]): Promise<void> {
  for (const draft of drafts) {
    if (await deps.drafts.find(draft.id)) continue;
    const record = recordOf(deps, draft);
    await deps.transaction(async tx => {
      await deps.drafts.insert(record, tx);
      await deps.audit.add('system', 'notice-draft.created', { collection: DRAFTS, id: draft.id }, tx);
    });
  }
}

function recordOf(deps: DraftsDeps, { id, content, writerId, at, state, signerIds }: LoadedDraft): DraftRecord {
  const made = newDraft(deps, { staffId: writerId }, { id, content: DraftContent.parse(content) });
  const after = (steps: number) => new Date(at.getTime() + steps * STEP_MS);
  const { withholding } = made.content;
  const acts: Pick<DraftTimelineRecord, 'act' | 'by' | 'to' | 'step' | 'note'>[] = [
    { act: 'created', by: writerId, to: 'writing', step: null, note: null },
    ...(state === 'writing'
      ? []
      : [{ act: 'submitted', by: writerId, to: 'in_review', step: null, note: null } as const]),
    ...signerIds.map((by, index) => ({
      ...({ act: 'signed', by, step: index + 1, note: null } as const),
      to: index + 1 === made.steps ? ('approved' as const) : ('in_review' as const),
    })),
    ...(state === 'filed' && withholding?.ground
      ? [
          {
            ...({ act: 'filed', by: writerId, to: 'filed', step: null } as const),
            note: `${sayWithholding(withholding.ground)}。${withholding.reason}`,
          },
        ]
      : []),
  ];
  return {
    ...made,
    state,
    createdAt: at,
    updatedAt: after(acts.length - 1),
    submittedAt: state === 'in_review' ? after(1) : null,
    signatures: signerIds.map((by, index) => ({
      ...{ step: index + 1, by, at: after(index + 2), contentHash: made.contentHash },
      ...{ checklist: [...CHECKLIST], comment: null, isVoid: false },
    })),
    timeline: acts.map((act, index) => ({ ...act, at: after(index), from: acts[index - 1]?.to ?? null })),
  };
}
