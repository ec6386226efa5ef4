import type { LetterText, RouteAnswer } from '@bandeng/contracts/types';
import { formatChineseDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { useSettled } from '../../lib/use-settled';
import { DateInput } from '../../ui/date-input';
import { Field } from '../../ui/field';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import './letters.css';

type Draft = RouteAnswer<'staff.letters.draft'>;
type Said = Record<string, string>;

/** One letter before it is final: what is known is filled in, what is missing is asked, and the text as it will be. */
export function LetterPage() {
  const { id = '', key = '' } = useParams();
  const [said, setSaid] = useState<Said>({});
  const facts = useSettled(said);
  const query = useQuery({
    queryKey: ['letter-draft', id, key, facts],
    queryFn: () => api.call('staff.letters.draft', { params: { id }, body: { key, facts } }),
    placeholderData: before => before,
  });
  const { data } = query;
  return (
    <Page title={data?.kind.name ?? '拟文书'} note={<Link to={`/information-requests/${id}`}>回到这件申请</Link>}>
      <Loaded query={query}>
        {draft => (
          <div className="columns even">
            <Facts draft={draft} said={said} say={(fact, value) => setSaid(before => ({ ...before, [fact]: value }))} />
            <div className="stack">
              <Preview draft={draft} />
              <Finish id={id} draft={draft} said={said} isSettled={facts === said && !query.isPlaceholderData} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Facts({ draft, said, say }: { draft: Draft; said: Said; say: (fact: string, value: string) => void }) {
  return (
    <Card className="letter-facts" title={<h2 className="card-title">要素</h2>}>
      <p className="quiet">案卷里有的已经填好，可以改；改的只进这份文书，案卷不动。</p>
      {draft.fields.map(({ fact, label, kind, isNeeded, value }) => {
        const isMissing = draft.missing.includes(fact);
        return (
          <Field
            key={fact}
            name={fact}
            label={isNeeded ? label : `${label}（可以没有）`}
            faults={isMissing ? ['案卷里没有，请填'] : []}
          >
            {control =>
              kind === 'date' ? (
                <DateInput id={control.id} value={said[fact] ?? value} onChange={day => say(fact, day ?? '')} />
              ) : (
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: 1, maxRows: 8 }}
                  maxLength={2000}
                  value={said[fact] ?? value}
                  onChange={({ target }) => say(fact, target.value)}
                />
              )
            }
          </Field>
        );
      })}
    </Card>
  );
}

function Preview({ draft: { text, missing, fields, remedy } }: { draft: Draft }) {
  const labels = missing.map(fact => fields.find(field => field.fact === fact)?.label);
  return (
    <Card title={<h2 className="card-title">文书</h2>}>
      {text ? (
        <Sheet text={text} />
      ) : (
        <Alert type="warning" showIcon title={`还缺：${labels.join('、')}`} description="填齐了，这里显示全文。" />
      )}
      {remedy.toConfirm && (
        <Alert className="letter-confirm" type="info" showIcon title="请法律顾问确认" description={remedy.toConfirm} />
      )}
    </Card>
  );
}

function Sheet({ text }: { text: LetterText }) {
  const { unit, title, number, addressee, paragraphs, remedy, contact, madeOn } = text;
  return (
    <article className="letter-sheet">
      <h3>{unit}</h3>
      <h3>{title}</h3>
      <p className="letter-number">{number ?? '（定稿时取文号）'}</p>
      <p>{addressee}：</p>
      {[...paragraphs, remedy, contact && `${contact}。`]
        .filter(line => line !== null)
        .map((line, at) => (
          <p key={at} className="letter-line">
            {line}
          </p>
        ))}
      <p className="letter-end">
        {unit}
        <br />
        {formatChineseDate(madeOn)}
      </p>
    </article>
  );
}

function Finish({ id, draft, said, isSettled }: { id: string; draft: Draft; said: Said; isSettled: boolean }) {
  const navigate = useNavigate();
  const [letterId] = useState(() => crypto.randomUUID());
  const finish = useAct(
    () => api.call('staff.letters.create', { params: { id }, body: { id: letterId, key: draft.key, facts: said } }),
    '定稿了，可以下载、盖章',
    () => navigate(`/information-requests/${id}`),
  );
  return (
    <div>
      <Button
        type="primary"
        disabled={draft.text === null || !isSettled}
        loading={finish.isPending}
        onClick={() => finish.mutate(undefined)}
      >
        {draft.isNumbered ? '定稿，取文号' : '定稿'}
      </Button>
      <p className="quiet">定稿以后不能再改；送达以前可以作废，另出一份。依据：{draft.articles.join('、')}。</p>
    </div>
  );
}
