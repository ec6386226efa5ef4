import type { Block } from '@bandeng/contracts/schemas';
import type { Notice, NoticeSummary, Ref } from '@bandeng/contracts/types';
import { countWorkingDaysBetween, daysBetween, type HolidayCalendar } from '@bandeng/rules';
import { shanghaiDate } from '../../platform/clock';
import type { NoticeCounterRecord, NoticeRecord, PostingRecord } from './notice.model';
import type { PostingCourse } from './postings/posting.model';

export interface NoticeNames {
  units: ReadonlyMap<string, { name: string }>;
  areas: ReadonlyMap<string, { name: string }>;
  columnName(id: string): string;
  today: string;
  calendar: HolidayCalendar;
}

const refs = (ids: readonly string[], nameOf: (id: string) => string | undefined): Ref[] =>
  ids.flatMap(id => {
    const name = nameOf(id);
    return name === undefined ? [] : [{ id, name }];
  });

/** Days of a 公示期: the day of posting does not count; before it starts and after it ends there is no "day n". */
function presentPosting(
  posting: PostingRecord,
  { today, calendar }: Pick<NoticeNames, 'today' | 'calendar'>,
): NonNullable<NoticeSummary['posting']> {
  const count = (to: string) =>
    posting.unit === 'days' ? daysBetween(posting.from, to) : countWorkingDaysBetween(posting.from, to, calendar);
  const isRunning = posting.from <= today && today <= posting.to;
  return { ...posting, kind: posting.kind ?? null, days: count(posting.to), day: isRunning ? count(today) : null };
}

/** @param isWhole true for who may read a limited notice whole; everybody else gets its stub */
export function presentNoticeSummary(record: NoticeRecord, names: NoticeNames, isWhole = false): NoticeSummary {
  const { limited, posting } = record;
  const isStub = limited !== null && !isWhole;
  return {
    id: record._id,
    title: record.title,
    kind: record.kind,
    unit: { id: record.unitId, name: names.units.get(record.unitId)?.name ?? '' },
    columns: refs(record.columnIds, names.columnName),
    documentNumber: isStub ? null : record.documentNumber,
    documentClass: isStub ? null : (record.documentClass ?? null),
    indexNumber: isStub ? null : record.indexNumber,
    stage: isStub ? null : record.stage,
    publishedAt: record.publishedAt.toISOString(),
    keyPoints: isStub ? [] : record.keyPoints,
    posting: posting && presentPosting(posting, names),
    limited: limited &&
      posting && {
        group: limited.group,
        postedAt: limited.postedAt,
        from: posting.from,
        to: posting.to,
        contact: limited.contact,
      },
    areas: isStub ? [] : refs(record.areaIds, id => names.areas.get(id)?.name),
  };
}

interface NoticeParts {
  counter: NoticeCounterRecord;
  attachments: Notice['attachments'];
  entries: Notice['entries'];
  related: Notice['related'];
  /** Of a posting. */
  course: Pick<PostingCourse, 'concluded' | 'extended'> | null;
  abilities?: Record<string, boolean>;
  /** Only for who publishes it. */
  sourceConflictAt?: Date | undefined;
  sourceDismissed?: NoticeRecord['sourceDismissed'];
  /** A limited notice is given out whole only against its code. */
  isUnlocked: boolean;
}

export function presentNotice(record: NoticeRecord, names: NoticeNames, parts: NoticeParts): Notice {
  const isStub = record.limited !== null && !parts.isUnlocked;
  return {
    ...presentNoticeSummary(record, names, parts.isUnlocked),
    madeOn: isStub ? null : record.madeOn,
    effectiveOn: isStub ? null : record.effectiveOn,
    abolishedOn: isStub ? null : record.abolishedOn,
    takeDownOn: record.takeDownOn ?? null,
    sourceUrl: isStub ? null : record.sourceUrl,
    body: isStub ? [] : visibleBody(record, names.today),
    attachments: isStub ? [] : parts.attachments,
    entries: isStub ? [] : parts.entries,
    related: isStub ? [] : parts.related,
    ...courseOf(parts.course),
    readCount: parts.counter.reads,
    usefulCount: parts.counter.useful,
    version: record.correction?.number ?? 1,
    corrected:
      record.correction && !isStub
        ? { at: record.correction.at.toISOString(), reason: record.correction.reason }
        : null,
    withdrawn: withdrawnOf(record),
    ...(parts.sourceConflictAt && { sourceConflictAt: parts.sourceConflictAt.toISOString() }),
    ...(parts.sourceDismissed && {
      sourceDismissed: { at: parts.sourceDismissed.at.toISOString(), reason: parts.sourceDismissed.reason },
    }),
    ...(parts.abilities && { abilities: parts.abilities }),
  };
}

function courseOf(course: NoticeParts['course']): Pick<Notice, 'postingResult' | 'postingExtended'> {
  const { concluded = null, extended = null } = course ?? {};
  const postingExtended = extended && { ...extended, at: extended.at.toISOString() };
  if (!concluded) return { postingResult: null, postingExtended };
  const { by: _, at, ...told } = concluded;
  return { postingResult: { at: at.toISOString(), ...told }, postingExtended };
}

const withdrawnOf = ({ takenDownAt, takeDownReason }: NoticeRecord): Notice['withdrawn'] =>
  takenDownAt && { at: takenDownAt.toISOString(), reason: takeDownReason ?? '' };

/** What is left for the public of a notice that was taken down: that it was there, whose it was, and why it is gone. */
export function presentWithdrawn(
  record: NoticeRecord,
  names: NoticeNames,
  abilities?: Record<string, boolean>,
): Notice {
  const { takenDownAt, takeDownReason, title, isTitleHidden } = record;
  const note = `这条信息已在 ${shanghaiDate(takenDownAt ?? record.updatedAt)} 撤下。理由：${takeDownReason ?? ''}`;
  const bare: NoticeRecord = {
    ...record,
    ...{ title: isTitleHidden ? '已撤下的信息' : title, documentNumber: null, indexNumber: null, stage: null },
    ...{ keyPoints: [], posting: null, limited: null, areaIds: [], madeOn: null, effectiveOn: null, abolishedOn: null },
    ...{
      documentClass: undefined,
      takeDownOn: undefined,
      sourceUrl: null,
      body: [{ type: 'quote', text: note }],
      correction: undefined,
    },
  };
  const counter = { _id: record._id, reads: 0, useful: 0 };
  return presentNotice(bare, names, {
    ...{ counter, attachments: [], entries: [], related: [], course: null, isUnlocked: true },
    ...(abilities && { abilities }),
  });
}

/** Lists of people are given out during the posting period only; afterwards the page says that they are gone (FACTS §8). */
export function visibleBody({ posting, body }: Pick<NoticeRecord, 'posting' | 'body'>, today: string): Block[] {
  if (!posting || today <= posting.to || !body.some(block => block.type === 'table')) return body;
  const note: Block = { type: 'quote', text: `公示期已在 ${posting.to} 结束，名单按规定不再展示。` };
  return [note, ...body.filter(block => block.type !== 'table')];
}
