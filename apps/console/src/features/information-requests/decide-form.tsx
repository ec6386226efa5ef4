import { DECISION_KINDS } from '@bandeng/contracts/routes';
import { decisionKinds, type DecisionWarning, type WizardAnswers } from '@bandeng/rules';
import { Alert, Button, Card, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { required } from './form-parts';
import type { DecisionKind } from './words';

interface Props {
  id: string;
  kinds: DecisionKind[];
  choose: (kinds: DecisionKind[]) => void;
  answers: WizardAnswers;
  warnings: readonly DecisionWarning[];
}

const OPTIONS = DECISION_KINDS.map(value => ({
  value,
  label: `${decisionKinds[value].label}（${decisionKinds[value].article}）`,
}));

/** The kinds that the steps led to, or others; what contradicts; the words; and out. */
export function DecideForm({ id, kinds, choose, answers, warnings }: Props) {
  const navigate = useNavigate();
  const decide = useAct(
    ({ text }: { text: string }) =>
      api.call('staff.informationRequests.decide', {
        params: { id },
        body: { kinds, text, answers: given(answers) },
      }),
    '答复发出去了',
    () => navigate(`/information-requests/${id}`),
  );
  return (
    <Card title={<h2 className="card-title">答复</h2>}>
      <Form<{ text: string }> layout="vertical" requiredMark={false} onFinish={fields => decide.mutate(fields)}>
        <Form.Item label="处理决定" htmlFor="decision-kinds" extra="一步步答完会自己选好，也可以改。">
          <Select id="decision-kinds" mode="multiple" value={kinds} onChange={choose} options={OPTIONS} />
        </Form.Item>
        {warnings.length > 0 && (
          <Alert
            className="wizard-warnings"
            type="warning"
            showIcon
            title="答复之前再看看"
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
        <Button type="primary" htmlType="submit" loading={decide.isPending} disabled={kinds.length === 0}>
          答复申请人
        </Button>
      </Form>
    </Card>
  );
}

const given = (answers: WizardAnswers): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]]),
  );
