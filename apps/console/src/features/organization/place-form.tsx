import type { StaffPlace } from '@bandeng/contracts/types';
import { Form, Select } from 'antd';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { ActForm } from '../../ui/act-form';
import { AreaField, ChoiceField, IdField, SinceField, TextField } from './common-fields';
import { orNull, PLACE_KINDS } from './words';

/** Where one can read on paper or on a screen. Its point on the map stays as it is. */
export function PlaceForm({ place, close }: { place: StaffPlace | undefined; close: () => void }) {
  return (
    <ActForm<StaffPlace, unknown>
      title={place ? `改${place.name}` : '新增查阅点'}
      submit={place ? '改好了' : '新增'}
      done={place ? '改好了，公众马上看到' : '新增了，公众马上看到'}
      initial={place ?? { services: [] }}
      close={close}
      work={fields =>
        api.call('staff.places.put', {
          params: { id: place?.id ?? fields.id },
          body: {
            name: fields.name,
            kind: fields.kind,
            areaId: fields.areaId,
            address: fields.address,
            phone: orNull(fields.phone),
            hours: fields.hours,
            services: fields.services,
            location: place?.location ?? null,
            since: orNull(fields.since),
          },
        })
      }
    >
      <IdField isNew={!place} />
      <TextField name="name" label="名称" max={80} must />
      <ChoiceField name="kind" label="种类" options={optionsOf(PLACE_KINDS)} />
      <AreaField name="areaId" label="在哪个地方" must />
      <TextField name="address" label="地址" max={200} must />
      <TextField name="phone" label="电话" max={40} />
      <TextField name="hours" label="开放时间" max={200} must />
      <Form.Item name="services" label="能做什么（回车一项）">
        <Select mode="tags" maxCount={20} open={false} suffixIcon={null} />
      </Form.Item>
      <SinceField />
    </ActForm>
  );
}
