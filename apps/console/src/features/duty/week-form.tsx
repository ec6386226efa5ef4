import type { DutyWeek } from '@bandeng/contracts/types';
import { sayDate, sayWeekday } from '@bandeng/rules';
import { App, Button, Select, Space, Table, Tag } from 'antd';
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

/** Seven days with two people each; nothing is written before it is saved. */
export function WeekForm({ week, readLast }: { week: DutyWeek; readLast: () => Promise<DutyWeek> }) {
  const { message } = App.useApp();
  const [choices, choose] = useState(() => chosenIn(week.days));
  const mayPut = week.abilities?.put === true;
  const save = useAct(
    () =>
      api.call('staff.duty.put', {
        params: { id: week.unit.id },
        body: { days: week.days.map(({ on }, at) => ({ on, ...choices[at]! })) },
      }),
    '排好了',
  );
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
      {mayPut && (
        <Space>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
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
