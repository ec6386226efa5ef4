import type { Block, CommentTarget } from '@bandeng/contracts/schemas';
import { canonicalJson } from '@bandeng/rules';
import { shanghaiDate } from '../../platform/clock';
import { sha256 } from '../../platform/crypto';
import type { Tx } from '../../platform/transaction';
import { buildComment, labelOf, receiptBody } from './build-comment';
import { buildConsultation, draftFields, type NewConsultation } from './build-consultation';
import { keysOf, placeOf, visibilityOf } from './comment-keys';
import type { AnswerResult, CommentChannel, CommentRecord, CounterRecord, SupportRecord } from './comment.repository';
import { facetsOf } from './consultation.facets';
import { placeCounter } from './consultation.presenter';
import type { ConsultationRecord, OutcomeRecord } from './consultation.repository';
import type { ConsultationsDeps } from './deps';
import { channelsOf, ledgerOf, targetsOf } from './ledger';
import { itemRecords, readDraft, type DraftInput, type DraftText } from './read-draft';
import { diffDraft } from './versions/diff-draft';
import { versionRecords } from './versions/version-records';

/** A comment as it stood at some moment. */
export interface LoadedComment {
  id: string;
  target: CommentTarget;
  body: string;
  proposedText?: string | undefined;
  /** Null for who has no account, or has none any more. */
  accountId: string | null;
  anonymous: boolean;
  penName?: string | undefined;
  channel: CommentChannel;
  /** On a letter or the like. */
  authorName?: string | undefined;
  persons: number;
  /** Where it was said, for what staff wrote down. */
  heardAt?: string | undefined;
  createdAt: Date;
  check: CommentRecord['check'];
  review: CommentRecord['review'];
  /** So many people said they think so too; each gets a record. */
  supportCount: number;
  withdrawnAt?: Date | undefined;
  duplicateOf?: string | undefined;
  /** The comment that leads its group; its own id for the leading one. */
  groupOf?: string | undefined;
  assignedTo?: { unitId: string; dueOn: string; note: string } | undefined;
  answer?: { result: AnswerResult; reason: string } | undefined;
}

export interface LoadedConsultation {
  consultation: Omit<NewConsultation, 'ways'> & { ways?: NewConsultation['ways'] | undefined };
  /** A staff member's id: who asked, answered, wrote down. */
  staffId: string;
  createdAt: Date;
  /** Null leaves it a draft. */
  publishedAt: Date | null;
  /** Later drafts in their order, each with its reason; `consultation.draft` is the first. */
  revisions?:
    | readonly { reason: string; publishedAt: Date; draft: DraftInput; adopted: ReadonlyMap<string, string[]> }[]
    | undefined;
  comments: readonly LoadedComment[];
  outcome: { publishedAt: Date; summary: Block[]; nextEditionId: string | null } | null;
}

/**
 * Writes a consultation as it stands, all or nothing, through the same builders as the calls. An outcome has to add up here too.
 * Nobody is told of it; an id that exists is left alone. Needs the edition of its draft to be there.
 */
export async function loadConsultation(deps: ConsultationsDeps, given: LoadedConsultation): Promise<void> {
  const { createdAt, publishedAt, staffId, outcome } = given;
  const input: NewConsultation = { ...given.consultation, ways: given.consultation.ways ?? [] };
  if (await deps.consultations.find(input.id)) return;
  const first = await readDraft(deps, input.draft);
  const { draft, versions, lastInput } = await revised(deps, given, { first, input });
  const calendar = await deps.holidays.calendar();
  const contentHash = sha256(canonicalJson({ actor: 'system', input }));
  const drafted = buildConsultation(input, { contentHash, createdBy: staffId, createdAt, draft: first, calendar });
  const isScheduled = publishedAt !== null && drafted.opensAt > deps.clock.now();
  const published: ConsultationRecord =
    publishedAt === null
      ? drafted
      : {
          ...drafted,
          ...draftFields(input.id, lastInput, draft),
          draftVersion: versions.length + 1,
          publishedAt,
          facets: facetsOf(drafted, { isScheduled }),
        };

  const targets = new Map([...first.items, ...draft.items].map(item => [item.itemId, item]));

  await deps.transaction(async tx => {
    await deps.consultations.insert(published, tx);
    await deps.consultations.putItems(input.id, itemRecords(input.id, draft.items), tx);
    for (const { version, changes } of versions) await deps.versions.insert(version, changes, tx);
    if (input.draft.kind === 'entries' && publishedAt !== null) await markConsulted(deps, input.draft.editionId, tx);
    const comments: CommentRecord[] = [];
    for (const comment of given.comments) {
      const label = labelOf(comment.target, targets.get(placeOf(comment.target)) ?? null);
      const draftVersion = 1 + versions.filter(({ version }) => version.publishedAt <= comment.createdAt).length;
      const record = await buildLoaded(deps, published, { comment, staffId, targetLabel: label, draftVersion }, tx);
      comments.push(record);
    }
    await deps.comments.insertAll(comments, tx);
    await deps.comments.insertSupports(supportersOf(deps, given.comments), tx);
    await deps.comments.putCounters(countersOf(published, comments, given.comments), tx);
    if (outcome !== null) await writeOutcome(deps, published, { comments, outcome, staffId }, tx);
    await deps.audit.add('system', 'consultation.loaded', { collection: 'consultations', id: input.id }, tx);
  });
}

