import { informationFee } from '@bandeng/rules';
import { DatePicker, Form, Input, InputNumber, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { day, required, type ActProps } from './form-parts';

interface Notice {
  basis: 'items' | 'pages';
  pages?: number;
  howToPay: string;
}

/** The amount is counted, never typed; by pages it shows while one types. */
export function NoticeFee({ id, close }: ActProps) {
  return (
    <ActForm<Notice, unknown>
      title="通知缴信息处理费（第四十二条、国办函〔2020〕109号，缴费前停表）"
      submit="发收费通知"
      done="发出去了，20 个工作日内缴"
      initial={{ basis: 'pages' }}
      close={close}
      work={({ basis, pages = 0, howToPay }) =>
        api.call('staff.informationRequests.noticeFee', {
          params: { id },
          body: basis === 'pages' ? { basis, pages, howToPay } : { basis, howToPay },
        })
      }
    >
      <Form.Item name="basis" label="按什么算（一件只能用一种）">
        <Radio.Group
          options={[
            { value: 'pages', label: '按量：给出的页数' },
            { value: 'items', label: '按件：当月第几件，由系统数' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const pages: unknown = getFieldValue('pages');
          return (
            getFieldValue('basis') === 'pages' && (
              <Form.Item
                name="pages"
                label="几页"
                rules={[{ required: true, message: '请填页数' }]}
                extra={typeof pages === 'number' && pages > 0 ? sayFee(pages) : undefined}
              >
                <InputNumber min={1} max={100_000} precision={0} />
              </Form.Item>
            )
          );
        }}
      </Form.Item>
      <Form.Item name="howToPay" label="怎么缴、在哪里缴（申请人看得到）" rules={required('请写明怎么缴')}>
        <Input.TextArea rows={2} maxLength={300} showCount />
      </Form.Item>
    </ActForm>
  );
}

function sayFee(pages: number): string {
  const { yuan, lines } = informationFee({ basis: 'pages', pages });
  return `${lines.map(({ text }) => text).join('；')}。一共 ${yuan} 元`;
}

export function RecordPayment({ id, close }: ActProps) {
  return (
    <ActForm<{ on: Dayjs }, unknown>
      title="缴费到账了"
      submit="记下"
      done="记下了，答复的期限从次日重新算"
      close={close}
      work={({ on }) =>
        api.call('staff.informationRequests.recordPayment', { params: { id }, body: { on: on.format('YYYY-MM-DD') } })
      }
    >
      <Form.Item name="on" label="哪一天缴的" rules={day}>
        <DatePicker />
      </Form.Item>
    </ActForm>
  );
}

/** What the applicant says against the fee; kept with the reason, or taken back. */
export function AnswerFeeDispute({ id, request: { fee }, close }: ActProps) {
  return (
    <ActForm<{ isKept: boolean; text: string }, unknown>
      title="答复对收费的异议"
      submit="答复"
      done="答复了，申请人会收到消息"
      initial={{ isKept: true }}
      close={close}
      work={body => api.call('staff.informationRequests.answerFeeDispute', { params: { id }, body })}
    >
      <p className="prose">申请人说：{fee?.reply?.reason}</p>
      <Form.Item name="isKept" label="怎么定">
        <Radio.Group
          options={[
            { value: true, label: '照收' },
            { value: false, label: '不收了：停表的日子也算进期限' },
          ]}
        />
      </Form.Item>
      <Form.Item name="text" label="为什么（申请人看得到）" rules={required('请写明理由')}>
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  );
}
