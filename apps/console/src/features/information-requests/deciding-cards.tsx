import type { InformationRequest } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { Alert, Button, Card, Tag } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { OpenFile } from '../../ui/open-file';
import { Review } from './review';
import { STEP_NAMES } from './words';
import './deciding.css';

type Proposal = InformationRequest['proposals'][number];
type Seal = NonNullable<NonNullable<InformationRequest['decision']>['seal']>;

/** Answers that were proposed, the newest first, with every signature; the one that became the answer stands as that. */
export function Proposals({ request: { id, proposals, abilities } }: { request: InformationRequest }) {
  const shown = proposals.filter(({ state }) => state !== 'approved').reverse();
  if (shown.length === 0) return null;
  return (
    <Card title={<h2 className="card-title">拟的答复</h2>}>
      {shown.map(proposal => (
        <OneProposal key={proposal.id} proposal={proposal}>
          {abilities?.recall && WAITING.has(proposal.state) && <Recall id={id} proposalId={proposal.id} />}
        </OneProposal>
      ))}
    </Card>
  );
}

const WAITS = { review: '在等法律顾问审', approval: '在等负责人批' } as const;

const WAITING: ReadonlySet<Proposal['state']> = new Set(['review', 'approval']);

/** One's own, before anybody else signed it. */
function Recall({ id, proposalId }: { id: string; proposalId: string }) {
  const recall = useAct(
    () => api.call('staff.informationRequests.recall', { params: { id }, body: { proposalId } }),
    '收回来了，改好再报',
  );
  return (
    <Button size="small" loading={recall.isPending} onClick={() => recall.mutate(undefined)}>
      收回来改
    </Button>
  );
}

/** The words of an answer; of one about a record what was found, and its result as the letter says it. */
export function AnswerWords({ answer: { text, record } }: { answer: Pick<Proposal, 'text' | 'record'> }) {
  if (!record) return <p className="prose">{text}</p>;
  return (
    <>
      <p className="prose">核实：{record.findings}</p>
      <p className="prose">{record.result}。</p>
    </>
  );
}

function OneProposal({ proposal, children }: { proposal: Proposal; children: ReactNode }) {
  const { kinds, attachments, review, state, by, at, legal, head, needsLegal, isOutdated, recalledAt } = proposal;
  return (
    <section className="proposal">
      <h3 className="proposal-title">
        {kinds.map(({ label, article }) => `${label}（${article}）`).join('；')}{' '}
        {state !== 'approved' && (
          <Tag color={state === 'returned' ? 'warning' : 'processing'}>{recalledAt ? '收回了' : STEP_NAMES[state]}</Tag>
        )}
      </h3>
      <AnswerWords answer={proposal} />
      {attachments.length > 0 && (
        <ul className="plain-list">
          {attachments.map(({ id, name }) => (
            <li key={id}>
              <OpenFile fileId={id}>{name}</OpenFile>
            </li>
          ))}
        </ul>
      )}
      <Review review={review} />
      {isOutdated && state !== 'returned' && (
        <Alert type="warning" showIcon title="拟好以后又有了新情况（补正、意见或者缴费），要退回去重新拟" />
      )}
      <ul className="quiet signatures">
        <li>
          {by}拟，{sayExactly(at)}
        </li>
        {legal && (
          <li>
            {legal.by}
            {legal.isAgreed ? '审核同意' : '审核退回'}，{sayExactly(legal.at)}：{legal.note}
          </li>
        )}
        {!needsLegal && <li>这类答复不经法律审核，直接报负责人批准（本机关的设定，待确认）</li>}
        {head && (
          <li>
            {head.by}
            {head.isApproved ? '批准' : '退回'}，{sayExactly(head.at)}：{head.note}
          </li>
        )}
        {recalledAt && (
          <li>
            {by}收回，{sayExactly(recalledAt)}
          </li>
        )}
        {(state === 'review' || state === 'approval') && <li>{WAITS[state]}</li>}
      </ul>
      {children}
    </section>
  );
}

/** Who signed the answer; and whether the record still says what they signed. */
export function Sealed({ seal }: { seal: Seal }) {
  const { proposedBy, reviewedBy, approvedBy, at, hash, isIntact } = seal;
  return (
    <>
      <p className="quiet">
        {proposedBy}拟，{reviewedBy ? `${reviewedBy}审，` : '不经法律审核，'}
        {approvedBy}批，{sayExactly(at)}封存。指纹 <code>{hash.slice(0, 16)}</code>
      </p>
      {!isIntact && (
        <Alert type="error" showIcon title="这份答复和封存时不一样了，可能被人从系统外面改过，请马上报告管理员" />
      )}
    </>
  );
}

/** 会商, with what each said. */
export function Conferences({ conferences }: Pick<InformationRequest, 'conferences'>) {
  if (conferences.length === 0) return null;
  return (
    <Card title={<h2 className="card-title">会商</h2>}>
      {conferences.map(({ id, on, topic, members, conclusion, by }) => (
        <section key={id} className="proposal">
          <h3 className="proposal-title">
            {sayDate(on, new Date())}：{topic}
          </h3>
          <ul>
            {members.map(({ name, role, opinion }, at) => (
              <li key={`${at}-${name}`}>
                {name}（{role}）：{opinion}
              </li>
            ))}
          </ul>
          <p className="prose">结论：{conclusion}</p>
          <p className="quiet">{by}记</p>
        </section>
      ))}
    </Card>
  );
}
