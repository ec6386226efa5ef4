import { View } from '@tarojs/components';
import type { Column } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { usePreferences } from '@/lib/preferences';
import { dateOf } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Row } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Sheet } from '@/ui/sheet';
import type { NoticeFilter } from './api';
import { kindWords, stageWords } from './words';

interface FilterSheetProps {
  open: boolean;
  filter: NoticeFilter;
  columns: readonly Column[];
  /** Of the unit that is chosen. */
  unitName: string | undefined;
  /** Units are many: they have a sheet of their own. */
  onPickUnit: () => void;
  onChange: (filter: NoticeFilter) => void;
  onClose: () => void;
}

type Kind = NonNullable<NoticeFilter['kind']>;
const kinds = (Object.keys(kindWords) as Kind[]).map(value => ({ value, label: kindWords[value] }));

type Stage = NonNullable<NoticeFilter['stage']>;
const stages = (Object.keys(stageWords) as Stage[]).map(value => ({ value, label: stageWords[value] }));
const DAY_MS = 86_400_000;
/** Since when, counted from today. */
const spans = [
  { value: 'all', label: '不限' },
  { value: '7', label: '一周内' },
  { value: '30', label: '一个月内' },
  { value: '365', label: '一年内' },
];
const sinceOf = (days: string) =>
  days === 'all' ? undefined : dateOf(new Date(now().getTime() - Number(days) * DAY_MS));

/** Place, column, unit, time, kind and stage of what is shown. Choosing acts at once; the sheet stays until it is closed. */
export function FilterSheet({ open, filter, columns, unitName, onChange, onPickUnit, onClose }: FilterSheetProps) {
  const { area } = usePreferences();
  const children = columns.filter(column => column.parentId === filter.column || column.id === filter.column);
  return (
    <Sheet
      open={open}
      title="只看哪些"
      onClose={onClose}
      foot={
        <Button look="filled" block onPress={onClose}>
          看结果
        </Button>
      }
    >
      <View>
        {area && (
          <Choice
            label="哪里的"
            options={[
              { value: 'all', label: '全区' },
              { value: area.id, label: area.name },
            ]}
            value={filter.area ?? 'all'}
            onChange={value => onChange({ ...filter, area: value === 'all' ? undefined : value })}
          />
        )}
        {children.length > 1 && (
          <Choice
            label="哪个栏目"
            options={children.map(column => ({ value: column.id, label: column.name }))}
            value={filter.column}
            onChange={value => onChange({ ...filter, column: value })}
          />
        )}
        <Row title="哪个单位" value={unitName ?? '全部单位'} onPress={onPickUnit} />
        <Choice
          label="什么时候的"
          options={spans}
          value={spans.find(({ value }) => sinceOf(value) === filter.from)?.value}
          onChange={value => onChange({ ...filter, from: sinceOf(value) })}
        />
        <Choice
          label="哪一种"
          options={[{ value: 'all', label: '都看' }, ...kinds]}
          value={filter.kind ?? 'all'}
          onChange={value => onChange({ ...filter, kind: value === 'all' ? undefined : (value as Kind) })}
        />
        <Choice
          label="哪个环节"
          options={[{ value: 'all', label: '都看' }, ...stages]}
          value={filter.stage ?? 'all'}
          onChange={value => onChange({ ...filter, stage: value === 'all' ? undefined : (value as Stage) })}
        />
      </View>
    </Sheet>
  );
}
