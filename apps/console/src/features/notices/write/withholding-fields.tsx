import { attributeLabels, withholdingGrounds, type WithholdingGroundCode } from '@bandeng/rules';
import { Input, Radio, Select } from 'antd';
import { Field, FieldGroup } from '../../../ui/field';
import type { NoticeContent } from './content';
import { useField, useWriting } from './writing';

type Withholding = NonNullable<NoticeContent['withholding']>;
type Attribute = keyof typeof attributeLabels;

const CODES = Object.keys(withholdingGrounds) as WithholdingGroundCode[];
const groundsOf = (attribute: Attribute) =>
  CODES.filter(code => withholdingGrounds[code].attribute === attribute).map(value => ({
    value,
    label: `${withholdingGrounds[value].article}：${withholdingGrounds[value].label}`,
  }));

/** 公开属性: public unless it is said by which article and why it is not. */
export function WithholdingFields() {
  const { content, set } = useWriting();
  const { withholding } = content;
  const attribute = withholding?.attribute ?? 'active';
  const choose = (to: Attribute) =>
    set({ withholding: to === 'active' ? undefined : { attribute: to, reason: withholding?.reason ?? '' } });
  const change = (part: Partial<Withholding>) => withholding && set({ withholding: { ...withholding, ...part } });
  return (
    <FieldGroup name="withholding" label="公开属性" faults={useFaultsOfWhole()}>
      <Radio.Group
        aria-label="公开属性"
        value={attribute}
        onChange={({ target }) => choose(target.value as Attribute)}
        options={Object.entries(attributeLabels).map(([value, label]) => ({ value, label }))}
      />
      {withholding && <p className="quiet">同样要审；审过以后归档，不发布。</p>}
      {withholding && <Ground key={attribute} withholding={withholding} change={change} />}
    </FieldGroup>
  );
}

/** Those of the parts are said at the parts. */
function useFaultsOfWhole(): string[] {
  const { faultsOf } = useWriting();
  const ofParts = new Set(['ground', 'reason'].flatMap(part => faultsOf(`withholding.${part}`)));
  return faultsOf('withholding').filter(fault => !ofParts.has(fault));
}

interface GroundProps {
  withholding: Withholding;
  change: (part: Partial<Withholding>) => void;
}

function Ground({ withholding: { attribute, ground, reason }, change }: GroundProps) {
  const chosen = useField('withholding.ground');
  const why = useField('withholding.reason');
  return (
    <div className="within">
      <Field label="依据哪一条（政府信息公开条例）" faults={chosen.faults}>
        {control => (
          <Select
            {...control}
            style={{ width: '100%' }}
            placeholder="请选"
            value={ground}
            onChange={(value: WithholdingGroundCode) => change({ ground: value })}
            onBlur={chosen.onBlur}
            options={groundsOf(attribute)}
          />
        )}
      </Field>
      <Field label="理由" hint="这一份里的什么内容，为什么适用这一条" faults={why.faults}>
        {control => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => change({ reason: target.value })}
            onBlur={why.onBlur}
          />
        )}
      </Field>
    </div>
  );
}
