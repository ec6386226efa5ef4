import type { HotlineMonth } from '@bandeng/contracts/types';
import { readHotlineRates } from '@bandeng/rules';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { useAccount } from '../../lib/session';
import { useList } from '../../lib/use-list';
import { ActForm } from '../../ui/act-form';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { HotlineImport } from './hotline-import';
import { percent, RATES } from './hotline-rates';

/** What the city reports of its hotline, month by month. */
export function HotlinePage() {
  const [isOpen, setOpen] = useState(false);
  const isOffice = useAccount().roles.some(({ role }) => role === 'office');
  const list = useList<HotlineMonth>(['hotline-months'], cursor =>
    api.call('staff.hotline.months', { query: { limit: 50, cursor } }),
  );
  return (
    <Page
      title="热线三率"
      note="12345 是市里的热线，这里记市里每月通报的三个率"
      actions={
        isOffice && (
          <>
            <HotlineImport />
            <Button onClick={() => setOpen(true)}>记一个月</Button>
          </>
        )
      }
    >
      <ListTable
        label="热线三率"
        exportAs={{ table: 'hotline-months', query: {} }}
        nothing="还没有记过"
        list={list}
        columns={[
          { title: '月份', render: (_, { id }) => id },
          ...RATES.map(({ name, label }) => ({
            title: label,
            render: (_: unknown, row: HotlineMonth) => percent(row[name]),
          })),
          { title: '出处', render: (_, { source }) => source },
        ]}
      />
      {isOpen && <MonthForm close={() => setOpen(false)} />}
    </Page>
  );
}

interface Fields {
  month: string;
  pasted?: string;
  onTime: number;
  result: number;
  process: number;
  source: string;
}

/** Figures are typed, or read out of what was pasted from the city's report. */
function MonthForm({ close }: { close: () => void }) {
  return (
    <ActForm<Fields, unknown>
      title="市里通报的一个月"
      submit="记下"
      done="记下了"
      close={close}
      work={({ month, source, ...fields }) => {
        const inHundredths = (name: (typeof RATES)[number]['name']) => Math.round(fields[name] * 100);
        const rates = {
          onTime: inHundredths('onTime'),
          result: inHundredths('result'),
          process: inHundredths('process'),
        };
        return api.call('staff.hotline.put', { params: { id: month }, body: { ...rates, source } });
      }}
    >
      <Form.Item
        name="month"
        label="月份"
        rules={[{ required: true, pattern: /^20\d\d-(?:0[1-9]|1[0-2])$/, message: '写成 2026-11 这样' }]}
      >
        <Input maxLength={7} placeholder="2026-11" autoFocus />
      </Form.Item>
      <Pasted />
      {RATES.map(({ name, label }) => (
        <Form.Item key={name} name={name} label={`${label}（%）`} rules={[{ required: true, message: '请填' }]}>
          <InputNumber min={0} max={100} precision={2} />
        </Form.Item>
      ))}
      <Form.Item name="source" label="出处" rules={required('请写从哪份通报抄来')}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  );
}

function Pasted() {
  const form = Form.useFormInstance<Fields>();
  const take = (pasted: string) => {
    for (const [name, value] of Object.entries(readHotlineRates(pasted)))
      form.setFieldValue(name as keyof Fields, value / 100);
  };
  return (
    <Form.Item name="pasted" label="把通报的句子或者表格贴进来，数字会填好（可以不贴）">
      <Input.TextArea rows={2} maxLength={2000} onChange={event => take(event.target.value)} />
    </Form.Item>
  );
}
