import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { optionsOf } from '../../lib/options-of';
import { ACTION_NAMES, RECORD_NAMES } from '../../lib/record-words';
import { useFilters } from '../../lib/use-filters';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';

export const FILTERS = ['collection', 'subject', 'action', 'person', 'from', 'to'] as const;
const DAY = 'YYYY-MM-DD';

const KIND_OF_ACTION: Readonly<Record<string, string>> = {
  notice: '公开信息',
  entry: '催办',
  edition: '目录版本',
  round: '目录评审',
  note: '评审意见',
  staff: '工作人员',
  account: '居民账号',
  consultation: '征集',
  comment: '意见',
  'information-request': '公开申请',
  organization: '单位和名录',
  holidays: '放假安排',
  table: '列表',
};

/** An action is called the same for several kinds of record: its kind is said with it. */
const actionOptions = Object.entries(ACTION_NAMES).map(([value, label]) => ({
  value,
  label: `${label}（${KIND_OF_ACTION[value.split('.', 1)[0]!] ?? '记录'}）`,
}));

/** By person, day, action and record; all of them in the address. */
export function AuditFilters() {
  const filters = useFilters();
  const [from, to] = [filters.get('from'), filters.get('to')];
  const choices = [
    { name: 'collection', label: '哪一类记录', all: '全部记录', options: optionsOf(RECORD_NAMES) },
    { name: 'action', label: '做了什么', all: '全部动作', options: actionOptions },
  ];
  const words = [
    { name: 'person', label: '谁：姓名或者用户名', width: 200 },
    { name: 'subject', label: '记录的编号', width: 320 },
  ];
  return (
    <div className="filters">
      {choices.map(choice => (
        <ChoiceFilter key={choice.name} choice={choice} width={180} />
      ))}
      <DatePicker.RangePicker
        aria-label="从哪天到哪天"
        allowEmpty={[true, true]}
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={days => filters.set({ from: days?.[0]?.format(DAY), to: days?.[1]?.format(DAY) })}
      />
      {words.map(word => (
        <WordsFilter key={word.name} {...word} />
      ))}
    </div>
  );
}
