import type { InformationRequest } from '@bandeng/contracts/types';
import { assistanceKinds, officeStepOf, sayDate, sayExactly } from '@bandeng/rules';
import { Alert, Card, Descriptions, Tag } from 'antd';
import { api } from '../../lib/http';
import { LinkedCases } from '../../ui/linked-cases';
import { Page } from '../../ui/page';
import { RecordHistory, type StepWords } from '../../ui/record-history';
import { Revealed } from '../../ui/revealed';
import { Loaded } from '../../ui/state';
import { Clock } from './clock';
import { AnswerWords, Conferences, Proposals, Sealed } from './deciding-cards';
import { EarlierRequests } from './earlier-card';
import { IdentityPapers } from './identity-papers';
import { LettersCard } from './letters-card';
import { Papers } from './papers-card';
import { PublicAnswerLink } from './public-answer-link';
import { RecordErrorCard } from './record-error-card';
import { RequestActs } from './request-acts';
import { Remedies } from './remedies';
import { Review } from './review';
import { Searches } from './searches';
import { Consultations, Fee, Reasons } from './side-cards';
import { Untold } from './told-form';
import { Triage } from './triage-card';
import { useRequest } from './use-request';
import { EVENTS, STATUS_NAMES } from './words';

/** One request: who asks for what, what to do next and by when, and everything that happened. */
export function RequestPage() {
  const { query } = useRequest();
  const { data } = query;
  return (
    <Page
      title={data?.content.name ?? '申请'}
      note={data && <Heading request={data} />}
      actions={data && <RequestActs request={data} />}
    >
      <Loaded query={query}>{request => <Facts request={request} />}</Loaded>
    </Page>
  );
}

const Heading = ({ request: { kind, number, unit, status } }: { request: InformationRequest }) => (
  <>
    {kind === 'record_correction' && <Tag color="processing">更正</Tag>}
    {`${number} · ${unit.name} · ${STATUS_NAMES[status]}`}
  </>
);

function Facts({ request }: { request: InformationRequest }) {
  const { nextStep, clockText, correction, consultations, reasons, fee, decision, timeline, searches } = request;
  const { conferences } = request;
  const isForInformation = request.kind === 'information';
  const open = nextStep.dueOn !== null;
  return (
    <div className="columns">
      <div className="stack">
        <Alert
          type={open ? 'info' : 'success'}
          showIcon
          title={officeStepOf(request)}
          description={[nextStep.dueOn && `最晚 ${sayDate(nextStep.dueOn, new Date())}`, nextStep.remaining, clockText]
            .filter(Boolean)
            .join(' · ')}
        />
        <Untold since={request.untoldSince} />
        <Triage request={request} />
        <LinkedCases linked={request.linked} />
        <Applicant request={request} />
        <RecordErrorCard request={request} />
        {correction && (
          <Card title={<h2 className="card-title">告知补正</h2>}>
            <p className="prose">{correction.items}</p>
            <p className="quiet">
              最晚 {sayDate(correction.deadline, new Date())} · {correction.consequence}
            </p>
          </Card>
        )}
        {isForInformation && <EarlierRequests request={request} />}
        <Searches request={request} />
        <Consultations consultations={consultations} />
        {reasons && <Reasons reasons={reasons} />}
        {fee && <Fee fee={fee} />}
        {decision && (
          <Card title={<h2 className="card-title">答复</h2>}>
            <ul>
              {decision.kinds.map(({ kind, label, article }) => (
                <li key={kind}>
                  {label}（{article}）
                </li>
              ))}
            </ul>
            <AnswerWords answer={decision} />
            {decision.remedy && <p className="quiet prose">{decision.remedy}</p>}
            {decision.review && <Review review={decision.review} />}
            {decision.seal && <Sealed seal={decision.seal} />}
          </Card>
        )}
        {decision && isForInformation && <PublicAnswerLink id={request.id} />}
        <Papers request={request} />
        <Proposals request={request} />
        <Conferences conferences={conferences} />
        <Remedies requestId={request.id} />
        <LettersCard id={request.id} />
        <Clock id={request.id} />
      </div>
      <RecordHistory
        collection="informationRequests"
        id={request.id}
        words={[
          ...timeline.flatMap(({ kind, at, text }) => {
            const event = EVENTS[kind];
            return event ? [{ ...event, at, text }] : [];
          }),
          ...[...searches].reverse().map(({ at, place, words }) => ({
            action: 'information-request.searched',
            title: '记下一次检索',
            at,
            text: `${place}：${words}`,
          })),
          ...signatureWords(request),
        ]}
      />
    </div>
  );
}

