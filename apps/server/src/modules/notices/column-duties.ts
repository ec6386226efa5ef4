import type { COLUMN_STATES, ColumnSetting } from '@bandeng/contracts/schemas';
import type { ColumnDuty, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { columnDuty, dutyStart, sayRhythm, type Published } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { sideOf } from '../../http/side-of';
import { shanghaiDate, startOfShanghaiDate } from '../../platform/clock';
import type { WaitingTask } from '../../platform/module';
import type { NoticesDeps } from './deps';

type Deps = Pick<NoticesDeps, 'notices' | 'columns' | 'organization' | 'clock'>;
type Query = RouteInput<'staff.columns.duties'>['query'];
type State = (typeof COLUMN_STATES)[number];

/** Every column with what it should have by today: some dozens, in the order of the tree. */
export async function readColumnDuties(deps: Deps, counts: ReadonlyMap<string, number>): Promise<ColumnDuty[]> {
  const names = new Map((await deps.organization.listAllUnits()).map(({ _id, shortName }) => [_id, shortName]));
  return Promise.all(
    deps.columns.list().map(async column => {
      const { id, name, parentId, unitIds = [], rhythm } = column;
      const last = await deps.notices.newestWith(`col:${id}`, deps.clock.now());
      const publishedOn = last && shanghaiDate(last.publishedAt);
      const duty = rhythm && columnDuty(rhythm, { last: publishedOn, ...(await publicationsOf(deps, column)) });
      const parent = parentId === null ? null : deps.columns.find(parentId);
      return {
        ...{ id, name, parent: parent && { id: parent.id, name: parent.name } },
        units: unitIds.flatMap(unitId => {
          const unit = names.get(unitId);
          return unit === undefined ? [] : { id: unitId, name: unit };
        }),
        rhythm: rhythm ? sayRhythm(rhythm) : null,
        ...(duty ?? { state: 'none' as const, dueOn: null, overdue: [] }),
        noticeCount: counts.get(`col:${id}`) ?? 0,
        lastNotice: last && publishedOn ? { id: last._id, title: last.title, publishedOn } : null,
      };
    }),
  );
}

/** What came out in a column that is kept period by period, oldest first; nothing else is counted that way. */
async function publicationsOf(
  { notices, clock }: Deps,
  { id, rhythm }: ColumnSetting,
): Promise<{ publications: Published[]; today: string }> {
  const today = clock.today();
  if (!rhythm || 'within' in rhythm) return { publications: [], today };
  const found = await notices.listWith(`col:${id}`, startOfShanghaiDate(dutyStart(today)), clock.now());
  const publications = found
    .reverse()
    .map(({ _id, title, publishedAt }) => ({ noticeId: _id, title, publishedOn: shanghaiDate(publishedAt) }));
  return { publications, today };
}

/** Columns of one unit, or in one state, or all of them, with how many there are of each. */
export function listColumnDuties(
  all: readonly ColumnDuty[],
  { unit, state }: Pick<Query, 'unit' | 'state'>,
): RouteAnswer<'staff.columns.duties'> {
  const ofUnit = all.filter(({ units }) => unit === undefined || units.some(({ id }) => id === unit));
  const count = (wanted: State) => ofUnit.filter(duty => duty.state === wanted).length;
  return {
    items: ofUnit.filter(duty => state === undefined || duty.state === state),
    nextCursor: null,
    counts: {
      all: ofUnit.length,
      late: count('late'),
      empty: count('empty'),
      kept: count('kept'),
      none: count('none'),
    },
  };
}

/** Columns with nothing new for their limit: on the desk of who keeps them, and of who looks after those. */
export const waitingColumns = (all: readonly ColumnDuty[], actor: OfficeActor, limit: number): WaitingTask[] =>
  all
    .flatMap((column): WaitingTask[] => {
      const { id, name, state, rhythm, dueOn, lastNotice, overdue, units } = column;
      const side = sideOf(
        actor,
        units.map(unit => unit.id),
      );
      if (state !== 'late' || dueOn === null || side === null) return [];
      const periods = overdue.map(({ label }) => label).join('、');
      return [
        {
          kind: 'column',
          recordId: id,
          title: `栏目“${name}”${periods ? `缺${periods}` : '没有新的'}`,
          note: [...units.map(unit => unit.name), rhythm, lastNotice && `最近一条 ${lastNotice.publishedOn}`]
            .filter(Boolean)
            .join(' · '),
          step: side === 'keeps' ? '写一条新的' : '督促更新',
          since: startOfShanghaiDate(dueOn).toISOString(),
          dueOn,
        },
      ];
    })
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
    .slice(0, limit);
