import {
  countWorkingDaysBetween,
  daysBetween,
  earliestPostingEnd,
  postingKinds,
  postingPeriod,
  postingTooShort,
  sayDate,
} from '@bandeng/rules';
import { Checkbox, DatePicker, Input, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { Field, FieldGroup } from '../../../ui/field';
import type { NoticeContent } from './content';
import { dateOf, dayOf } from './facts-fields';
import { useField, useWriting } from './writing';

type Posting = NonNullable<NoticeContent['posting']>;
type Kind = NonNullable<Posting['kind']>;
type Dated = Posting & { from: string; to: string };

/** Seven days is what most lists hang out. */
const USUAL_DAYS = 7;

/** The first lawful last day, or that of so many days; the day of posting does not count. */
const lastDay = (from: string, { unit, kind = 'other' }: Pick<Posting, 'unit' | 'kind'>): string =>
  earliestPostingEnd({ kind, from }) ?? postingPeriod(from, USUAL_DAYS, unit).endsOn;
const countOf = ({ from, to, unit }: Dated): number =>
  unit === 'days' ? daysBetween(from, to) : countWorkingDaysBetween(from, to);
const KINDS = Object.entries(postingKinds).map(([value, { label }]) => ({ value: value as Kind, label }));

/** 公示期: how long it hangs out, and where one objects. */
export function PostingFields() {
  const { content, set } = useWriting();
  const { posting } = content;
  const from = useField('posting.from');
  const to = useField('posting.to');
  const kind = useField('posting.kind');
  const objection = useField('posting.objection');
  const change = (part: Partial<Posting>) => posting && set({ posting: { ...posting, ...part } });
  const begin = (isOn: boolean) => {
    const today = dayjs().format('YYYY-MM-DD');
    set({ posting: isOn ? { from: today, to: lastDay(today, { unit: 'days' }), unit: 'days' } : undefined });
  };
  const choose = (chosen: Kind) => {
    const { unit } = postingKinds[chosen];
    const end = posting?.from && { to: lastDay(posting.from, { unit, kind: chosen }) };
    change({ kind: chosen, unit, ...end });
  };
  return (
    <FieldGroup name="posting" label="公示期" faults={useField('posting').faults.slice(0, posting ? 0 : 1)}>
      <Checkbox checked={posting !== undefined} onChange={({ target }) => begin(target.checked)}>
        这一条要公示
      </Checkbox>
      {posting && (
        <div className="within">
          <Field label="哪一种公示" hint={posting.kind && postingKinds[posting.kind].basis} faults={kind.faults}>
            {control => (
              <Select<Kind>
                {...control}
                placeholder="选一种，它定了最少公示几天"
                options={KINDS}
                value={posting.kind}
                onChange={choose}
                onBlur={kind.onBlur}
              />
            )}
          </Field>
          <Radio.Group
            aria-label="按什么天数"
            options={[
              { value: 'days', label: '自然日' },
              { value: 'workingDays', label: '工作日' },
            ]}
            value={posting.unit}
            onChange={({ target }) => {
              const unit = target.value as Posting['unit'];
              const end = posting.from && { to: lastDay(posting.from, { unit, kind: posting.kind }) };
              change({ unit, ...end });
            }}
          />
          <Field label="从哪天" faults={from.faults}>
            {control => (
              <DatePicker
                {...control}
                value={dayOf(posting.from)}
                onChange={day => change({ from: dateOf(day) })}
                onBlur={from.onBlur}
              />
            )}
          </Field>
          <Field label="到哪天（含这一天）" hint={sayCount(posting)} faults={to.faults}>
            {control => (
              <DatePicker
                {...control}
                value={dayOf(posting.to)}
                onChange={day => change({ to: dateOf(day) })}
                onBlur={to.onBlur}
              />
            )}
          </Field>
          <Field label="有异议怎么说" faults={objection.faults}>
            {control => (
              <Input.TextArea
                {...control}
                rows={2}
                maxLength={300}
                value={posting.objection ?? ''}
                onChange={({ target }) => change({ objection: target.value || undefined })}
                onBlur={objection.onBlur}
              />
            )}
          </Field>
        </div>
      )}
    </FieldGroup>
  );
}

function sayCount(posting: Posting): string {
  if (!posting.from || !posting.to) return '';
  if (posting.to < posting.from) return '结束不能早于开始';
  const { kind = 'other', from, to } = posting;
  const tooShort = postingTooShort({ kind, from, to });
  if (tooShort !== null) return tooShort;
  const unit = posting.unit === 'days' ? '天' : '个工作日';
  return `一共 ${countOf({ ...posting, from, to })} ${unit}（贴出当天不算），${sayDate(posting.to, new Date())} 24:00 收起`;
}
