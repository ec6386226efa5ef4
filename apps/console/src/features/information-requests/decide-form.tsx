import { DECISION_KINDS } from '@bandeng/contracts/routes';
import type { InformationRequest } from '@bandeng/contracts/types';
import { decisionKinds, type DecisionWarning, type WizardAnswers } from '@bandeng/rules';
import { Alert, Button, Card, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { AttachedFiles } from '../../ui/attached-files';
import { required } from './form-parts';
import type { DecisionKind } from './words';

interface Props {
  id: string;
  kinds: DecisionKind[];
  choose: (kinds: DecisionKind[]) => void;
  answers: WizardAnswers;
  warnings: readonly DecisionWarning[];
  /** Sent back; its words and files are where this one begins. */
  before: InformationRequest['proposals'][number] | undefined;
  redactions: InformationRequest['redactions'];
}

const OPTIONS = DECISION_KINDS.map(value => ({
  value,
  label: `${decisionKinds[value].label}（${decisionKinds[value].article}）`,
}));

/** The kinds that the steps led to, or others; what contradicts; the words; and out. */
export function DecideForm({ id, kinds, choose, answers, warnings, before, redactions }: Props) {
  const navigate = useNavigate();
  const [proposalId] = useState(() => crypto.randomUUID());
  const [attachmentIds, attach] = useState<readonly string[]>(before?.attachments.map(file => file.id) ?? []);
  const isRedacted = (fileId: string) => redactions.some(({ file }) => file.id === fileId);
  const decide = useAct(
    ({ text }: { text: string }) =>
      api.call('staff.informationRequests.propose', {
        params: { id },
        body: { id: proposalId, kinds, text, attachmentIds: [...attachmentIds], answers: given(answers) },
      }),
    '报上去了，批准以后才是正式答复',
    () => navigate(`/information-requests/${id}`),
  );
  return (
    <Card title={<h2 className="card-title">答复</h2>}>
      <Form<{ text: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ text: before?.text }}
        onFinish={fields => decide.mutate(fields)}
      >
        <Form.Item label="处理决定" htmlFor="decision-kinds" extra="一步步答完会自己选好，也可以改。">
          <Select id="decision-kinds" mode="multiple" value={kinds} onChange={choose} options={OPTIONS} />
        </Form.Item>
        {warnings.length > 0 && (
          <Alert
            className="wizard-warnings"
            type="warning"
            showIcon
            title="报之前再看看"
            description={
              <ul>
                {warnings.map(({ code, message, article }) => (
                  <li key={code}>
                    {message}（{article}）
                  </li>
                ))}
              </ul>
            }
          />
        )}
        <Form.Item name="text" label="答复内容（救济途径由系统附上）" rules={required('请写答复内容')}>
          <Input.TextArea rows={8} maxLength={5000} showCount />
        </Form.Item>
        <Form.Item label="给申请人的文件（批准以后才看得到）">
          {redactions.length > 0 && (
            <Checkbox.Group
              className="wizard-options"
              value={[...attachmentIds]}
              onChange={chosen =>
                attach(current => [...current.filter(fileId => !isRedacted(fileId)), ...chosen.filter(isRedacted)])
              }
              options={redactions.map(({ file, summary }) => ({ value: file.id, label: `${file.name}，${summary}` }))}
            />
          )}
          <AttachedFiles
            known={[...(before?.attachments ?? []), ...redactions.map(({ file }) => file)]}
            value={attachmentIds}
            change={next => attach(current => next(current))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={decide.isPending} disabled={kinds.length === 0}>
          报审
        </Button>
      </Form>
    </Card>
  );
}

const given = (answers: WizardAnswers): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]]),
  );
