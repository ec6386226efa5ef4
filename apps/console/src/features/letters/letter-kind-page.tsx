import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { RewordForm } from './reword-form';
import './letter-kinds.css';

type Kind = RouteAnswer<'staff.letterKinds.get'>;
type Wording = Kind['wordings'][number];

/** One kind of letter: its text with the places of its facts, its versions, and another one written. */
export function LetterKindPage() {
  const { code = '' } = useParams();
  const query = useQuery({
    queryKey: ['letter-kind', code],
    queryFn: () => api.call('staff.letterKinds.get', { params: { code }, query: {} }),
  });
  const { data } = query;
  return (
    <Page title={data?.name ?? '文书的文字'} note={<Link to="/letter-kinds">全部文书</Link>}>
      <Loaded query={query}>{kind => <Wordings key={kind.version} kind={kind} />}</Loaded>
    </Page>
  );
}

function Wordings({ kind }: { kind: Kind }) {
  const [isChanging, setChanging] = useState(false);
  const [current, ...earlier] = kind.wordings;
  return (
    <div className="columns">
      <div className="stack">
        {isChanging ? (
          <RewordForm kind={kind} current={current!} close={() => setChanging(false)} />
        ) : (
          <Card
            title={<h2 className="card-title">现在的文字（{sayVersion(current!)}）</h2>}
            extra={kind.abilities.reword && <Button onClick={() => setChanging(true)}>改文字</Button>}
          >
            <Body wording={current!} kind={kind} />
          </Card>
        )}
        {earlier.map(wording => (
          <Card key={wording.version} title={<h2 className="card-title">{sayVersion(wording)}</h2>}>
            <Body wording={wording} kind={kind} />
          </Card>
        ))}
      </div>
      <About kind={kind} />
    </div>
  );
}

const sayVersion = ({ version }: Wording): string => (version === 0 ? '系统自带' : `第 ${version} 版`);

function Body({ wording: { name, body, at, by, why, version }, kind }: { wording: Wording; kind: Kind }) {
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      {body.map((paragraph, place) => (
        <p key={place} className="prose">
          {typeof paragraph === 'string' ? paragraph : paragraph.text}
          {typeof paragraph !== 'string' && <span className="quiet">（{sayCondition(paragraph, kind)}）</span>}
        </p>
      ))}
      {version > 0 && at && (
        <p className="quiet">
          {sayExactly(at)} {by}：{why}
        </p>
      )}
    </>
  );
}

type Conditional = Exclude<Wording['body'][number], string>;

function sayCondition({ if: fact, for: decision }: Conditional, { facts, decisionKinds }: Kind): string {
  if (decision !== undefined)
    return `只在“${decisionKinds.find(({ kind }) => kind === decision)?.label ?? decision}”时`;
  return `只在有“${facts.find(known => known.fact === fact)?.label ?? fact}”时`;
}

function About({ kind: { articles, facts, remedy } }: { kind: Kind }) {
  return (
    <Card title={<h2 className="card-title">要素和依据</h2>}>
      <Descriptions
        column={1}
        items={[
          { key: 'articles', label: '条款', children: articles.join('、') },
          ...facts.map(({ fact, label, isNeeded }) => ({
            key: fact,
            label: <code>{`{{${fact}}}`}</code>,
            children: `${label}${isNeeded ? '（正文里一定要有）' : ''}`,
          })),
          { key: 'remedy', label: '救济', children: `${REMEDIES[remedy.kind]}（${remedy.source}）` },
        ]}
      />
      {remedy.toConfirm && <Alert type="info" showIcon title="请法律顾问确认" description={remedy.toConfirm} />}
    </Card>
  );
}

const REMEDIES = { review_first: '先复议', either: '复议或者诉讼', none: '不告知' } as const;
