import { dateOf, yearOf, type Dates } from '../lib/dates';
import { blocks } from '../lib/text-blocks';
import type { DemoNotice, DemoNoticeKind, DemoRelation, DemoStage, EntryKey, Instant, LocalDate } from '../types';

/** A notice as it is written down: the body in the little language of text-blocks.ts; numbers are given when all are there. */
export interface Draft {
  key: string;
  title: string;
  kind: DemoNoticeKind;
  unit: string;
  columns: string[];
  at: Instant;
  body: string;
  /** 发文字号 without its year and number: 栖政办发. */
  document?: string;
  class?: NonNullable<DemoNotice['documentClass']>;
  made?: LocalDate;
  effective?: LocalDate;
  abolished?: LocalDate;
  points?: string[];
  entries?: EntryKey[];
  areas?: string[];
  stage?: DemoStage;
  related?: { relation: DemoRelation; key: string }[];
  posting?: DemoNotice['posting'];
  limited?: DemoNotice['limited'];
}

export type Writer = (d: Dates) => Draft[];

/** The key of a catalog entry: domain, 一级事项, name. */
export const entry = (domainId: string, ...path: string[]): EntryKey => [domainId, ...path].join('/');

/** A 公示期 of so many days: the day of posting, which is `from`, does not count (民法典 Art. 201). */
export function postedFor(
  d: Dates,
  at: Instant,
  days: number,
  objection: string,
  kind?: NonNullable<DemoNotice['posting']>['kind'],
): DemoNotice['posting'] {
  const from = dateOf(at);
  return { from, to: d.plus(from, days), unit: 'days', objection, ...(kind && { kind }) };
}
/** The same in working days. */
export function postedForWorkingDays(
  d: Dates,
  at: Instant,
  count: number,
  objection: string,
  kind?: NonNullable<DemoNotice['posting']>['kind'],
): DemoNotice['posting'] {
  const from = dateOf(at);
  return { from, to: d.plusWorking(from, count), unit: 'workingDays', objection, ...(kind && { kind }) };
}

const STAGE_OF: Record<DemoNoticeKind, DemoStage> = {
  regulation: 'decision',
  interpretation: 'decision',
  posting: 'result',
  announcement: 'service',
  meeting: 'decision',
  tender: 'execution',
  land: 'execution',
  finance: 'result',
  news: 'execution',
  result: 'result',
};
const BACK: Partial<Record<DemoRelation, DemoRelation>> = {
  interprets: 'interpretedBy',
  interpretedBy: 'interprets',
  answers: 'answeredBy',
  answeredBy: 'answers',
  related: 'related',
};

/** Puts drafts in the order of publication and gives them index and document numbers, year by year, and links both ways. */
export function numbered(drafts: Draft[], unitOrder: readonly string[]): DemoNotice[] {
  const counters = new Map<string, number>();
  const next = (series: string): number => {
    const value = (counters.get(series) ?? 0) + 1;
    counters.set(series, value);
    return value;
  };
  const notices = [...drafts]
    .sort((a, b) => a.at.localeCompare(b.at) || a.key.localeCompare(b.key))
    .map((draft): DemoNotice => {
      const { key, title, kind, unit, columns, at, body, document, made, effective, abolished, posting, limited } =
        draft;
      const year = yearOf(made ?? dateOf(at));
      const place = String(unitOrder.indexOf(unit) + 1).padStart(2, '0');
      return {
        key,
        title,
        kind,
        unitId: unit,
        columnIds: columns,
        indexNumber: `QH${place}-${year}-${String(next(`${unit}-${year}`)).padStart(4, '0')}`,
        stage: draft.stage ?? STAGE_OF[kind],
        publishedAt: at,
        madeOn: made ?? dateOf(at),
        keyPoints: draft.points ?? [],
        body: blocks(body),
        entries: draft.entries ?? [],
        areaIds: draft.areas ?? ['qihe'],
        related: [...(draft.related ?? [])],
        ...(document !== undefined && { documentNumber: `${document}〔${year}〕${next(`${document}-${year}`)}号` }),
        ...(draft.class !== undefined && { documentClass: draft.class }),
        ...(effective !== undefined && { effectiveOn: effective }),
        ...(abolished !== undefined && { abolishedOn: abolished }),
        ...(posting !== undefined && { posting }),
        ...(limited !== undefined && { limited }),
      };
    });
  linkBack(notices);
  return notices;
}

function linkBack(notices: DemoNotice[]): void {
  const byKey = new Map(notices.map(notice => [notice.key, notice]));
  for (const notice of notices) {
    for (const { relation, key } of notice.related) {
      const back = BACK[relation];
      const other = byKey.get(key);
      if (!back || !other || other.related.some(link => link.key === notice.key)) continue;
      other.related.push({ relation: back, key: notice.key });
    }
  }
}
