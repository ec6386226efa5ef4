import type { StaffUnit } from '@bandeng/contracts/types';
import { Checkbox, Form } from 'antd';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { ActForm } from '../../ui/act-form';
import { AreaField, ChoiceField, IdField, SinceField, TextField } from './common-fields';
import { orNull, UNIT_KINDS } from './words';

/** A unit as it stands in public lists: who it is, where, when it is open, whether it takes requests. */
export function UnitForm({ unit, close }: { unit: StaffUnit | undefined; close: () => void }) {
  return (
    <ActForm<StaffUnit, unknown>
      title={unit ? `改${unit.shortName}` : '新增单位'}
      submit={unit ? '改好了' : '新增'}
      done={unit ? '改好了，公众马上看到' : '新增了，公众马上看到'}
      initial={unit ?? { takesRequests: false }}
      close={close}
      work={fields =>
        api.call('staff.units.put', {
          params: { id: unit?.id ?? fields.id },
          body: {
            name: fields.name,
            shortName: fields.shortName,
            kind: fields.kind,
            areaId: fields.areaId ?? null,
            phone: orNull(fields.phone),
            address: orNull(fields.address),
            officeHours: orNull(fields.officeHours),
            takesRequests: fields.takesRequests,
            since: orNull(fields.since),
          },
        })
      }
    >
      <IdField isNew={!unit} />
      <TextField name="name" label="全称" max={80} must />
      <TextField name="shortName" label="简称" max={40} must />
      <ChoiceField name="kind" label="种类" options={optionsOf(UNIT_KINDS)} />
      <AreaField name="areaId" label="在哪个地方（全区的不填）" />
      <TextField name="phone" label="电话" max={40} />
      <TextField name="address" label="地址" max={200} />
      <TextField name="officeHours" label="办公时间" max={200} />
      <Form.Item name="takesRequests" valuePropName="checked">
        <Checkbox>自己受理依申请公开</Checkbox>
      </Form.Item>
      <SinceField />
    </ActForm>
  );
}
