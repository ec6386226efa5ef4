import { Alert, Button, Card, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { AdoptedPanel } from './adopted-panel';
import { carry, sourcesOf, type Writing } from './carry-comments';
import { ClauseEditor } from './clause-editor';
import { clausesOf, faultsOf } from './clause-edits';
import { effectOf } from './draft-effect';
import { EditionField } from './reference-fields';
import { useKnownDraft, type KnownDraft } from './use-known-draft';
import { CHANGE_NAMES } from './words';

interface Fields {
  reason: string;
  editionId?: string;
}

/** A new draft in the place of the one people are speaking about. */
export function RevisePage() {
  const { id = '' } = useParams();
  const query = useKnownDraft(id);
  return (
    <Page
      title={query.data ? `出第 ${query.data.consultation.draftVersion + 1} 稿` : '出新的一稿'}
      note="公布以后大家看得到改了什么、为什么改。文字没变的条款，意见跟着走；改了或者删了的，意见标明“针对旧稿”，照样答复"
    >
      <Loaded query={query}>{known => <Revising known={known} />}</Loaded>
    </Page>
  );
}

function Revising({ known: { consultation, clauses: asked, adopted } }: { known: KnownDraft }) {
  const { id, draftVersion, draftKind } = consultation;
  const [requestId] = useState(() => crypto.randomUUID());
  const [query] = useSearchParams();
  const [writing, setWriting] = useState<Writing>(() => {
    const start: Writing = { clauses: asked, sources: {} };
    const comment = adopted.find(one => one.id === query.get('comment'));
    return comment ? carry(start, comment) : start;
  });
  const { clauses } = writing;
  const [form] = Form.useForm<Fields>();
  const navigate = useNavigate();
  const revise = useAct(
    ({ reason, editionId = '' }: Fields) =>
      api.call('staff.consultations.revise', {
        params: { id },
        body: {
          ...{ id: requestId, draftVersion, reason },
          draft:
            draftKind === 'entries' ? { kind: 'entries', editionId } : { kind: 'clauses', clauses: clausesOf(clauses) },
          adopted: sourcesOf(asked, writing),
        },
      }),
    '新的一稿公布了，提过意见的人会收到通知',
    () => navigate(`/consultations/${id}?tab=versions`),
  );
  const effect = draftKind === 'clauses' ? effectOf(asked, clauses) : undefined;
  const faults = draftKind === 'clauses' ? faultsOf(clauses) : [];
  const isReady = faults.length === 0 && effect?.length !== 0;
  if (consultation.abilities?.revise !== true)
    return <Alert type="info" showIcon title="征集开始以后、公布结果以前，才能出新的一稿。" />;
  return (
    <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={fields => revise.mutate(fields)}>
      {adopted.length > 0 && (
        <Card className="draft-card" title={<h2 className="card-title">采纳了的意见</h2>}>
          <AdoptedPanel adopted={adopted} writing={writing} change={setWriting} />
        </Card>
      )}
      <Card className="draft-card" title={<h2 className="card-title">改成什么</h2>}>
        {draftKind === 'entries' ? (
          <EditionField />
        ) : (
          <ClauseEditor
            clauses={clauses}
            change={next => setWriting({ ...writing, clauses: next })}
            continues={asked}
          />
        )}
      </Card>
      <Card className="draft-card" title={<h2 className="card-title">改了以后</h2>}>
        {effect && <Effect rows={effect} version={draftVersion} />}
        <Form.Item
          name="reason"
          label="为什么改（和新的一稿一起公布）"
          rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        {faults.length > 0 && <p className="quiet">{faults.slice(0, 3).join('；')}。</p>}
        <Popconfirm
          title={`公布第 ${draftVersion + 1} 稿？`}
          description="公布以后这一稿也不能再改，只能再出一稿。"
          okText="公布"
          cancelText="先不"
          disabled={!isReady}
          onConfirm={() => form.submit()}
        >
          <Button type="primary" disabled={!isReady} loading={revise.isPending}>
            公布第 {draftVersion + 1} 稿
          </Button>
        </Popconfirm>
      </Card>
    </Form>
  );
}

/** What the new draft does to what was said, before it is done. */
function Effect({ rows, version }: { rows: ReturnType<typeof effectOf>; version: number }) {
  if (rows.length === 0) return <p className="quiet">和现在的草案一样，还没有改动。</p>;
  const marked = rows.reduce((sum, { commentCount }) => sum + commentCount, 0);
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">哪一条</th>
            <th scope="col">怎么了</th>
            <th scope="col">说它的意见</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, change, commentCount }, at) => (
            <tr key={`${label}${at}`}>
              <td>{label}</td>
              <td>{CHANGE_NAMES[change]}</td>
              <td>{commentCount}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {marked > 0
          ? `${marked} 条意见会标明“针对第 ${version} 稿”，都留在账上。`
          : '没有意见受影响，都跟着原来的条款走。'}
      </p>
    </>
  );
}
