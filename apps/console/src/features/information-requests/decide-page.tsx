import type { InformationRequest } from '@bandeng/contracts/types';
import { decisionWarnings, wizardFactsOf, wizardPath, type WizardAnswers } from '@bandeng/rules';
import { Alert } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { DecideForm } from './decide-form';
import { Conferences, Proposals } from './deciding-cards';
import { EarlierRequests } from './earlier-card';
import { Papers } from './papers-card';
import { RecordErrorCard } from './record-error-card';
import { RecordForm } from './record-form';
import { Searches } from './searches';
import { Consultations } from './side-cards';
import { useRequest } from './use-request';
import { WizardQuestions } from './wizard-questions';
import type { DecisionKind } from './words';

/** Deciding a request: five steps that ask only what the law asks, what contradicts, and the answer. */
export function DecidePage() {
  const { id, query } = useRequest();
  const { data } = query;
  return (
    <Page
      title="拟答复"
      note={data && <Link to={`/information-requests/${id}`}>{`${data.content.name} · ${data.number}`}</Link>}
    >
      <Loaded query={query}>
        {request =>
          request.kind === 'record_correction' ? <DecidingRecord request={request} /> : <Deciding request={request} />
        }
      </Loaded>
    </Page>
  );
}

const FIRST = {
  askCorrection: '先告知补正：一次说清要补什么、最晚哪天（第三十条）。',
  askReasons: '先请申请人说明理由（第三十五条）。',
} as const;

function Deciding({ request }: { request: InformationRequest }) {
  const { id, timeline, reasons, consultations, searches, proposals, conferences, abilities } = request;
  const before = proposals.findLast(({ state }) => state === 'returned');
  const [answers, setAnswers] = useState<WizardAnswers>(before?.answers ?? {});
  const [chosen, setChosen] = useState<DecisionKind[] | undefined>(
    before?.kinds.map(({ kind }) => kind as DecisionKind),
  );
  const facts = wizardFactsOf({
    isCorrected: timeline.some(({ kind }) => kind === 'correctionAsked'),
    reasons,
    consultations,
    searchCount: searches.length,
    grounds: request.grounds,
  });
  const path = wizardPath(answers, facts);
  // An office chooses among these only; the other kinds are ends that nobody decides.
  const kinds = chosen ?? (path.kinds as DecisionKind[]);
  if (!abilities?.propose) return <Alert type="info" showIcon title="这件申请现在不能拟答复。" />;
  return (
    <div className="columns">
      <div className="stack">
        <WizardQuestions
          path={path}
          answers={answers}
          answer={(question, value) => {
            setAnswers(before => ({ ...before, [question]: value }));
            setChosen(undefined);
          }}
        />
        {path.first && (
          <Alert
            type="warning"
            showIcon
            title={FIRST[path.first]}
            action={<Link to={`/information-requests/${id}`}>回到这件申请</Link>}
          />
        )}
        <DecideForm
          id={id}
          kinds={kinds}
          choose={setChosen}
          answers={answers}
          warnings={decisionWarnings({ kinds, answers, facts })}
          before={before}
          redactions={request.redactions}
        />
      </div>
      <div className="stack">
        <EarlierRequests request={request} />
        <Searches request={request} />
        <Consultations consultations={consultations} />
        <Papers request={request} />
        <Conferences conferences={conferences} />
        <Proposals request={request} />
      </div>
    </div>
  );
}

/** A correction of one's own record goes through no steps: what was found, one of four results, and who signs is as ever (Art. 41). */
function DecidingRecord({ request }: { request: InformationRequest }) {
  const { id, proposals, conferences, abilities } = request;
  if (!abilities?.propose) return <Alert type="info" showIcon title="这件申请现在不能拟答复。" />;
  return (
    <div className="columns">
      <RecordForm id={id} before={proposals.findLast(({ state }) => state === 'returned')} />
      <div className="stack">
        <RecordErrorCard request={request} />
        <Conferences conferences={conferences} />
        <Proposals request={request} />
      </div>
    </div>
  );
}
