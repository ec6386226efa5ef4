import type { DutyWeek } from '@bandeng/contracts/types';
import { addDays, sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { api } from '../../lib/http';
import { useAccount } from '../../lib/session';
import { useFilters } from '../../lib/use-filters';
import { useUnits } from '../../lib/use-places';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { WeekForm } from './week-form';

const ROLES = ['editor', 'office', 'street', 'head', 'supervisor'];

/** The units whose roster this person reads: the own ones, or all of the district. */
function useReadUnits() {
  const { roles } = useAccount();
  const { options } = useUnits();
  const mine = roles.filter(({ role }) => ROLES.includes(role));
  if (mine.some(({ unitId, areaId }) => unitId === null && areaId === null)) return options;
  return options.filter(({ value }) => mine.some(({ unitId }) => unitId === value));
}

const week = (unitId: string, of: string | undefined) =>
  api.call('staff.duty.get', { params: { id: unitId }, query: { of } });

/** 值班表: week by week, who answers for a unit on which day. */
export function DutyPage() {
  const isReader = useAccount().roles.some(({ role }) => ROLES.includes(role));
  if (isReader) return <Duty />;
  return <Page title="值班表">值班表给单位的经办人、街道、政府办、机构负责人和督导看。</Page>;
}

function Duty() {
  const filters = useFilters();
  const units = useReadUnits();
  const of = filters.get('of');
  const unitId = filters.get('unit') ?? units[0]?.value;
  const query = useQuery({
    queryKey: ['duty', unitId, of],
    queryFn: () => week(unitId ?? '', of),
    enabled: unitId !== undefined,
  });
  const { data } = query;
  const go = (days: number) => data && filters.set({ of: addDays(data.monday, days) });
  return (
    <Page
      title="值班表"
      note="新留言、舆情和提醒先送给当天值班的人；没有排班的，送给单位的经办人"
      actions={
        <>
          <Button onClick={() => go(-7)}>上一周</Button>
          <Button onClick={() => filters.set({ of: undefined })}>这一周</Button>
          <Button onClick={() => go(7)}>下一周</Button>
        </>
      }
    >
      <div className="filters">
        <Select
          aria-label="哪个单位"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 240 }}
          {...(unitId !== undefined && { value: unitId })}
          onChange={(value: string) => filters.set({ unit: value })}
          options={units}
        />
        {data && <strong>{sayWeek(data)}</strong>}
      </div>
      <Loaded query={query}>
        {loaded => (
          <WeekForm
            key={`${loaded.unit.id}:${loaded.monday}`}
            week={loaded}
            readLast={() => week(loaded.unit.id, addDays(loaded.monday, -7))}
          />
        )}
      </Loaded>
    </Page>
  );
}

const sayWeek = ({ monday }: DutyWeek) => {
  const now = new Date();
  return `${sayDate(monday, now)}到${sayDate(addDays(monday, 6), now)}`;
};