/** The draft as it stands after all its versions, and what each of them changed. */
async function revised(
  deps: ConsultationsDeps,
  { revisions = [], staffId }: LoadedConsultation,
  { first, input }: { first: DraftText; input: NewConsultation },
) {
  const versions: ReturnType<typeof versionRecords>[] = [];
  let [draft, lastInput] = [first, input.draft];
  for (const { reason, publishedAt, draft: nextInput, adopted } of revisions) {
    const next = await readDraft(deps, nextInput);
    const version = versions.length + 2;
    versions.push(
      versionRecords(
        diffDraft(draft.items, next.items),
        {
          ...{ consultationId: input.id, version, reason, publishedAt, publishedBy: staffId },
          ...{ requestId: `${input.id}:${version}`, contentHash: sha256(canonicalJson({ reason })) },
        },
        adopted,
      ),
    );
    [draft, lastInput] = [next, nextInput];
  }
  return { draft, versions, lastInput };
}

const supportersOf = ({ ids }: ConsultationsDeps, comments: readonly LoadedComment[]): SupportRecord[] =>
  comments.flatMap(({ id, supportCount, createdAt }) =>
    Array.from({ length: supportCount }, () => {
      const _id = ids.uuid();
      return { _id, commentId: id, accountId: `gone:${_id}`, createdAt };
    }),
  );

async function markConsulted(deps: ConsultationsDeps, editionId: string, tx: Tx): Promise<void> {
  const edition = await deps.catalog.findEdition(editionId);
  if (edition?.state === 'draft') await deps.catalog.markConsulted('system', editionId, tx);
}

async function buildLoaded(
  deps: ConsultationsDeps,
  consultation: ConsultationRecord,
  given: { comment: LoadedComment; staffId: string; targetLabel: string; draftVersion: number },
  tx: Tx,
): Promise<CommentRecord> {
  const { comment, staffId, targetLabel, draftVersion } = given;
  const { id, target, body, proposedText = null, penName = null, authorName, channel, createdAt } = comment;
  const isOffline = channel !== 'wechat' && channel !== 'h5';
  const receipt = await deps.receipts.issue(
    { kind: 'comment', id, body: receiptBody({ target, body, proposedText }), receivedAt: createdAt },
    tx,
  );
  const place = { collection: 'comments', id, field: 'authorName' };
  const record = buildComment(
    {
      id,
      consultationId: consultation._id,
      accountId: comment.accountId,
      recordedBy: isOffline ? staffId : null,
      contentHash: sha256(canonicalJson({ id, body })),
      target,
      targetLabel,
      body,
      proposedText,
      anonymous: comment.anonymous,
      penName,
      authorName: authorName === undefined ? null : deps.fields.encrypt(authorName, place),
      draftVersion,
      persons: comment.persons,
      channel,
      heard: isOffline
        ? {
            on: shanghaiDate(createdAt),
            at: comment.heardAt ?? null,
            consent: authorName === undefined ? 'unnamed' : 'named',
          }
        : null,
      createdAt,
    },
    { receipt, display: consultation.display },
  );
  const loaded: CommentRecord = {
    ...record,
    isAuthorGone: comment.accountId === null && !isOffline,
    check: comment.check,
    checkNote: null,
    review: comment.review,
    withdrawnAt: comment.withdrawnAt ?? null,
    duplicateOf: comment.duplicateOf ?? null,
    groupOf: comment.groupOf ?? null,
    ...(comment.assignedTo && {
      assignment: { ...comment.assignedTo, assignedBy: staffId, assignedAt: deps.clock.now(), draft: null },
      assignedTo: comment.assignedTo.unitId,
      assignedDueOn: comment.assignedTo.dueOn,
    }),
    answer: comment.answer ? { ...comment.answer, writtenBy: staffId, writtenAt: createdAt } : null,
  };
  return { ...loaded, keys: keysOf(loaded, consultation.display) };
}

/** The numbers that events would have added up. */
function countersOf(
  consultation: ConsultationRecord,
  records: readonly CommentRecord[],
  comments: readonly LoadedComment[],
): CounterRecord[] {
  const whole: CounterRecord = { _id: consultation._id, received: records.length, now: 0, end: 0 };
  const places = new Map<string, CounterRecord>();
  for (const record of records) {
    const visible = visibilityOf(record, consultation.display);
    whole.now = (whole.now ?? 0) + Number(visible.now);
    whole.end = (whole.end ?? 0) + Number(visible.end);
    const _id = placeCounter(consultation._id, placeOf(record.target));
    const place = places.get(_id) ?? { _id, received: 0, fields: {} };
    place.received = (place.received ?? 0) + 1;
    const field = record.target.kind === 'entry' ? record.target.field : undefined;
    if (field !== undefined) place.fields = { ...place.fields, [field]: (place.fields?.[field] ?? 0) + 1 };
    places.set(_id, place);
  }
  const supports = comments
    .filter(comment => comment.supportCount > 0)
    .map(({ id, supportCount }) => ({ _id: id, supports: supportCount }));
  return [whole, ...places.values(), ...supports];
}

async function writeOutcome(
  deps: ConsultationsDeps,
  consultation: ConsultationRecord,
  given: { comments: readonly CommentRecord[]; outcome: NonNullable<LoadedConsultation['outcome']>; staffId: string },
  tx: Tx,
): Promise<void> {
  const { comments, outcome, staffId } = given;
  const ledger = ledgerOf(comments);
  if (!ledger.balanced) throw new Error(`consultation ${consultation._id}: ${ledger.problems.join('; ')}`);
  const record: OutcomeRecord = {
    summary: outcome.summary,
    ledger,
    byChannel: channelsOf(comments),
    byTarget: targetsOf(comments),
    nextEditionId: outcome.nextEditionId,
    publishedBy: staffId,
  };
  const outcomeAt = outcome.publishedAt;
  const facets = facetsOf({ ...consultation, outcomeAt }, { isScheduled: false });
  await deps.consultations.update(consultation._id, { outcome: record, outcomeAt, facets }, tx);
}
