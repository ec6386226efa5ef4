import type { StaffEnquiry } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { ActForm } from '../../ui/act-form';
import type { ActProps } from './act-forms';

const CONVERSIONS = {
  waiting: '问过本人愿不愿意转为公开申请，在等本人填申请',
  agreed: '本人转为公开申请了',
  declined: '问过本人，本人不转为公开申请：留言接着办',
} as const;

/** It asks for papers: a request has a clock and an answer that the law orders. Proposed, and what became of it. */
export function ConversionAlert({ enquiry: { documentSigns, conversion, abilities } }: { enquiry: StaffEnquiry }) {
  if (conversion)
    return (
      <Alert
        type="info"
        showIcon
        title={CONVERSIONS[conversion.state]}
        description={`${sayExactly(conversion.at)}问的：${conversion.note}`}
      />
    );
  if (documentSigns.length === 0 || !abilities?.offerConversion) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title="像是要文件，可以问本人愿不愿意转为公开申请"
      description={`里面写着：${documentSigns.join('、')}。转不转由本人定，没有回话就接着办。`}
    />
  );
}

/** Asks whoever wrote it; they say who they are in the request itself (Art. 29). */
export function OfferConversion({ enquiry: { id }, close }: ActProps) {
  const [offerId] = useState(() => crypto.randomUUID());
  return (
    <ActForm<{ note: string }, unknown>
      title="问本人愿不愿意转为公开申请"
      submit="问本人"
      done="问出去了，本人填好申请以前接着办"
      close={close}
      work={({ note }) => api.call('staff.enquiries.offerConversion', { params: { id }, body: { id: offerId, note } })}
    >
      <p className="quiet">本人填好申请，这件留言就办结；申请在登记那天（双方确认）算收到，那天以后起算期限。</p>
      <Form.Item name="note" label="为什么（本人看得到）" rules={required('请写明为什么')}>
        <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
      </Form.Item>
    </ActForm>
  );
}
