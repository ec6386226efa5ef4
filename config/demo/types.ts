/**
 * Shapes of the demo district, near the inputs of the contracts. All dates are absolute: `demoDistrict(clock)` counts them from the clock.
 * Things refer to each other by key; the loader makes ids of keys. Units, areas, columns and domains keep their key as id.
 */
import type { DemoBlock, DemoEditField, EntryKey, Instant, LocalDate } from './types-base';
import type { DemoConsultation, DemoDecision, DemoMatter, DemoPanel } from './types-consultations';
import type { DemoDuty, DemoEnquiry, DemoHotlineMonth, DemoOpinion } from './types-enquiries';
import type { DemoGridWork } from './types-grid';
import type { DemoMeeting } from './types-meetings';
import type { DemoSurvey } from './types-surveys';
import type {
  DemoAnnualReport,
  DemoConclusion,
  DemoCorrection,
  DemoNudge,
  DemoObjection,
  DemoPublicAnswer,
  DemoRemedy,
  DemoRequest,
  DemoResident,
  DemoStaff,
} from './types-people';

export type * from './types-base';
export type * from './types-consultations';
export type * from './types-enquiries';
export type * from './types-grid';
export type * from './types-people';
export type * from './types-meetings';
export type * from './types-surveys';

/** What the district is built around: the instant of the first load and the working-day calendar. */
export interface DemoClock {
  now: Date;
  isWorkingDay: (date: LocalDate) => boolean;
}

export interface DemoArea {
  id: string;
  name: string;
  level: 'district' | 'street' | 'community';
  parentId: string | null;
}
/** Not public: known to grid workers only. */
export interface DemoGrid {
  id: string;
  name: string;
  communityId: string;
  households: number;
}

export interface DemoUnit {
  id: string;
  name: string;
  shortName: string;
  kind: 'government' | 'department' | 'street' | 'utility';
  areaId: string | null;
  phone: string;
  address: string;
  officeHours: string;
  takesRequests: boolean;
}

/** Who is responsible for what: in office from `since` until the day before `closedOn`. */
export interface DemoRoster {
  id: string;
  post: 'head' | 'information_officer' | 'spokesperson' | 'grid_worker' | 'expert' | 'representative';
  unitId: string | null;
  areaId: string | null;
  name: string;
  duty: string | null;
  phone: string | null;
  isPublic: boolean;
  since: string;
  closedOn: string | null;
}

export interface DemoPlace {
  id: string;
  name: string;
  kind: 'reading_room' | 'service_hall' | 'library' | 'archive' | 'community_corner' | 'screen';
  areaId: string;
  address: string;
  phone: string | null;
  hours: string;
  services: string[];
  location: { latitude: number; longitude: number };
}

/** The fields of Art. 12, on guides of kind `guide` only. */
export interface DemoGuideOffice {
  classification: string;
  arrangement: string;
  access: string;
  name: string;
  address: string;
  hours: string;
  phone: string;
  fax: string | null;
  contact: string;
}
export interface DemoGuide {
  id: string;
  kind: 'guide' | 'rule' | 'annual_report';
  title: string;
  unitId: string;
  publishedOn: LocalDate;
  year: number | null;
  office: DemoGuideOffice | null;
  summary: string;
  body: DemoBlock[];
}

export type DemoLevel = 'city' | 'county' | 'town' | 'village';
export type DemoStage = 'decision' | 'execution' | 'management' | 'service' | 'result';
/** One entry as the sheet of the national layout words it; the loader parses times, content and publisher as an import does. */
export interface DemoEntry {
  domainId: string;
  /** Ancestors, from 一级事项 down. */
  path: string[];
  name: string;
  /** Elements, one a line; ● required, 〇 optional where the domain marks them. */
  contentText: string;
  basis: string[];
  timeLimitsText: string;
  publisherText: string;
  office?: string;
  /** Codes of the contract's CHANNELS that are required (■). */
  channels: string[];
  /** 特定群体; absent: 全社会. */
  audienceGroup?: string;
  levels: DemoLevel[];
  stage: DemoStage;
}

