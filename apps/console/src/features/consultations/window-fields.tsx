import { consultationKinds, consultationWindow, sayDate } from '@bandeng/rules';
import { Alert, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ConsultationDraft } from './words';

export type Kind = ConsultationDraft['kind'];

const dateOf = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** The kind decides how long the public must be asked; where less is lawful, the reason is published. */
export function WindowFields() {
  const form = Form.useFormInstance();
  const kind = Form.useWatch<Kind>('kind', form) as Kind | undefined;
  const opens = Form.useWatch<Dayjs>('opensOn', form) as Dayjs | undefined;
  const closes = Form.useWatch<Dayjs>('closesOn', form) as Dayjs | null | undefined;
  const shape = kind && opens && { kind, publishedOn: dateOf(opens), ...(closes && { closesOn: dateOf(closes) }) };
  const window = shape && consultationWindow(shape);
  const isShort = window?.shortened === true && consultationKinds[window && kind].shortenable;
  const refused = window?.violations.filter(({ code }) => code !== 'window.reason_missing') ?? [];
  return (
    <>
      <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选类别' }]}>
        <Select options={Object.entries(consultationKinds).map(([value, { label }]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="opensOn" label="哪天开始" rules={[{ required: true, message: '请选一天' }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="closesOn" label="最后一天（不填就是最早可以结束的那天）">
        <DatePicker />
      </Form.Item>
      <Form.Item name="outcomeDueOn" label="答应哪天前公布结果（不填就是截止后 20 个工作日）">
        <DatePicker />
      </Form.Item>
      {kind && window && (
        <Alert
          className="window"
          type={refused.length > 0 ? 'error' : window.shortened ? 'warning' : 'info'}
          showIcon
          title={refused[0]?.message ?? `至少征集到${sayDate(window.minimumClosesOn, new Date())} 24:00`}
          description={`${consultationKinds[kind].basis}${window.provisional ? '。那一年的放假安排还没公布，日期是暂定的' : ''}`}
        />
      )}
      {isShort && (
        <Form.Item
          name="shortenReason"
          label="为什么缩短（和草案一起公布）"
          rules={[{ required: true, whitespace: true, message: '比规定短，要写明理由' }]}
        >
          <Input.TextArea rows={2} maxLength={500} showCount />
        </Form.Item>
      )}
    </>
  );
}
