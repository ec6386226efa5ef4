import type { z } from 'zod';
import type { Routes, RouteName } from '../routes';
import type * as A from './audit';
import type * as LE from './case-letters';
import type * as C from './catalog';
import type * as CD from './catalog-desk';
import type * as CL from './catalog-lists';
import type * as CP from './catalog-panels';
import type * as CI from './catalog-import';
import type * as K from './common';
import type * as CS from './columns';
import type * as T from './comments';
import type * as S from './consultations';
import type * as DL from './decisions';
import type * as D from './desk';
import type * as E from './enquiries';
import type * as I from './identity';
import type * as RequestParts from './information-request-parts';
import type * as R from './information-requests';
import type * as W from './notice-drafts';
import type * as V from './notice-versions';
import type * as NC from './notice-channels';
import type * as N from './notices';
import type * as M from './notifications';
import type * as O from './organization';
import type * as X from './wording';
import type * as RO from './rosters';
import type * as MT from './matters';
import type * as G from './meetings';
import type * as Q from './surveys';
import type * as P from './postings';
import type { schemas } from './index';

type Part<N extends RouteName, P extends string> = (typeof schemas)[N] extends { [K in P]: infer S } ? S : undefined;
type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
type In<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler of this route receives (after parsing). */
export interface RouteInput<N extends RouteName> {
  params: Out<Part<N, 'params'>>;
  query: Out<Part<N, 'query'>>;
  body: Out<Part<N, 'body'>>;
}
/** What a route answers, as JSON. */
export type RouteAnswer<N extends RouteName> = Out<Part<N, 'response'>>;

type Given<K extends string, S> = S extends undefined
  ? unknown
  : Record<string, never> extends In<S>
    ? { [P in K]?: In<S> }
    : { [P in K]: In<S> };
/** What a caller of this route gives. */
export type RouteCall<N extends RouteName> = Given<'params', Part<N, 'params'>> &
  Given<'query', Part<N, 'query'>> &
  Given<'body', Part<N, 'body'>>;
export type RouteOf<N extends RouteName> = Routes[N];

