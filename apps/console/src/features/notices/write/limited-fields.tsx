import { Checkbox, Input } from 'antd';
import { Field, FieldGroup } from '../../../ui/field';
import type { NoticeContent } from './content';
import { useField, useWriting } from './writing';

type Limited = NonNullable<NoticeContent['limited']>;
type Name = keyof Limited;

const FIELDS: readonly { name: Name; label: string; hint?: string; max: number }[] = [
  { name: 'group', label: '只对谁', hint: '如 征收范围内的住户', max: 60 },
  { name: 'postedAt', label: '张贴在哪里', max: 200 },
  { name: 'contact', label: '问谁（电话、地址）', max: 100 },
];

/** Letters and digits that are not taken for another on a printed sheet. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const makeCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map(byte => SIGNS[byte % SIGNS.length]).join('');

/** For a group only: everybody sees a stub; the text opens with the code printed on the posted sheet, while the period runs. */
export function LimitedFields() {
  const { content, set } = useWriting();
  const { limited } = content;
  const begin = (isOn: boolean) =>
    set({ limited: isOn ? { group: '', postedAt: '', contact: '', code: makeCode() } : undefined });
  const change = (part: Partial<Limited>) => limited && set({ limited: { ...limited, ...part } });
  return (
    <FieldGroup name="limited" label="限定范围">
      <Checkbox checked={limited !== undefined} onChange={({ target }) => begin(target.checked)}>
        全文只对特定群体公开
      </Checkbox>
      {limited && (
        <div className="within">
          {FIELDS.map(field => (
            <LimitedText key={field.name} {...field} value={limited[field.name] ?? ''} change={change} />
          ))}
          <LimitedText
            name="code"
            label="查阅码"
            hint="印在张贴的纸上；发布以后这里不再显示，请先记好"
            max={12}
            value={limited.code ?? ''}
            change={({ code }) => change({ code: code?.toUpperCase() })}
          />
          {!content.posting && <p className="field-fault">限定范围公开的，要写明公示的起止日期。</p>}
        </div>
      )}
    </FieldGroup>
  );
}

interface TextProps {
  name: Name;
  label: string;
  hint?: string;
  max: number;
  value: string;
  change: (part: Partial<Limited>) => void;
}

function LimitedText({ name, label, hint, max, value, change }: TextProps) {
  const { faults, onBlur } = useField(`limited.${name}`);
  return (
    <Field label={label} {...(hint && { hint })} faults={faults}>
      {control => (
        <Input
          {...control}
          maxLength={max}
          value={value}
          onChange={({ target }) => change({ [name]: target.value })}
          onBlur={onBlur}
        />
      )}
    </Field>
  );
}
