import type { DraftPage } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../lib/http';
import { listAll } from '../../lib/list-all';
import { ActForm } from '../../ui/act-form';
import type { Detail } from './consultation-facts';
import { CHANNEL_NAMES, CONSENT_NAMES, OFFLINE_CHANNELS, type Recorded } from './words';

interface Fields {
  channel: Recorded['channel'];
  place: string;
  body: string;
  proposedText?: string;
  persons: number;
  authorName?: string;
  heardOn: Dayjs;
  heardAt?: string;
  consent: Recorded['consent'];
}

const WHOLE = 'whole';
/** Said face to face: where is part of the record. */
const HAS_PLACE: readonly string[] = ['visit', 'meeting', 'hearing', 'bench'];

/** A letter, a call, a hearing: written down word for word, counted with all the others. */
export function RecordForm({ consultation, close }: { consultation: Detail; close: () => void }) {
  const { id, draftKind } = consultation;
  // Sent twice it is the same comment.
  const [commentId] = useState(() => crypto.randomUUID());
  const { data: places = [] } = useQuery({ queryKey: ['places', id], queryFn: () => listPlaces(id) });
  return (
    <ActForm<Fields, unknown>
      title="录入线下的意见"
      submit="录入"
      done="录好了，和别的意见一样要答复"
      initial={{ channel: 'letter', place: WHOLE, persons: 1 }}
      close={close}
      work={({ place, proposedText, authorName, heardOn, heardAt, ...body }) =>
        api.call('staff.comments.record', {
          params: { id },
          body: {
            ...body,
            id: commentId,
            target:
              place === WHOLE ? { kind: 'whole' } : { kind: draftKind === 'clauses' ? 'clause' : 'entry', id: place },
            ...(proposedText && { proposedText }),
            ...(authorName && { authorName }),
            heardOn: heardOn.format('YYYY-MM-DD'),
            ...(heardAt && { heardAt }),
          },
        })
      }
    >
      <Form.Item name="channel" label="怎么来的">
        <Select options={OFFLINE_CHANNELS.map(value => ({ value, label: CHANNEL_NAMES[value] }))} />
      </Form.Item>
      <HeardFields />
      <Form.Item name="place" label="说的是哪里">
        <Select showSearch={{ optionFilterProp: 'label' }} options={[{ value: WHOLE, label: '整个草案' }, ...places]} />
      </Form.Item>
      <Form.Item name="body" label="意见原话" rules={[{ required: true, whitespace: true, message: '请写下意见' }]}>
        <Input.TextArea rows={5} maxLength={4000} showCount autoFocus />
      </Form.Item>
      <Form.Item name="proposedText" label="想改成（没有就不填）">
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <Form.Item name="persons" label="几个人提的">
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name="authorName" label="署名（不愿意留就不填）">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="consent" label="他同意吗（当面问清楚）" rules={[{ required: true, message: '请问清楚再录' }]}>
        <Radio.Group options={Object.entries(CONSENT_NAMES).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
    </ActForm>
  );
}

/** When it was said; and where, when it was said face to face. */
function HeardFields() {
  const channel = Form.useWatch<Fields['channel'] | undefined>('channel');
  return (
    <>
      <Form.Item name="heardOn" label="哪天说的（来信写收到那天）" rules={[{ required: true, message: '请选一天' }]}>
        <DatePicker />
      </Form.Item>
      {channel && HAS_PLACE.includes(channel) && (
        <Form.Item
          name="heardAt"
          label="在哪里说的"
          rules={[{ required: true, whitespace: true, message: '请写在哪里' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      )}
    </>
  );
}

async function listPlaces(id: string): Promise<{ value: string; label: string }[]> {
  const items = await listAll<DraftPage['items'][number]>(cursor =>
    api.call('staff.consultations.draft', { params: { id }, query: { limit: 100, cursor } }),
  );
  return items.map(item => ({
    value: item.id,
    label: 'label' in item ? `${item.label} ${item.text.slice(0, 24)}` : item.name,
  }));
}
