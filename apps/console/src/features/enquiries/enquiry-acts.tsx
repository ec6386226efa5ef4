import type { StaffEnquiry } from '@bandeng/contracts/types';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Accept, Answer, Assign, Contribute, Refuse, SendBack } from './act-forms';
import { OfferConversion } from './convert-parts';
import { HandOn, TakeBack } from './hotline-forms';
import { Publish, Show } from './publish-form';

/** Acts that need more than a yes; the key is the ability the server gives. */
const FORMS = {
  accept: { label: '受理', Form: Accept },
  refuse: { label: '不归我们办', Form: Refuse },
  assign: { label: '交办', Form: Assign },
  offerConversion: { label: '问愿不愿意转为公开申请', Form: OfferConversion },
  contribute: { label: '写说明', Form: Contribute },
  answer: { label: '写答复', Form: Answer },
  handOn: { label: '转给热线', Form: HandOn },
  takeBack: { label: '热线转回来了', Form: TakeBack },
  sendBack: { label: '退回', Form: SendBack },
  publish: { label: '公开', Form: Publish },
  show: { label: '公不公开', Form: Show },
} as const;
type ActName = keyof typeof FORMS;
/** What the office is here for at this step. */
const FIRST: readonly ActName[] = ['accept', 'answer', 'takeBack'];

/** What this person may do with this message now, as the server says. */
export function EnquiryActs({ enquiry }: { enquiry: StaffEnquiry }) {
  const { id, abilities = {} } = enquiry;
  const [open, setOpen] = useState<ActName>();
  const approve = useAct(
    () => api.call('staff.enquiries.approve', { params: { id } }),
    '审核通过，答复送到留言的人手里了',
  );
  const feature = useAct(
    (isFaq: boolean) => api.call('staff.enquiries.feature', { params: { id }, body: { isFaq } }),
    enquiry.isFaq ? '从常见问题里拿出来了' : '收进常见问题了',
  );
  const Form = open && FORMS[open].Form;
  return (
    <>
      {abilities.approve && (
        <Popconfirm
          title="审核通过？"
          description="通过以后，留言的人马上看到答复。"
          okText="通过"
          cancelText="先不"
          onConfirm={() => approve.mutate(undefined)}
        >
          <Button type="primary" loading={approve.isPending}>
            审核通过
          </Button>
        </Popconfirm>
      )}
      {(Object.keys(FORMS) as ActName[])
        .filter(name => abilities[name])
        .map(name => (
          <Button key={name} type={FIRST.includes(name) ? 'primary' : 'default'} onClick={() => setOpen(name)}>
            {FORMS[name].label}
          </Button>
        ))}
      {abilities.feature && (
        <Button loading={feature.isPending} onClick={() => feature.mutate(!enquiry.isFaq)}>
          {enquiry.isFaq ? '拿出常见问题' : '收进常见问题'}
        </Button>
      )}
      {Form && <Form enquiry={enquiry} close={() => setOpen(undefined)} />}
    </>
  );
}
