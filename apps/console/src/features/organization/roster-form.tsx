import type { RosterEntry, StaffArea } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';
import { optionsOf } from '../../lib/options-of';
import { useUnits } from '../../lib/use-places';
import { ActForm } from '../../ui/act-form';
import { DateInput } from '../../ui/date-input';
import { ChoiceField, TextField } from './common-fields';
import { orNull, POSTS } from './words';

interface Fields {
  post: RosterEntry['post'];
  unitId: string | undefined;
  areaId: string | undefined;
  name: string;
  duty: string | undefined;
  phone: string | undefined;
  isPublic: boolean;
  since: string;
}

/** One person and what for. Somebody new in the same post is another entry, after the former one has ended. */
export function RosterForm({ entry, close }: { entry: RosterEntry | undefined; close: () => void }) {
  const [id] = useState(() => entry?.id ?? crypto.randomUUID());
  return (
    <ActForm<Fields, unknown>
      title={entry ? `改${entry.name}的登记` : '记下谁负责什么'}
      submit={entry ? '改好了' : '记下'}
      done={entry ? '改好了' : '记下了'}
      initial={entry ? fieldsOf(entry) : { isPublic: false }}
      close={close}
      work={fields =>
        api.call('staff.rosters.put', {
          params: { id },
          body: {
            post: entry?.post ?? fields.post,
            unitId: entry ? (entry.unit?.id ?? null) : (fields.unitId ?? null),
            areaId: entry ? (entry.area?.id ?? null) : (fields.areaId ?? null),
            name: fields.name,
            duty: orNull(fields.duty),
            phone: orNull(fields.phone),
            isPublic: fields.isPublic,
            since: fields.since,
          },
        })
      }
    >
      {!entry && <Post />}
      <TextField name="name" label="姓名" max={40} must />
      <TextField name="duty" label="职务、专长或者具体管什么" max={80} />
      <TextField name="phone" label="电话" max={40} />
      <Form.Item name="isPublic" valuePropName="checked">
        <Checkbox>姓名和电话公开，写在单位的公开指南里</Checkbox>
      </Form.Item>
      <Form.Item name="since" label="从哪天起" rules={[{ required: true, message: '请选日子' }]}>
        <DateInput />
      </Form.Item>
    </ActForm>
  );
}

function Post() {
  return (
    <>
      <ChoiceField name="post" label="负责什么" options={optionsOf(POSTS)} />
      <Form.Item name="unitId" label="哪个单位的">
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={useUnits().options} />
      </Form.Item>
      <Form.Item name="areaId" label="哪个地方的（网格员必填）">
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={useAllAreas()} />
      </Form.Item>
    </>
  );
}

/** Down to the grid, which the public list leaves out. */
function useAllAreas(): { value: string; label: string }[] {
  const { data = [] } = useQuery({
    queryKey: ['areas', 'all'],
    queryFn: () => listAll<StaffArea>(cursor => api.call('staff.areas.list', { query: { limit: 100, cursor } })),
  });
  return data
    .filter(({ closedOn }) => closedOn === null)
    .map(({ id, name, path }) => ({ value: id, label: path.slice(1).join(' · ') || name }));
}

const fieldsOf = ({ name, duty, phone, isPublic, since, post, unit, area }: RosterEntry): Partial<Fields> => ({
  name,
  duty: duty ?? undefined,
  phone: phone ?? undefined,
  isPublic,
  since,
  post,
  unitId: unit?.id,
  areaId: area?.id,
});
