import { ApiError } from '@bandeng/contracts/api-error';
import type { DutyWeek } from '@bandeng/contracts/types';
import { sayDate, sayExactly, sayWeekday } from '@bandeng/rules';
import { Alert, App, Button, Select, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { sayRefusal, useAct } from '../../lib/use-act';

type Day = DutyWeek['days'][number];
/** Who is on duty on a day of the week, by where it stands. */
type Choice = Record<'mainId' | 'deputyId', string | null>;
const PLACES = [
  { name: 'mainId', label: '主班' },
  { name: 'deputyId', label: '副班' },
] as const;

const chosenIn = (days: readonly Day[]): Choice[] =>
  days.map(({ main, deputy }) => ({ mainId: main?.id ?? null, deputyId: deputy?.id ?? null }));

/** Of last week, day by day; a day that is off now and was not then stays free, and so does whoever left. */
function copied(week: DutyWeek, last: DutyWeek): Choice[] {
  const isMember = new Set(week.members.map(({ id }) => id));
  const known = (id: string | null) => (id !== null && isMember.has(id) ? id : null);
  return chosenIn(last.days).map(({ mainId, deputyId }, at) => {
    const isNewlyOff = week.days[at]!.isOff && !last.days[at]!.isOff;
    const main = isNewlyOff ? null : known(mainId);
    return { mainId: main, deputyId: main === null ? null : known(deputyId) };
  });
}

interface Conflict {
  by: string;
  at: string;
  revision: number;
}
/** Who saved the week since it was read; null for another refusal. */
function conflictIn(error: unknown): Conflict | null {
  if (!(error instanceof ApiError) || error.code !== 'duty.conflict') return null;
  const { updatedBy, updatedAt, revision } = error.problem.data as ConflictData;
  return { by: updatedBy.name || '别人', at: updatedAt, revision };
}
interface ConflictData {
  updatedBy: { name: string };
  updatedAt: string;
  revision: number;
}

const read = ({ unit, monday }: DutyWeek): Promise<DutyWeek> =>
  api.call('staff.duty.get', { params: { id: unit.id }, query: { of: monday } });

/** Seven days with two people each; nothing is written before it is saved. */
export function WeekForm({ week, readLast }: { week: DutyWeek; readLast: () => Promise<DutyWeek> }) {
  const { message } = App.useApp();
  const [choices, choose] = useState(() => chosenIn(week.days));
  // What was seen when these were chosen: read again in the background, the week may be another's by now.
  const [seen, see] = useState(week.revision);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const mayPut = week.abilities?.put === true;
  const take = (saved: DutyWeek) => {
    choose(chosenIn(saved.days));
    see(saved.revision);
    setConflict(null);
  };
  const save = useAct(async (revision: number) => {
    const days = week.days.map(({ on }, at) => ({ on, ...choices[at]! }));
    try {
      take(await api.call('staff.duty.put', { params: { id: week.unit.id }, body: { revision, days } }));
    } catch (error) {
      setConflict(conflictIn(error));
      throw error;
    }
  }, '排好了');
  const readTheirs = async () => {
    try {
      take(await read(week));
    } catch (error) {
      void message.error(sayRefusal(error));
    }
  };
  const copyLast = async () => {
    try {
      choose(copied(week, await readLast()));
    } catch (error) {
      void message.error(sayRefusal(error));
    }
  };
  const set = (at: number, name: keyof Choice, value: string | null) =>
    choose(choices.map((choice, index) => (index === at ? { ...choice, [name]: value } : choice)));
  return (
    <div className="stack">
      {conflict && (
        <Alert
          type="warning"
          showIcon
          title={`${conflict.by} 在 ${sayExactly(conflict.at)} 存过这一周，你排的还没有保存`}
          description="先看对方排的，再改；或者照你排的存，对方排的就没有了。定下来以前，你排的还在这一页。"
          action={
            <Space orientation="vertical">
              <Button onClick={() => void readTheirs()}>用对方排的</Button>
              <Button loading={save.isPending} onClick={() => save.mutate(conflict.revision)}>
                照我排的存
              </Button>
            </Space>
          }
        />
      )}
      <Table
        rowKey="on"
        size="middle"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={week.days}
        columns={[
          {
            title: '哪天',
            render: (_, { on, isOff, dayText }) => (
              <>
                {sayDate(on, new Date())} {sayWeekday(on)} {(isOff || dayText !== '工作日') && <Tag>{dayText}</Tag>}
              </>
            ),
          },
          ...PLACES.map(({ name, label }) => ({
            title: label,
            render: (_: unknown, day: Day, at: number) =>
              mayPut ? (
                <Select
                  aria-label={`${sayDate(day.on, new Date())}${label}`}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  placeholder="没有排"
                  style={{ width: 200 }}
                  value={choices[at]![name]}
                  onChange={(value?: string) => set(at, name, value ?? null)}
                  options={membersWith(week, day)}
                />
              ) : (
                ((name === 'mainId' ? day.main : day.deputy)?.name ?? <span className="quiet">没有排</span>)
              ),
          })),
        ]}
      />
      {week.saved && (
        <p className="quiet">
          {week.saved.by} 在 {sayExactly(week.saved.at)} 存的
        </p>
      )}
      {mayPut && (
        <Space>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(seen)}>
            保存
          </Button>
          <Button onClick={() => void copyLast()}>照上一周排</Button>
        </Space>
      )}
    </div>
  );
}

/** And whoever stands there and has left since: seen, to be changed. */
function membersWith({ members }: DutyWeek, { main, deputy }: Day) {
  const gone = [main, deputy].filter(one => one !== null && !members.some(({ id }) => id === one.id));
  return [...members, ...gone].flatMap(one => (one ? [{ value: one.id, label: one.name }] : []));
}
