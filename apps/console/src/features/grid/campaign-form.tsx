import type { GridItem } from '@bandeng/contracts/types';
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { ActForm } from '../../ui/act-form';
import { DateInput } from '../../ui/date-input';
import { useBrought } from './use-brought';
import { useGridAreas } from './use-grid-areas';

interface Fields {
  title: string;
  items: { value: string; label: string }[];
  areaIds: string[];
  from: string;
  to: string;
  targetPercent: number;
}

const must = (message: string) => [{ required: true, message }];

/** Sends something out to doors: what, where, from when to when, and how far it should come. */
export function CampaignForm({ close }: { close: () => void }) {
  // The same form sent twice is one campaign.
  const [id] = useState(() => crypto.randomUUID());
  const { options: areas } = useGridAreas();
  return (
    <ActForm<Fields, unknown>
      title="布置入户任务"
      submit="布置"
      done="布置好了，派到这些地方的人手机上会看到"
      initial={{ targetPercent: 95 }}
      close={close}
      work={({ items, ...fields }) =>
        api.call('staff.grid.campaigns.create', {
          body: { id, ...fields, items: items.map(({ value }) => refOf(value)) },
        })
      }
    >
      <Form.Item name="title" label="叫什么（网格员看得到）" rules={required('请写任务的名称')}>
        <Input maxLength={60} showCount autoFocus />
      </Form.Item>
      <ItemsField />
      <Form.Item name="areaIds" label="送到哪些地方" rules={must('请选地方')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={areas} />
      </Form.Item>
      <Form.Item name="from" label="从哪天" rules={must('请选开始的日子')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="to" label="到哪天（当天还算）" rules={must('请选最后一天')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="targetPercent" label="要送到百分之几的户" rules={must('请填')}>
        <InputNumber min={1} max={100} precision={0} suffix="%" />
      </Form.Item>
    </ActForm>
  );
}

function ItemsField() {
  const [words, setWords] = useState('');
  const { options, isLoading } = useBrought(words);
  return (
    <Form.Item name="items" label="送什么（公开信息、正在征集的草案，打字查找）" rules={must('请选要送的内容')}>
      <Select
        mode="multiple"
        labelInValue
        loading={isLoading}
        showSearch={{ filterOption: false, onSearch: setWords }}
        notFoundContent={isLoading ? '正在查' : '没有找到，换一个词'}
        options={options}
      />
    </Form.Item>
  );
}

const refOf = (value: string): Pick<GridItem, 'kind' | 'id'> => {
  const at = value.indexOf(':');
  return { kind: value.slice(0, at) as GridItem['kind'], id: value.slice(at + 1) };
};
