import { decisionKinds, groundArticle, redactionGrounds, type RedactionGround } from '@bandeng/rules';
import { Form, Select } from 'antd';

const OPTIONS = redactionGrounds.map(value => ({
  value,
  label: `${decisionKinds[value].label.replace('不予公开：', '')}（${groundArticle(value)}）`,
}));

/** Why the next place is kept back (Art. 14 to 16). */
export function GroundField({ value, change }: { value: RedactionGround; change: (ground: RedactionGround) => void }) {
  return (
    <Form layout="vertical">
      <Form.Item label="凭哪一条" htmlFor="redaction-ground">
        <Select id="redaction-ground" value={value} onChange={change} options={OPTIONS} />
      </Form.Item>
    </Form>
  );
}