export interface DemoEdit {
  entry: EntryKey;
  field: DemoEditField;
  text: string;
  /** Keys of the comments that were adopted with it. */
  commentKeys: string[];
}
/** The first edition (`base` null) is made of `catalog`; the others are their base, restricted to `domainIds`, with the changes. */
export interface DemoEdition {
  key: string;
  title: string;
  number: string | null;
  state: 'draft' | 'consulted' | 'frozen';
  /** Its entries are the ones in force for its domains; a later edition in the list replaces an earlier one. */
  inForce: boolean;
  base: string | null;
  domainIds: string[];
  createdAt: Instant;
  frozenAt: Instant | null;
  edits: DemoEdit[];
  added: DemoEntry[];
  removed: EntryKey[];
}

export type DemoNoticeKind =
  | 'regulation'
  | 'interpretation'
  | 'posting'
  | 'announcement'
  | 'meeting'
  | 'tender'
  | 'land'
  | 'finance'
  | 'news'
  | 'result';
export type DemoRelation = 'interprets' | 'interpretedBy' | 'answers' | 'answeredBy' | 'related';

export interface DemoNotice {
  key: string;
  title: string;
  kind: DemoNoticeKind;
  unitId: string;
  columnIds: string[];
  documentNumber?: string;
  /** Of a paper: what the annual report counts it as. */
  documentClass?: 'normative' | 'other';
  indexNumber: string;
  stage?: DemoStage;
  publishedAt: Instant;
  madeOn?: LocalDate;
  effectiveOn?: LocalDate;
  abolishedOn?: LocalDate;
  keyPoints: string[];
  body: DemoBlock[];
  entries: EntryKey[];
  areaIds: string[];
  related: { relation: DemoRelation; key: string }[];
  posting?: {
    from: LocalDate;
    to: LocalDate;
    unit: 'workingDays' | 'days';
    objection?: string;
    kind?: 'housingSubsidy' | 'housingAllotment' | 'relief' | 'studentAid' | 'tender' | 'other';
  };
  limited?: { group: string; postedAt: string; contact: string; code: string };
}

/** A notice that is not public, as its writers have it. */
export interface DemoNoticeDraft {
  key: string;
  /** User name of who writes. */
  writer: string;
  at: Instant;
  state: 'writing' | 'in_review' | 'filed';
  /** User names of those who signed its steps, in order. */
  signedBy?: string[];
  content: Pick<DemoNotice, 'title' | 'kind' | 'unitId' | 'columnIds' | 'madeOn' | 'keyPoints' | 'body'> & {
    withholding?: { attribute: 'on_request' | 'withheld'; ground: 'internal'; reason: string };
  };
}

/** A file of the district: described here, made when it is loaded. */
export type DemoFile =
  /** The first table of what it belongs to. */
  | { kind: 'sheet'; name: string }
  /** The words of what it belongs to, to be printed and posted. */
  | { kind: 'paper'; name: string }
  /** With `isInBody` after the first paragraph, else among the attachments. */
  | { kind: 'picture'; name: string; svg: string; alt: string; isInBody: boolean };

export interface DemoDistrict {
  name: string;
  areas: DemoArea[];
  grids: DemoGrid[];
  units: DemoUnit[];
  places: DemoPlace[];
  rosters: DemoRoster[];
  guides: DemoGuide[];
  catalog: DemoEntry[];
  editions: DemoEdition[];
  panels: DemoPanel[];
  notices: DemoNotice[];
  noticeDrafts: DemoNoticeDraft[];
  /** By the key of what they belong to. */
  files: Record<'notices' | 'consultations', Readonly<Record<string, readonly DemoFile[]>>>;
  consultations: DemoConsultation[];
  decisions: DemoDecision[];
  matters: DemoMatter[];
  surveys: DemoSurvey[];
  meetings: DemoMeeting[];
  /** The eight whom one can be in the simulator. */
  residents: DemoResident[];
  /** Others who left a comment. */
  neighbours: DemoResident[];
  requests: DemoRequest[];
  answers: DemoPublicAnswer[];
  remedies: DemoRemedy[];
  enquiries: DemoEnquiry[];
  opinions: DemoOpinion[];
  duties: DemoDuty[];
  annualReports: DemoAnnualReport[];
  hotlineMonths: DemoHotlineMonth[];
  nudges: DemoNudge[];
  objections: DemoObjection[];
  conclusions: DemoConclusion[];
  corrections: DemoCorrection[];
  staff: DemoStaff[];
  gridWork: DemoGridWork;
}