/** What was proposed, found and sent back, the newest first. */
const signatureWords = ({ proposals, conferences }: InformationRequest): StepWords[] => [
  ...proposals
    .flatMap(({ at, text, legal, head, recalledAt }) => [
      { action: 'information-request.proposed', title: '拟好答复，报审', at, text },
      ...(recalledAt
        ? [{ action: 'information-request.recalled', title: '收回拟的答复', at: recalledAt, text: null }]
        : []),
      ...(legal?.isAgreed
        ? [{ action: 'information-request.reviewed', title: '法律审核同意', at: legal.at, text: legal.note }]
        : []),
      ...[legal?.isAgreed === false ? [legal] : [], head?.isApproved === false ? [head] : []].flat().map(back => ({
        action: 'information-request.returned',
        title: '退回答复',
        at: back.at,
        text: back.note,
      })),
    ])
    .reverse(),
  ...conferences
    .map(({ at, topic }) => ({ action: 'information-request.conferred', title: '记下会商', at, text: topic }))
    .reverse(),
];

function Applicant({ request }: { request: InformationRequest }) {
  const { id, applicant, content, delivery, assistance, submittedAt, intake, abilities } = request;
  const reveals = abilities?.reveal === true;
  const look = (field: 'idNumber' | 'phone' | 'agentPhone') => async (reason: string) =>
    (await api.call('staff.informationRequests.reveal', { params: { id }, body: { field, reason } })).value;
  return (
    <Card title={<h2 className="card-title">申请书</h2>}>
      <Descriptions
        column={1}
        items={[
          { key: 'name', label: '申请人', children: applicant.name },
          {
            key: 'idNumber',
            label: applicant.kind === 'person' ? '证件号码' : '信用代码',
            children: <Revealed masked={applicant.idNumber} allowed={reveals} look={look('idNumber')} />,
          },
          {
            key: 'phone',
            label: '电话',
            children: <Revealed masked={applicant.phone} allowed={reveals} look={look('phone')} />,
          },
          ...(applicant.email ? [{ key: 'email', label: '邮箱', children: applicant.email }] : []),
          ...(applicant.address ? [{ key: 'address', label: '地址', children: applicant.address }] : []),
          ...(applicant.agent
            ? [
                {
                  key: 'agent',
                  label: '代理人',
                  children: (
                    <>
                      {applicant.agent.name}{' '}
                      <Revealed masked={applicant.agent.phone} allowed={reveals} look={look('agentPhone')} />
                      {applicant.agent.isAuthorityOnPaper && <div className="quiet">授权委托书收到纸质的</div>}
                    </>
                  ),
                },
              ]
            : []),
          ...(applicant.papers.length > 0
            ? [{ key: 'papers', label: '证明', children: <IdentityPapers request={request} /> }]
            : []),
          { key: 'content', label: request.kind === 'information' ? '要的信息' : '哪份记录', children: content.name },
          ...(content.documentNumber ? [{ key: 'number', label: '文号', children: content.documentNumber }] : []),
          ...(content.description
            ? [{ key: 'description', label: '说明', children: <p className="prose">{content.description}</p> }]
            : []),
          { key: 'delivery', label: '怎么给', children: `${FORMS[delivery.form]} · ${METHODS[delivery.method]}` },
          ...(assistance
            ? [
                {
                  key: 'assistance',
                  label: '需要帮助',
                  children: [...assistance.kinds.map(kind => assistanceKinds[kind]), assistance.note]
                    .filter(Boolean)
                    .join('、'),
                },
              ]
            : []),
          {
            key: 'submitted',
            label: '提交',
            children: intake.writtenBy ? sayDay(intake.submittedOn) : sayExactly(submittedAt),
          },
          { key: 'received', label: '收到', children: <Receipt request={request} /> },
        ]}
      />
    </Card>
  );
}

/** By which way it came, which day that made the day of receipt, and who wrote it down. */
function Receipt({ request: { intake, receivedOn } }: { request: InformationRequest }) {
  const { channelText, rule, writtenBy, isReadBack } = intake;
  return (
    <div>
      {receivedOn ? sayDay(receivedOn) : '还没有确认'}
      <div className="quiet">
        {channelText}：{rule}
        {isReadBack && '。已经读给申请人听，本人确认'}
        {writtenBy && `。${writtenBy}登记`}
      </div>
    </div>
  );
}
const sayDay = (date: string) => sayDate(date, new Date());

const FORMS = { electronic: '电子', paper: '纸面', other: '其他形式' } as const;
const METHODS = { app: '在小程序里看', email: '邮件', post: '邮寄', pickup: '自己来取', on_site: '当场查阅' } as const;
