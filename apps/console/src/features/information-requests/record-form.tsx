import { RECORD_OUTCOMES } from '@bandeng/contracts/routes';
import type { InformationRequest } from '@bandeng/contracts/types';
import { recordOutcomes, recordResultText } from '@bandeng/rules';
import { Button, Card, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { required } from './form-parts';
import type { RecordOutcome } from './words';

interface Fields {
  outcome: RecordOutcome;
  findings: string;
  agency?: string;
  text: string;
}

const OPTIONS = RECORD_OUTCOMES.map(value => ({ value, label: recordOutcomes[value].label }));

/** What `text` is asked as, by the result. */
const ASKED: Readonly<Record<RecordOutcome, string>> = {
  record_corrected: '更正了什么，哪一天改的',
  record_not_corrected: '不予更正的理由',
  record_passed_on: '哪一天、怎么转的',
  record_told_where: '怎么提出：地址、电话、要带什么',
};

/** Art. 41: what was found, and one of four results; the letter says both. */
export function RecordForm({
  id,
  before,
}: {
  id: string;
  before: InformationRequest['proposals'][number] | undefined;
}) {
  const navigate = useNavigate();
  const [proposalId] = useState(() => crypto.randomUUID());
  const [form] = Form.useForm<Fields>();
  const outcome = Form.useWatch('outcome', form) as RecordOutcome | undefined;
  const [agency, text] = [Form.useWatch('agency', form), Form.useWatch('text', form)];
  const namesAgency = outcome !== undefined && recordOutcomes[outcome].namesAgency;
  const propose = useAct(
    (fields: Fields) =>
      api.call('staff.informationRequests.propose', {
        params: { id },
        body: {
          ...{ id: proposalId, kinds: [fields.outcome], findings: fields.findings, text: fields.text },
          ...(namesAgency && { agency: fields.agency }),
        },
      }),
    '报上去了，批准以后才是正式答复',
    () => navigate(`/information-requests/${id}`),
  );
  return (
    <Card title={<h2 className="card-title">处理结果</h2>}>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initialOf(before)}
        onFinish={fields => propose.mutate(fields)}
      >
        <Form.Item name="findings" label="核实的情况：查了什么，记录对不对" rules={required('请写核实的情况')}>
          <Input.TextArea rows={4} maxLength={2000} showCount />
        </Form.Item>
        <Form.Item name="outcome" label="怎么处理（第四十一条）" rules={required('请选一种')}>
          <Radio.Group className="wizard-options" options={OPTIONS} />
        </Form.Item>
        {namesAgency && (
          <Form.Item name="agency" label="有权更正的是哪个机关" rules={required('请写机关的全称')}>
            <Input maxLength={100} />
          </Form.Item>
        )}
        <Form.Item name="text" label={outcome ? ASKED[outcome] : '结果的说明'} rules={required('请写清楚')}>
          <Input.TextArea rows={4} maxLength={5000} showCount />
        </Form.Item>
        {outcome && text && (
          <Form.Item label="文书里会写">
            <p className="quiet prose">
              {recordResultText({ kinds: [outcome], text, ...(namesAgency && agency && { agency }) })}。
            </p>
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          报审
        </Button>
      </Form>
    </Card>
  );
}

const initialOf = (before: InformationRequest['proposals'][number] | undefined): Partial<Fields> =>
  before
    ? {
        outcome: before.kinds[0]?.kind as RecordOutcome,
        text: before.text,
        ...(before.record && { findings: before.record.findings }),
        ...(before.record?.agency && { agency: before.record.agency }),
      }
    : {};
