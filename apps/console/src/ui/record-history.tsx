import type { AuditEntry, TimelineStep } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Card, Timeline } from 'antd';
import { Link } from 'react-router';
import { api } from '../lib/http';
import { sayAction, sayPerson } from '../lib/record-words';
import { useAccount } from '../lib/session';
import { sayState } from '../lib/state-words';
import { useList } from '../lib/use-list';
import { ListTable } from './list-table';
import { More } from './more';
import { Failed } from './state';

/** What a record says of a step itself, the newest first: its words and its text. */
export interface StepWords {
  action: string;
  /** When it happened: for what was written down later. */
  at: string;
  title: string;
  text: string | null;
}

interface Props {
  collection: string;
  id: string;
  words?: readonly StepWords[];
}

/** What happened to a record, for everybody who reads it; and for an auditor every entry of the audit. */
export function RecordHistory(props: Props) {
  return (
    <div className="stack">
      <Steps {...props} />
      <RecordAudit {...props} />
    </div>
  );
}

/** Every entry of the audit, for an auditor: where the record tells itself what happened to it. */
export function RecordAudit({ collection, id }: Pick<Props, 'collection' | 'id'>) {
  const isAuditor = useAccount().roles.some(({ role }) => role === 'auditor');
  return isAuditor ? <Entries collection={collection} id={id} /> : null;
}

function Steps({ collection, id, words = [] }: Props) {
  const list = useList<TimelineStep>(['timeline', collection, id], cursor =>
    api.call('staff.records.timeline', { params: { collection, id }, query: { limit: 50, cursor } }),
  );
  const wordsOf = matchWords(list.items, words);
  return (
    <Card title={<h2 className="card-title">经过</h2>} loading={list.isLoading}>
      {list.error && <Failed error={list.error} retry={list.retry} />}
      <Timeline
        items={list.items.map(step => ({
          key: step.id,
          content: <Step collection={collection} step={step} words={wordsOf.get(step.id)} />,
        }))}
      />
      <More list={list} />
    </Card>
  );
}

function Step({ collection, step, words }: { collection: string; step: TimelineStep; words: StepWords | undefined }) {
  const { at, who, action, from, to } = step;
  const states = [from, to].filter(state => state !== null).map(state => sayState(collection, state));
  return (
    <>
      <strong>{words?.title ?? sayAction(action)}</strong>
      <div className="quiet">
        {sayExactly(words?.at ?? at)} · {sayPerson(who)}
      </div>
      {states.length > 0 && <div className="quiet">{from === null ? `成为${states[0]}` : states.join(' → ')}</div>}
      {words?.text && <p className="prose">{words.text}</p>}
    </>
  );
}

/** Both are the newest first: of one action the first goes with the first. */
function matchWords(steps: readonly TimelineStep[], words: readonly StepWords[]): Map<string, StepWords> {
  const left = [...words];
  const found = new Map<string, StepWords>();
  for (const { id, action } of steps) {
    const at = left.findIndex(word => word.action === action);
    if (at >= 0) found.set(id, ...(left.splice(at, 1) as [StepWords]));
  }
  return found;
}

function Entries({ collection, id }: Props) {
  const list = useList<AuditEntry>(['audit-of', collection, id], cursor =>
    api.call('staff.audit.list', { query: { limit: 20, cursor, collection, subject: id } }),
  );
  return (
    <Card
      title={<h2 className="card-title">审计记录</h2>}
      extra={<Link to={`/audit?collection=${collection}&subject=${id}`}>在审计记录里看</Link>}
    >
      <ListTable
        label="这条记录的审计"
        nothing="还没有记录"
        list={list}
        columns={[
          { title: '什么时候', render: (_, { at }) => sayExactly(at) },
          { title: '谁', render: (_, { who }) => sayPerson(who) },
          { title: '做了什么', render: (_, { action }) => sayAction(action) },
          { title: '动了哪几栏', render: (_, { fields }) => fields.join('、') },
          { title: '封存', render: (_, { sealed }) => (sealed ? '已封存' : '等封存') },
        ]}
      />
    </Card>
  );
}
