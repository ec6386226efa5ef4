import { shanghaiDateOf } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import { nextNumber } from './next-number';
import type { EditionDetail } from './edition-page';

/** What becomes of an edition: final, in force. */
export function EditionActs({ edition }: { edition: EditionDetail }) {
  const { id, title, abilities = {} } = edition;
  const [isFreezing, setFreezing] = useState(false);
  const enforce = useAct(
    () => api.call('staff.editions.enforce', { params: { id }, body: {} }),
    '现行了，公众看到的就是这一版',
  );
  return (
    <>
      {abilities.enforce && (
        <Popconfirm
          title={`让《${title}》现行？`}
          description="它的各个领域，从现在起以它为准。"
          okText="现行"
          cancelText="先不"
          onConfirm={() => enforce.mutate(undefined)}
        >
          <Button loading={enforce.isPending}>使它现行</Button>
        </Popconfirm>
      )}
      {abilities.freeze && (
        <Button type="primary" onClick={() => setFreezing(true)}>
          定稿
        </Button>
      )}
      {isFreezing && <Freeze edition={edition} close={() => setFreezing(false)} />}
    </>
  );
}

function Freeze({
  edition: { id, title, entryCount, createdAt },
  close,
}: {
  edition: EditionDetail;
  close: () => void;
}) {
  const frozen = useQuery({
    queryKey: ['editions', 'frozen'],
    queryFn: () => api.call('editions.list', { query: { limit: 100, state: 'frozen' } }),
  });
  if (!frozen.data) return null;
  const proposed = nextNumber(
    frozen.data.items.flatMap(({ number }) => number ?? []),
    shanghaiDateOf(createdAt).slice(0, 4),
  );
  return (
    <ActForm<{ number: string; inForce: boolean }, unknown>
      title={`定稿：${title}`}
      submit="定稿"
      done="定稿了，可以引用"
      initial={{ number: proposed, inForce: true }}
      close={close}
      work={body => api.call('staff.editions.freeze', { params: { id }, body })}
    >
      <Form.Item>
        <Alert
          type="warning"
          showIcon
          title={`${entryCount} 项照现在的写法定下来，以后不能再改；要改，另起一个版本。`}
        />
      </Form.Item>
      <Form.Item
        name="number"
        label="编号（一个编号只给一个版本）"
        rules={[{ required: true, whitespace: true, message: '请写编号' }]}
      >
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="inForce" valuePropName="checked">
        <Checkbox>马上现行，公众看到的就是这一版</Checkbox>
      </Form.Item>
    </ActForm>
  );
}
