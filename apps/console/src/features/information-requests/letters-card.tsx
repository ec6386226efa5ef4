import { routes } from '@bandeng/contracts/routes';
import type { Letter } from '@bandeng/contracts/types';
import { sayDate, verificationText } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Input, Space, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, download } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import { Loaded } from '../../ui/state';
import { required } from './form-parts';
import './letters.css';
import { LETTER_STATES, LETTER_TO } from './words';

/** The letters of a case: what it calls for and has not yet, and what was made, with its files. */
export function LettersCard({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['letters', id],
    queryFn: () => api.call('staff.letters.list', { params: { id }, query: {} }),
  });
  return (
    <Card title={<h2 className="card-title">文书</h2>}>
      <Loaded query={query}>
        {({ due, items, mayMake }) => (
          <>
            {due.length + items.length === 0 && <p className="quiet">登记以后，该出的文书列在这里。</p>}
            <ul className="plain-list">
              {due.map(({ key, kind, on }) => (
                <li key={key} className="letter-row">
                  <div>
                    {kind.name} <Tag>没有出</Tag>
                    <div className="quiet">
                      给{LETTER_TO[kind.to]} · {sayDate(on, new Date())}起该出
                    </div>
                  </div>
                  {mayMake && (
                    <Link to={`/information-requests/${id}/letters/${encodeURIComponent(key)}`}>拟这份文书</Link>
                  )}
                </li>
              ))}
              {items.map(letter => (
                <Made key={letter.id} letter={letter} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Made({ letter }: { letter: Letter }) {
  const { kind, number, madeOn, madeBy, state, checkCode, voided, abilities } = letter;
  const [isVoiding, setVoiding] = useState(false);
  return (
    <li className="letter-row">
      <div>
        <strong>{kind.name}</strong> <Tag color={state === 'void' ? 'default' : 'gold'}>{LETTER_STATES[state]}</Tag>
        <div className="quiet">
          {[number, `给${LETTER_TO[kind.to]}`, `${sayDate(madeOn, new Date())}${madeBy}定稿`]
            .filter(Boolean)
            .join(' · ')}
        </div>
        <div className="quiet">核验码 {verificationText(checkCode)}</div>
        {voided && (
          <div className="quiet">
            {sayDate(voided.on, new Date())}作废：{voided.reason}
          </div>
        )}
      </div>
      <Space wrap>
        {abilities.download && <Files letter={letter} />}
        {abilities.void && (
          <Button size="small" onClick={() => setVoiding(true)}>
            作废
          </Button>
        )}
      </Space>
      {isVoiding && <VoidForm letter={letter} close={() => setVoiding(false)} />}
    </li>
  );
}

function Files({ letter: { id, kind } }: { letter: Letter }) {
  const fetched = useAct(
    (format: 'docx' | 'pdf') => download(routes['staff.letters.file'].path.replace(':id', id), { format }),
    '下载好了',
  );
  return (['docx', 'pdf'] as const).map(format => (
    <Button
      key={format}
      size="small"
      aria-label={`下载${kind.name}：${FORMATS[format]}`}
      onClick={() => fetched.mutate(format)}
    >
      {FORMATS[format]}
    </Button>
  ));
}
const FORMATS = { docx: 'Word', pdf: 'PDF（未盖章）' } as const;

function VoidForm({ letter: { id, kind }, close }: { letter: Letter; close: () => void }) {
  return (
    <ActForm<{ reason: string }, unknown>
      title={`作废${kind.name}（文号不再用，可以另出一份）`}
      submit="作废"
      done="作废了"
      close={close}
      work={body => api.call('staff.letters.void', { params: { id }, body })}
    >
      <Form.Item name="reason" label="为什么" rules={required('请写明理由')}>
        <Input.TextArea rows={2} maxLength={300} showCount />
      </Form.Item>
    </ActForm>
  );
}
