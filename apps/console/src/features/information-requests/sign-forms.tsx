import type { InformationRequest } from '@bandeng/contracts/types';
import { Alert, Form, Input, Radio } from 'antd';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { AnswerWords } from './deciding-cards';
import { required, type ActProps } from './form-parts';

type Proposal = InformationRequest['proposals'][number];
interface Fields {
  isAgreed: boolean;
  note?: string;
}
interface Signing extends ActProps {
  title: string;
  agree: string;
  done: string;
  /** Not only when it is sent back. */
  needsNote: boolean;
  sign: (proposalId: string, fields: Fields) => Promise<unknown>;
}

/** The answer as it was proposed, and one's own word on it. */
function Sign({ request, close, title, agree, done, needsNote, sign }: Signing) {
  const proposal = request.proposals.find(({ state }) => state === 'review' || state === 'approval');
  if (!proposal) return null;
  return (
    <ActForm<Fields, unknown>
      title={title}
      submit="签"
      done={done}
      initial={{ isAgreed: !proposal.isOutdated }}
      close={close}
      work={fields => sign(proposal.id, fields)}
    >
      <Proposed proposal={proposal} />
      <Form.Item name="isAgreed" label="意见">
        <Radio.Group
          options={[
            { value: true, label: agree, disabled: proposal.isOutdated },
            { value: false, label: '退回，写明理由' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const isNeeded = needsNote || getFieldValue('isAgreed') === false;
          return (
            <Form.Item
              name="note"
              label={isNeeded ? '怎么看的、什么理由' : '要说的话（可以不写）'}
              rules={isNeeded ? required('请写明理由') : []}
            >
              <Input.TextArea rows={4} maxLength={1000} showCount autoFocus />
            </Form.Item>
          );
        }}
      </Form.Item>
    </ActForm>
  );
}

function Proposed({ proposal }: { proposal: Proposal }) {
  const { kinds, review, isOutdated } = proposal;
  return (
    <>
      {isOutdated && (
        <Alert type="warning" showIcon title="拟好以后又有了新情况，只能退回去重新拟" className="wizard-warnings" />
      )}
      <p>
        <strong>{kinds.map(({ label }) => label).join('；')}</strong>
      </p>
      <AnswerWords answer={proposal} />
      {review.warnings.map(({ message, article }) => (
        <p key={message} className="quiet">
          提醒：{message}（{article}）
        </p>
      ))}
    </>
  );
}

export function ReviewAnswer(props: ActProps) {
  return (
    <Sign
      {...props}
      title="法律审核：事实、依据、处理决定、救济途径对不对"
      agree="同意，报负责人批准"
      done="签好了"
      needsNote
      sign={(proposalId, { isAgreed, note = '' }) =>
        api.call('staff.informationRequests.review', { params: { id: props.id }, body: { proposalId, isAgreed, note } })
      }
    />
  );
}

export function ApproveAnswer(props: ActProps) {
  return (
    <Sign
      {...props}
      title="批准以后就是正式答复，申请人会收到通知"
      agree="批准，作出答复"
      done="签好了"
      needsNote={false}
      sign={(proposalId, { isAgreed, note }) =>
        api.call('staff.informationRequests.decide', {
          params: { id: props.id },
          body: isAgreed
            ? { proposalId, isApproved: true, ...(note?.trim() && { note }) }
            : { proposalId, isApproved: false, note: note ?? '' },
        })
      }
    />
  );
}
