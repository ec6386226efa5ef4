import type { PeriodUnit } from './consultation-kinds';

/** How long a list hangs out, by what it is about, and what becomes of it afterwards. */
export interface PostingKind {
  label: string;
  /** Null where no document sets one: whoever posts it keeps to the paper that asks for it. */
  minimum: number | null;
  unit: PeriodUnit;
  basis: string;
  /** Its people are shown by surname and last character only (FACTS §8, 去标识化); a secrecy reviewer may let a name pass. */
  masksNames: boolean;
  /** So many days after its last day the system takes it down; null where it stays to be read. */
  takeDownDays: number | null;
}

const LISTS_LEAVE = 30;

/** Minimum periods of FACTS §4 and REGISTER 002-07, 002-09, 002-14. */
export const postingKinds = {
  housingAllotment: {
    label: '保障性住房摇号、选房结果',
    minimum: 7,
    unit: 'days',
    basis: '实物配租抽签结果的公示不少于 7 天',
    masksNames: true,
    takeDownDays: LISTS_LEAVE,
  },
  housingSubsidy: {
    label: '住房保障资格、租赁补贴名单',
    minimum: 7,
    unit: 'days',
    basis: '租赁补贴名单的公示不少于 7 天',
    masksNames: true,
    takeDownDays: LISTS_LEAVE,
  },
  relief: {
    label: '社会救助对象（村、社区范围）',
    minimum: 7,
    unit: 'days',
    basis: '冬春救助等名单在村、社区范围公示 7 天',
    masksNames: true,
    takeDownDays: LISTS_LEAVE,
  },
  studentAid: {
    label: '家庭经济困难学生资助名单',
    minimum: 7,
    unit: 'workingDays',
    basis: '学生资助名单公示 7 个工作日',
    masksNames: true,
    takeDownDays: LISTS_LEAVE,
  },
  selection: {
    label: '资格审核、评选结果',
    minimum: 7,
    unit: 'workingDays',
    basis: '审核、评选结果的公示不少于 7 个工作日',
    masksNames: true,
    takeDownDays: LISTS_LEAVE,
  },
  longer: {
    label: '要公示 15 日的事项',
    minimum: 15,
    unit: 'days',
    basis: '文件要求公示 15 日的，不得少于 15 日',
    masksNames: true,
    takeDownDays: null,
  },
  tender: {
    label: '招标采购结果',
    minimum: 3,
    unit: 'days',
    basis: '中标候选人的公示不少于 3 日',
    masksNames: false,
    takeDownDays: null,
  },
  other: {
    label: '其他公示',
    minimum: null,
    unit: 'days',
    basis: '没有统一规定期限，按要求公示的文件定',
    masksNames: false,
    takeDownDays: null,
  },
} as const satisfies Readonly<Record<string, PostingKind>>;
export type PostingKindCode = keyof typeof postingKinds;

/** An objection is examined within so many working days of its receipt (FACTS §4: 异议核查). */
export const OBJECTION_WORKING_DAYS = 10;
