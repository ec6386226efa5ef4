import { ApiError } from '@bandeng/contracts/api-error';
import type { EnquiryDetail, StaffEnquiry } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions } from 'antd';
import { useParams } from 'react-router';
import { api } from '../../lib/http';
import { AgreedAtDoor } from '../../ui/agreed-at-door';
import { LinkedCases } from '../../ui/linked-cases';
import { OpenFile } from '../../ui/open-file';
import { Page } from '../../ui/page';
import { RecordHistory } from '../../ui/record-history';
import { Revealed } from '../../ui/revealed';
import { Loaded } from '../../ui/state';
import { AnswerCards } from './answer-cards';
import { ConversionAlert } from './convert-parts';
import { EnquiryActs } from './enquiry-acts';
import { PublishedEnquiry } from './published-enquiry';
import { EVENTS } from './words';

type Read = { staff: StaffEnquiry } | { open: EnquiryDetail };

/** As its units work on it; to everybody else of the offices what is published. */
async function readEnquiry(id: string): Promise<Read> {
  const given = { params: { id }, query: {} };
  try {
    return { staff: await api.call('staff.enquiries.get', given) };
  } catch (error) {
    if (!(error instanceof ApiError) || ![403, 404].includes(error.problem.status)) throw error;
    return { open: await api.call('enquiries.get', given) };
  }
}

/** One message: what is asked, what to do next and by when, what was answered, and everything that happened. */
export function EnquiryPage() {
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: ['enquiry', id], queryFn: () => readEnquiry(id) });
  const { data } = query;
  const enquiry = data && ('staff' in data ? data.staff : data.open);
  return (
    <Page
      title={enquiry?.title ?? '留言'}
      note={enquiry && `${enquiry.number} · ${enquiry.kindText} · ${enquiry.statusText}`}
      actions={data && 'staff' in data && <EnquiryActs enquiry={data.staff} />}
    >
      <Loaded query={query}>
        {read => ('staff' in read ? <Facts enquiry={read.staff} /> : <PublishedEnquiry enquiry={read.open} />)}
      </Loaded>
    </Page>
  );
}

function Facts({ enquiry }: { enquiry: StaffEnquiry }) {
  const { id, nextStep, clockText, overdue, timeline, contributions } = enquiry;
  const isOpen = nextStep.dueOn !== null;
  const due = nextStep.dueOn && `最晚 ${sayDate(nextStep.dueOn, new Date())}`;
  return (
    <div className="columns">
      <div className="stack">
        <Alert
          type={overdue ? 'error' : isOpen ? 'info' : 'success'}
          showIcon
          title={isOpen ? `${nextStep.who}：${nextStep.what}` : enquiry.statusText}
          description={[due, nextStep.remaining, clockText].filter(Boolean).join(' · ')}
        />
        {enquiry.hidden && (
          <Alert
            type="warning"
            showIcon
            title={enquiry.hidden.appeal ? '收起来了，本人申诉' : '收起来了，不再公开'}
            description={[enquiry.hidden.reason, enquiry.hidden.appeal].filter(Boolean).join(' · ')}
          />
        )}
        {enquiry.reports.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={`有 ${enquiry.reports.length} 个人举报`}
            description={enquiry.reports.map(({ reason }) => reason).join('；')}
          />
        )}
        <ConversionAlert enquiry={enquiry} />
        <LinkedCases linked={enquiry.linked} />
        <Question enquiry={enquiry} />
        {contributions.length > 0 && (
          <Card title={<h2 className="card-title">协办单位说的</h2>}>
            {contributions.map(({ id: key, unit, by, at, text }) => (
              <div key={key}>
                <p className="prose">{text}</p>
                <p className="quiet">
                  {unit.name} · {by} · {sayExactly(at)}
                </p>
              </div>
            ))}
          </Card>
        )}
        <AnswerCards enquiry={enquiry} />
      </div>
      <RecordHistory
        collection="enquiries"
        id={id}
        words={timeline.flatMap(({ kind, at, title, text }) => {
          const action = EVENTS[kind];
          return action ? [{ action, at, title, text }] : [];
        })}
      />
    </div>
  );
}

function Question({ enquiry }: { enquiry: StaffEnquiry }) {
  const {
    id,
    question,
    hotline,
    place,
    photos,
    contact,
    publicConsent,
    heardOn,
    unit,
    mainUnit,
    jointUnits,
    abilities,
  } = enquiry;
  const look = (field: 'name' | 'phone') => async (reason: string) =>
    (await api.call('staff.enquiries.reveal', { params: { id }, body: { field, reason } })).value;
  const ofPerson = (['name', 'phone'] as const).flatMap(field => {
    const masked = contact[field];
    if (masked === null) return [];
    const children = <Revealed masked={masked} allowed={abilities?.reveal === true} look={look(field)} />;
    return [{ key: field, label: field === 'name' ? '姓名' : '电话', children }];
  });
  return (
    <Card title={<h2 className="card-title">留言</h2>}>
      <p className="prose">{question}</p>
      {photos.length > 0 && (
        <ul className="plain-list">
          {photos.map(({ id: fileId, name }) => (
            <li key={fileId}>
              <OpenFile fileId={fileId}>{name}</OpenFile>
            </li>
          ))}
        </ul>
      )}
      <Descriptions
        column={1}
        items={[
          ...(hotline
            ? [
                {
                  key: 'hotline',
                  label: hotline.direction === 'from' ? '热线转来' : '转给热线',
                  children: `工单 ${hotline.ticket}`,
                },
              ]
            : []),
          ...(place ? [{ key: 'place', label: '地点', children: place }] : []),
          ...ofPerson,
          { key: 'consent', label: '公开', children: publicConsent ? '本人同意遮住个人信息后公开' : '本人不同意公开' },
          { key: 'unit', label: '受理', children: unit.name },
          ...(mainUnit ? [{ key: 'main', label: '主办', children: mainUnit.name }] : []),
          ...(jointUnits.length > 0
            ? [{ key: 'joint', label: '协办', children: jointUnits.map(({ name }) => name).join('、') }]
            : []),
          { key: 'at', label: '收到', children: sayExactly(enquiry.submittedAt) },
          ...(heardOn
            ? [{ key: 'heard', label: '网格员代录', children: `${sayDate(heardOn, new Date())}说的，时限从收到那天算` }]
            : []),
          ...(heardOn && abilities?.reveal
            ? [{ key: 'agreed', label: '本人同意', children: <AgreedAtDoor id={id} /> }]
            : []),
        ]}
      />
    </Card>
  );
}
