import type {
  DemoAnnualReport,
  DemoPublicAnswer,
  DemoRemedy,
  DemoRequest,
  DemoRequestStep,
} from '../../../../config/demo';
import type { OfficeActor, ResidentActor } from '../http/actor';
import type { LoadedRemedy, LoadedReport } from '../modules/annual-reports';
import type { LoadedAnswer } from '../modules/answers';
import type { LoadedRequest, LoadedStep } from '../modules/information-requests';
import type { LoadedLetter } from '../modules/letters';
import { shanghaiDate } from '../platform/clock';
import { demoUuid } from './demo-ids';
import { makePdf } from './make-pdf';

export const residentActor = (accountId: string): ResidentActor => ({
  kind: 'resident',
  accountId,
  sessionId: 'demo-load',
  staffId: null,
  roles: [],
});
const officeActor = (staffId: string, role: 'officer' | 'legal' | 'head'): OfficeActor => ({
  kind: 'staff',
  accountId: staffId,
  sessionId: 'demo-load',
  staffId,
  roles: [{ role, unitId: null, areaId: null }],
});

function stepOf(step: DemoRequestStep, key: string): LoadedStep {
  const at = new Date(step.at);
  switch (step.kind) {
    case 'register':
      return { at, kind: 'register' };
    case 'suggestPublishing':
      return { at, kind: 'suggestPublishing', reason: step.reason };
    case 'withdraw':
      return { at, kind: 'withdraw', reason: step.reason };
    case 'correct':
      return { at, kind: 'correct', body: { id: demoUuid('correction', key), content: step.content } };
    case 'askCorrection':
      return { at, kind: 'askCorrection', body: { items: step.items, deadline: step.deadline } };
    case 'consult': {
      const { to, name, question } = step;
      return { at, kind: 'consult', body: { id: demoUuid('letter', key), kind: to, name, question } };
    }
    case 'askReasons':
      return { at, kind: 'askReasons', body: { items: step.items, deadline: step.deadline } };
    case 'offerConversion': {
      const { nature, as, note } = step;
      return { at, kind: 'offerConversion', body: { id: demoUuid('conversion', key), nature, kind: as, note } };
    }
    case 'noticeFee':
      return { at, kind: 'noticeFee', body: { basis: 'pages', pages: step.pages, howToPay: step.howToPay } };
    case 'search':
      return {
        at,
        kind: 'recordSearch',
        body: {
          id: demoUuid('search', `${key}:${step.place}`),
          place: step.place,
          words: step.words,
          result: step.result,
        },
      };
    case 'extend':
      return { at, kind: 'extend', body: { workingDays: step.workingDays, reason: step.reason } };
    case 'confer': {
      const { on, topic, members, conclusion } = step;
      return { at, kind: 'confer', body: { id: demoUuid('conference', key), on, topic, members, conclusion } };
    }
    case 'redactText': {
      const { title, text, removes } = step;
      const marks = removes.map(({ words, ground }) => {
        const from = text.indexOf(words);
        return { from, to: from + words.length, ground };
      });
      return { at, kind: 'redactText', body: { id: demoUuid('redaction', key), title, text, marks } };
    }
    case 'propose':
      return { at, kind: 'propose', body: proposalOf(step, key) };
    case 'review':
      return {
        at,
        kind: 'review',
        body: { proposalId: demoUuid('proposal', key), isAgreed: step.isAgreed, note: step.note },
      };
    case 'decide':
      return { at, kind: 'decide', body: proposalOf(step, key), legalNote: LEGAL_NOTE };
  }
}

const LEGAL_NOTE = '事实、依据和救济途径都写明了，同意。';

const proposalOf = (
  { kinds, text, findings, agency, noticeKeys, answers = {} }: Extract<DemoRequestStep, { kind: 'decide' | 'propose' }>,
  key: string,
) => ({
  id: demoUuid('proposal', key),
  kinds,
  text,
  ...(findings !== undefined && { findings }),
  ...(agency !== undefined && { agency }),
  attachmentIds: [],
  noticeIds: noticeKeys.map(notice => demoUuid('notice', notice)),
  answers,
});

export function loadedRequest(
  request: DemoRequest,
  given: { accountId: string; officerId: string; legalId: string; headId: string },
): LoadedRequest {
  const { key, unitId, applicant, content, recordError, delivery, assistance, submittedAt, steps } = request;
  return {
    input: {
      id: demoUuid('request', key),
      unitId,
      applicant,
      content,
      delivery,
      ...(assistance && { assistance }),
      ...(recordError && { recordError }),
    },
    submittedAt: new Date(submittedAt),
    steps: steps.map(step => stepOf(step, key)),
    applicant: residentActor(given.accountId),
    officer: officeActor(given.officerId, 'officer'),
    legal: officeActor(given.legalId, 'legal'),
    head: officeActor(given.headId, 'head'),
  };
}

/** Into the archive by the officer. */
export const loadedAnswer = ({ requestKey, at, ...words }: DemoPublicAnswer, officerId: string): LoadedAnswer => ({
  requestId: demoUuid('request', requestKey),
  officer: officeActor(officerId, 'officer'),
  at: new Date(at),
  words,
});

/** Somebody did not agree with an answer; the officer wrote it down. */
export function loadedRemedy({ key, requestKey, at, ended, ...given }: DemoRemedy, officerId: string): LoadedRemedy {
  return {
    requestId: demoUuid('request', requestKey),
    at: new Date(at),
    officer: officeActor(officerId, 'officer'),
    input: { ...given, id: demoUuid('remedy', key) },
    ended: ended && { ...ended, at: new Date(ended.at) },
  };
}

export const loadedLetters = (
  { key, letters = [] }: DemoRequest,
  { officerId }: { officerId: string },
): LoadedLetter[] =>
  letters.map(letter => ({
    id: demoUuid('letter', `${key}:${letter.key}`),
    requestId: demoUuid('request', key),
    key: letter.key,
    facts: letter.facts,
    at: new Date(letter.at),
    actor: officeActor(officerId, 'officer'),
    sealed: letter.isDelivered ? sealedScan(`${key}:${letter.key}`, letter) : null,
  }));

export const loadedReport = ({ at, ...report }: DemoAnnualReport, officerId: string): LoadedReport => ({
  ...report,
  at: new Date(at),
  officer: officeActor(officerId, 'officer'),
});

/** A scan as the office would hand it in: the demo has no seal, so it says what it stands for. */
const sealedScan = (
  key: string,
  { at, handedOverAt: place }: NonNullable<DemoRequest['letters']>[number],
): NonNullable<LoadedLetter['sealed']> => ({
  name: '盖章文书.pdf',
  bytes: makePdf('盖了章的文书（演示）', ['这一页代表单位盖章以后扫描的文书。演示区没有真的印章。', `编号 ${key}`]),
  delivery: {
    ...{ id: demoUuid('letter', `${key}:delivery`), on: shanghaiDate(new Date(at)) },
    ...(place === undefined ? { method: 'app' } : { method: 'on_site', place }),
  },
});
