import type { Draft, DraftCheck } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Form, Input } from 'antd';
import { api } from '../../../lib/http';
import { useAct } from '../../../lib/use-act';
import { Loaded } from '../../../ui/state';
import { OpenFile } from '../../../ui/open-file';
import { sayPlace } from '../write/content';
import { fileAt } from '../write/use-check';

interface Fields {
  paths?: string[];
  reason: string;
}

/** What says too much of a person, as the server finds it: in the words, the tables, the names of files. */
export function PersonalData({ draft }: { draft: Draft }) {
  const query = useQuery({
    queryKey: ['draft', draft.id, 'check', draft.revision],
    queryFn: () => api.call('staff.drafts.check', { params: { id: draft.id }, query: {} }),
  });
  return (
    <Card title={<h2 className="card-title">没遮住的个人信息</h2>}>
      <Loaded query={query}>{check => <Finds draft={draft} check={check} />}</Loaded>
    </Card>
  );
}

function Finds({ draft, check }: { draft: Draft; check: DraftCheck }) {
  const { id, revision, content, secrecyAsked, abilities } = draft;
  const pass = useAct(
    ({ paths = [], reason }: Fields) =>
      api.call('staff.drafts.pass', { params: { id }, body: { revision, paths, reason } }),
    '放行了，理由留着',
  );
  const open = check.personalData.filter(({ isPassed }) => !isPassed);
  if (open.length === 0) return <p>没有没遮住的。</p>;
  const options = [...new Set(open.map(({ path }) => path))].map(path => ({
    value: path,
    label: `${sayPlace(path, content.body)}：${open
      .filter(find => find.path === path)
      .map(({ label, masked }) => `${label} ${masked}`)
      .join('、')}`,
    fileId: fileAt(content, path),
  }));
  return (
    <>
      {secrecyAsked && (
        <p>
          {secrecyAsked.by.name}说：{secrecyAsked.note}
        </p>
      )}
      {check.more && <p className="quiet">还有更多，这里先列这些。</p>}
      {abilities?.['pass'] ? (
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={fields => pass.mutate(fields)}>
          <Form.Item name="paths" label="放行哪几处" rules={[{ required: true, message: '请勾上要放行的' }]}>
            <Checkbox.Group className="one-a-line">
              {options.map(({ value, label, fileId }) => (
                <div key={value}>
                  <Checkbox value={value}>{label}</Checkbox>
                  {fileId && <OpenFile fileId={fileId}>打开看</OpenFile>}
                </div>
              ))}
            </Checkbox.Group>
          </Form.Item>
          <Form.Item
            name="reason"
            label="为什么可以公开（会留下来）"
            rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={pass.isPending}>
            放行
          </Button>
        </Form>
      ) : (
        <ul>
          {options.map(({ value, label, fileId }) => (
            <li key={value}>
              {label}
              {fileId && <OpenFile fileId={fileId}>打开看</OpenFile>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