export type Area = z.output<typeof O.Area>;
export type Unit = z.output<typeof O.Unit>;
export type { TableName } from './tables';
export type UnitDetail = z.output<typeof O.UnitDetail>;
export type UnitContact = z.output<typeof RO.UnitContact>;
export type RosterEntry = z.output<typeof RO.RosterEntry>;
export type Place = z.output<typeof O.Place>;
export type StaffUnit = z.output<typeof O.StaffUnit>;
export type StaffArea = z.output<typeof O.StaffArea>;
export type StaffPlace = z.output<typeof O.StaffPlace>;
export type Guide = z.output<typeof O.Guide>;
export type GuideDetail = z.output<typeof O.GuideDetail>;
export type FoundRecord = z.output<typeof D.FoundRecord>;
export type PanelRound = z.output<typeof CP.PanelRound>;
export type PanelNote = z.output<typeof CP.PanelNote>;
export type DeskCounter = z.output<typeof D.DeskCounter>;
export type DeskTask = z.output<typeof D.DeskTask>;
export type Account = z.output<typeof I.Account>;
export type Session = z.output<typeof I.Session>;
export type DeskSession = z.output<typeof I.DeskSession>;
export type StaffMember = z.output<typeof I.StaffMember>;
export type Attachment = z.output<typeof K.Attachment>;
export type Receipt = z.output<typeof K.Receipt>;
export type Ref = z.output<typeof K.Ref>;
export type Domain = z.output<typeof C.Domain>;
export type Entry = z.output<typeof C.Entry>;
export type EntrySummary = z.output<typeof C.EntrySummary>;
export type EntryDetail = z.output<typeof C.EntryDetail>;
export type OwnNudge = z.output<typeof C.OwnNudge>;
export type OwnReport = z.output<typeof T.OwnReport>;
export type Nudge = z.output<typeof C.Nudge>;
export type NudgeTask = z.output<typeof C.NudgeTask>;
export type Duty = z.output<typeof C.Duty>;
export type Edition = z.output<typeof C.Edition>;
export type PowerList = z.output<typeof CL.PowerList>;
export type ListItem = z.output<typeof CL.ListItem>;
export type ListChange = z.output<typeof CL.ListChange>;
export type Finding = z.output<typeof CD.Finding>;
export type ColumnDuty = z.output<typeof CS.ColumnDuty>;
export type EntryDuty = z.output<typeof CD.EntryDuty>;
export type EditionEntry = z.output<typeof CD.EditionEntry>;
export type EntryChange = z.output<typeof C.EntryChange>;
export type ImportProblem = z.output<typeof CI.ImportProblem>;
export type ImportResult = z.output<typeof CI.ImportResult>;
export type Column = z.output<typeof N.Column>;
export type NoticeSummary = z.output<typeof N.NoticeSummary>;
export type Notice = z.output<typeof N.Notice>;
export type Draft = z.output<typeof W.Draft>;
export type DraftSummary = z.output<typeof W.DraftSummary>;
export type DraftCheck = z.output<typeof W.DraftCheck>;
export type DraftSaved = z.output<typeof W.DraftSaved>;
export type NoticeVersion = z.output<typeof V.NoticeVersion>;
export type NoticeVersionText = z.output<typeof V.NoticeVersionText>;
export type OwnObjection = z.output<typeof P.OwnObjection>;
export type StaffObjection = z.output<typeof P.StaffObjection>;
export type ObjectionCounts = z.output<typeof P.ObjectionCounts>;
export type Posting = z.output<typeof P.Posting>;
export type PostingDetail = z.output<typeof P.PostingDetail>;
export type FeedbackTask = z.output<typeof N.FeedbackTask>;
export type Matter = z.output<typeof MT.Matter>;
export type StaffMatter = z.output<typeof MT.StaffMatterDetail>;
export type MatterOfRecord = z.output<typeof MT.MatterOfRecord>;
export type MajorDecision = z.output<typeof DL.MajorDecision>;
export type Consultation = z.output<typeof S.Consultation>;
export type ConsultationDetail = z.output<typeof S.ConsultationDetail>;
export type ConsultationInput = z.output<typeof S.ConsultationInput>;
export type DraftPage = z.output<typeof S.DraftPage>;
export type PublicComment = z.output<typeof T.PublicComment>;
export type OwnComment = z.output<typeof T.OwnComment>;
export type StaffComment = z.output<typeof T.StaffComment>;
export type Ledger = z.output<typeof T.Ledger>;
export type Outcome = z.output<typeof S.Outcome>;
export type Applicant = z.output<typeof R.Applicant>;
export type InformationRequest = z.output<typeof R.InformationRequest>;
export type Letter = z.output<typeof LE.Letter>;
export type LetterText = z.output<typeof LE.LetterText>;
export type InformationRequestSummary = z.output<typeof R.InformationRequestSummary>;
export type RequestClock = z.output<typeof RequestParts.RequestClock>;
export type EnquiryDetail = z.output<typeof E.EnquiryDetail>;
export type EnquirySummary = z.output<typeof E.EnquirySummary>;
export type HotlineMonth = z.output<typeof E.HotlineMonth>;
export type ListedEnquiry = z.output<typeof E.ListedEnquiry>;
export type EnquiryAnswer = z.output<typeof E.EnquiryAnswer>;
export type StaffEnquiry = z.output<typeof E.StaffEnquiry>;
export type Suggestion = z.output<typeof R.Suggestion>;
export type StaffSurvey = z.output<typeof Q.StaffSurveyDetail>;
export type StaffMeeting = z.output<typeof G.StaffMeetingDetail>;
export type OwnSignUp = z.output<typeof G.OwnSignUp>;
export type SurveyResult = z.output<typeof Q.SurveyResult>;
export type Message = z.output<typeof M.Message>;
export type Subscription = z.output<typeof M.Subscription>;
export type SearchHit = z.output<typeof M.SearchHit>;
export type AuditEntry = z.output<typeof A.AuditEntry>;
export type AuditPerson = z.output<typeof A.AuditPerson>;
export type TimelineStep = z.output<typeof A.TimelineStep>;
export type WordingEntry = z.output<typeof X.WordingEntry>;
export type NoticeChannel = z.output<typeof NC.NoticeChannel>;
export type NoticeChannels = z.output<typeof NC.NoticeChannels>;
