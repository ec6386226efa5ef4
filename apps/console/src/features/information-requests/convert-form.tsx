import { ENQUIRY_KIND_LABELS } from '@bandeng/contracts/routes';
import type { RouteCall } from '@bandeng/contracts/types';
import { triageNatures } from '@bandeng/rules';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { required, type ActProps } from './form-parts';

type Body = RouteCall<'staff.informationRequests.offerConversion'>['body'];

const NATURES = Object.entries(triageNatures)
  .filter(([nature]) => nature !== 'publication')
  .map(([value, { label }]) => ({ value, label }));
const KINDS = Object.entries(ENQUIRY_KIND_LABELS).map(([value, label]) => ({ value, label }));
/** As what a message begins, unless the officer says otherwise. */
const KIND_OF: Readonly<Record<Body['nature'], Body['kind']>> = {
  ...{ petition: 'help', complaint: 'complaint', consultation: 'question' },
  ...{ hotline: 'help', publication: 'question' },
};

/** Asks the applicant; only they can say yes. */
export function OfferConversion({ id, request, close }: ActProps) {
  const [offerId] = useState(() => crypto.randomUUID());
  const seen = request.signs.find(({ nature }) => nature !== 'publication')?.nature ?? 'consultation';
  return (
    <ActForm<Omit<Body, 'id'>, unknown>
      title="问申请人愿不愿意转到网上民声办"
      submit="问申请人"
      done="问出去了，回话以前接着办，期限照算"
      initial={{ nature: seen, kind: KIND_OF[seen], note: '' }}
      close={close}
      work={body =>
        api.call('staff.informationRequests.offerConversion', { params: { id }, body: { id: offerId, ...body } })
      }
    >
      <p className="quiet">
        本人同意以后，这件申请按撤回结束（年度报告表三计入“其他处理
        3.其他”），在网上民声另编号、从同意那天起算。要按第三十九条答复“不作为申请处理”的，去“拟答复”。
      </p>
      <Form.Item name="nature" label="其实是什么">
        <Select options={NATURES} />
      </Form.Item>
      <Form.Item name="kind" label="在网上民声算哪一种">
        <Select options={KINDS} />
      </Form.Item>
      <Form.Item name="note" label="为什么，转了有什么好处（申请人看得到）" rules={required('请写明为什么')}>
        <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
      </Form.Item>
    </ActForm>
  );
}
