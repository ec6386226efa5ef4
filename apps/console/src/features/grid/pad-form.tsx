import { routes } from '@bandeng/contracts/routes';
import { Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { downloadMade } from '../../lib/http';
import { ActForm } from '../../ui/act-form';

interface Fields {
  areaId: string;
  count: number;
}
/** Four fit a sheet. */
const SHEETS = 10;
const FIRST: Partial<Fields> = { count: 4 * SHEETS };

/** Prints a pad. Its codes are kept nowhere, so the file comes this once. */
export function PadForm({ areas, close }: { areas: { value: string; label: string }[]; close: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  return (
    <ActForm<Fields, void>
      title="印一本便条"
      submit="下载 PDF"
      done="下载了。存好，这一本只给一次"
      initial={FIRST}
      close={close}
      work={fields => downloadMade(routes['staff.grid.pads.create'].path, { id, ...fields })}
    >
      <Form.Item name="areaId" label="给哪里用" rules={[{ required: true, message: '请选地方' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={areas} />
      </Form.Item>
      <Form.Item
        name="count"
        label="几张（一页 A4 四张，最多 200 张）"
        rules={[{ required: true, message: '请填几张' }]}
      >
        <InputNumber min={1} max={200} precision={0} />
      </Form.Item>
      <p className="quiet">
        沿虚线剪开，发给网格员。上面的码不留底，下载只有这一次；没存下来、弄丢了，就作废这一本，另印一本。
      </p>
    </ActForm>
  );
}
