import { DatePicker, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { optionsOf } from '../../../lib/options-of';
import { useOwnUnits } from '../../../lib/use-own-units';
import { useAreas } from '../../../lib/use-places';
import { Field } from '../../../ui/field';
import { useColumns } from '../use-columns';
import { CLASS_NAMES, KIND_NAMES, STAGE_NAMES } from '../words';
import type { NoticeContent } from './content';
import { useField, useWriting } from './writing';

const SEARCH = { optionFilterProp: 'label' } as const;
const WIDE = { width: '100%' } as const;

type Dates = 'madeOn' | 'effectiveOn' | 'abolishedOn' | 'takeDownOn';

/** What kind of paper it is, whose, where it is listed, its numbers and dates. */
export function FactsFields() {
  const { content, set } = useWriting();
  const kind = useField('kind');
  const stage = useField('stage');
  return (
    <>
      <Field name="kind" label="种类" faults={kind.faults}>
        {control => (
          <Select
            {...control}
            style={WIDE}
            placeholder="请选"
            value={content.kind}
            onChange={value => set({ kind: value, ...(value !== 'regulation' && { documentClass: undefined }) })}
            onBlur={kind.onBlur}
            options={optionsOf(KIND_NAMES)}
          />
        )}
      </Field>
      {content.kind === 'regulation' && <DocumentClass />}
      <UnitField />
      <Many name="columnIds" label="栏目（可以几个）" options={useColumns()} />
      <DocumentNumber />
      <Field name="stage" label="五公开的阶段" faults={stage.faults}>
        {control => (
          <Select
            {...control}
            style={WIDE}
            allowClear
            placeholder="可以不选"
            value={content.stage}
            onChange={(value: NoticeContent['stage']) => set({ stage: value })}
            onBlur={stage.onBlur}
            options={optionsOf(STAGE_NAMES)}
          />
        )}
      </Field>
      <Day name="madeOn" label="成文日期" />
      <Day name="effectiveOn" label="施行日期" />
      <Day name="abolishedOn" label="废止日期" />
      <Many name="areaIds" label="关于哪里（不选就是全区）" options={useAreas().options} />
    </>
  );
}

function UnitField() {
  const { content, set } = useWriting();
  const { faults, onBlur } = useField('unitId');
  const options = useOwnUnits();
  return (
    <Field name="unitId" label="发布单位" faults={faults}>
      {control => (
        <Select
          {...control}
          style={WIDE}
          showSearch={SEARCH}
          placeholder="请选"
          value={content.unitId}
          onChange={value => set({ unitId: value })}
          onBlur={onBlur}
          options={options}
        />
      )}
    </Field>
  );
}

/** What the annual report counts it as. */
function DocumentClass() {
  const { content, set } = useWriting();
  const { faults, onBlur } = useField('documentClass');
  return (
    <Field name="documentClass" label="文件分类" hint="年度报告表二照这个数；区政府不制定规章" faults={faults}>
      {control => (
        <Select
          {...control}
          style={WIDE}
          placeholder="请选"
          value={content.documentClass}
          onChange={(value: NoticeContent['documentClass']) => set({ documentClass: value })}
          onBlur={onBlur}
          options={optionsOf(CLASS_NAMES)}
        />
      )}
    </Field>
  );
}

/** Its index number is the system's to give. */
function DocumentNumber() {
  const { content, set } = useWriting();
  const { faults, onBlur } = useField('documentNumber');
  return (
    <Field name="documentNumber" label="文号" hint="如 栖政发〔2026〕12号；没有就空着。索引号由系统编" faults={faults}>
      {control => (
        <Input
          {...control}
          maxLength={80}
          value={content.documentNumber ?? ''}
          onChange={({ target }) => set({ documentNumber: target.value })}
          onBlur={onBlur}
        />
      )}
    </Field>
  );
}

export const dayOf = (date: string | undefined): Dayjs | null => (date ? dayjs(date) : null);
export const dateOf = (day: Dayjs | null): string | undefined => day?.format('YYYY-MM-DD');

export function Day({ name, label, hint }: { name: Dates; label: string; hint?: string }) {
  const { content, set } = useWriting();
  const { faults, onBlur } = useField(name);
  return (
    <Field name={name} label={label} hint={hint} faults={faults}>
      {control => (
        <DatePicker
          {...control}
          style={WIDE}
          value={dayOf(content[name])}
          onChange={day => set({ [name]: dateOf(day) })}
          onBlur={onBlur}
        />
      )}
    </Field>
  );
}

interface ManyProps {
  name: 'columnIds' | 'areaIds';
  label: string;
  options: { value: string; label: string }[];
}

function Many({ name, label, options }: ManyProps) {
  const { content, set } = useWriting();
  const { faults, onBlur } = useField(name);
  return (
    <Field name={name} label={label} faults={faults}>
      {control => (
        <Select
          {...control}
          mode="multiple"
          style={WIDE}
          showSearch={SEARCH}
          placeholder="请选"
          value={content[name]}
          onChange={value => set({ [name]: value })}
          onBlur={onBlur}
          options={options}
        />
      )}
    </Field>
  );
}
