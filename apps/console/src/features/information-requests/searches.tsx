import type { InformationRequest } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Button, Card, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { ActForm } from '../../ui/act-form';
import { required } from './form-parts';

type Result = InformationRequest['searches'][number]['result'];
const RESULTS: Readonly<Record<Result, string>> = { found: '找到了', nothing: '没有' };

/** Where it was looked for, by whom and with what words; one more is written down here. */
export function Searches({ request: { id, searches, abilities } }: { request: InformationRequest }) {
  const [open, setOpen] = useState(false);
  const mayRecord = abilities?.recordSearch === true;
  if (searches.length === 0 && !mayRecord) return null;
  return (
    <Card
      title={<h2 className="card-title">检索记录</h2>}
      extra={mayRecord && <Button onClick={() => setOpen(true)}>记一次</Button>}
    >
      {searches.length === 0 && <p className="quiet">还没有。答复“不存在”的，要有在哪里查、用什么词的记录。</p>}
      <ul className="plain-list">
        {searches.map(({ id: searchId, at, by, place, words, result, note }) => (
          <li key={searchId}>
            <strong>{place}</strong>：{words}，{RESULTS[result]}
            {note && <div className="prose">{note}</div>}
            <div className="quiet">
              {by} · {sayExactly(at)}
            </div>
          </li>
        ))}
      </ul>
      {open && <RecordSearch id={id} close={() => setOpen(false)} />}
    </Card>
  );
}

function RecordSearch({ id, close }: { id: string; close: () => void }) {
  const [searchId] = useState(() => crypto.randomUUID());
  return (
    <ActForm<{ place: string; words: string; result: Result; note?: string }, unknown>
      title="记下一次检索（第三十六条第（四）项）"
      submit="记下"
      done="记下了"
      initial={{ result: 'nothing' }}
      close={close}
      work={({ note, ...body }) =>
        api.call('staff.informationRequests.recordSearch', {
          params: { id },
          body: { id: searchId, ...body, ...(note?.trim() && { note }) },
        })
      }
    >
      <Form.Item name="place" label="在哪里查的" rules={required('请写在哪里查的')}>
        <Input maxLength={200} placeholder="哪个系统、哪类档案、哪个单位" />
      </Form.Item>
      <Form.Item name="words" label="用什么词" rules={required('请写用了什么词')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="result" label="结果">
        <Radio.Group options={Object.entries(RESULTS).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="note" label="还有什么要记的（可以不写）">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </ActForm>
  );
}
