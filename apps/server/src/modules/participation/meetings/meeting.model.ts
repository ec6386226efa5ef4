import type {
  MEETING_KINDS,
  MINUTES_READERS,
  REPRESENTS,
  SELECTIONS,
  SIGN_UP_STATES,
  Block,
} from '@bandeng/contracts/schemas';
import { Schema, type Connection } from 'mongoose';

export type SignUpState = (typeof SIGN_UP_STATES)[number];
export type Represents = (typeof REPRESENTS)[number];

export interface SignUpRules {
  closesAt: Date;
  quota: number;
  selection: (typeof SELECTIONS)[number];
  criteria: string | null;
}

export interface MinutesRecord {
  body: Block[];
  readers: (typeof MINUTES_READERS)[number];
  writtenBy: string;
  writtenAt: Date;
  confirmedAt: Date | null;
}

export interface MeetingRecord {
  _id: string;
  /** Who asked for it and with what: a repeat of the call gives this record, another call with its id does not. */
  contentHash: string;
  createdBy: string;
  createdAt: Date;
  kind: (typeof MEETING_KINDS)[number];
  title: string;
  topic: string;
  unitId: string;
  place: string;
  startsAt: Date;
  agenda: string[];
  materialIds: string[];
  consultationId: string | null;
  /** Null: by invitation only. */
  signUp: SignUpRules | null;
  /** Null while it is prepared. */
  publishedAt: Date | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
  /** Thrown away before anybody else saw it: in no list, and not there for whoever asks for it. */
  discardedAt?: Date | null;
  /** SHA-256 of the seed, published with the meeting. */
  seedHash: string | null;
  /** Sealed until the draw. */
  sealedSeed: string | null;
  /** Once drawn. */
  seed: string | null;
  drawnAt: Date | null;
  /** Ids of the sign-ups as they were drawn. */
  drawnOrder: string[];
  /** It began while people still waited for a draw or an answer. */
  notChosen?: { at: Date; reason: string } | null;
  participantsAt: Date | null;
  minutes: MinutesRecord | null;
  /** `all` once published. */
  facets: string[];
  revision: number;
}

export interface SignUpRecord {
  /** Made by the client. */
  _id: string;
  meetingId: string;
  /** Null for who was invited, and once the account is closed. */
  accountId: string | null;
  /** meetingId:accountId while it stands: one for each account. Null otherwise. */
  turn: string | null;
  contentHash: string;
  /** Sealed. */
  name: string | null;
  phone: string | null;
  represents: Represents;
  statement: string | null;
  isInvited: boolean;
  state: SignUpState;
  reason: string | null;
  drawPlace: number | null;
  attended: boolean | null;
  createdAt: Date;
  /** When the meeting is: personal fields go a year after it. */
  meetingAt: Date;
}

export interface ResolutionRecord {
  _id: string;
  meetingId: string;
  contentHash: string;
  text: string;
  unitId: string;
  dueOn: string;
  createdAt: Date;
  doneAt: Date | null;
  word: string | null;
}

const text = { type: String, required: true } as const;
const nullable = { type: String, default: null };
const date = { type: Date, required: true } as const;
const later = { type: Date, default: null };
const mixed = Schema.Types.Mixed;

export function defineMeetingModels(database: Connection) {
  const meeting = new Schema<MeetingRecord>(
    {
      _id: String,
      contentHash: text,
      createdBy: text,
      createdAt: date,
      kind: text as never,
      title: text,
      topic: text,
      unitId: text,
      place: text,
      startsAt: date,
      agenda: [String],
      materialIds: [String],
      consultationId: nullable,
      signUp: { type: mixed, default: null },
      publishedAt: later,
      cancelledAt: later,
      cancelReason: nullable,
      discardedAt: later,
      seedHash: nullable,
      sealedSeed: nullable,
      seed: nullable,
      drawnAt: later,
      drawnOrder: [String],
      notChosen: { type: mixed, default: null },
      participantsAt: later,
      minutes: { type: mixed, default: null },
      facets: [String],
      revision: { type: Number, required: true },
    },
    { versionKey: false, collection: 'meetings', minimize: false },
  );
  meeting.index({ facets: 1, startsAt: 1, _id: 1 });
  meeting.index({ createdAt: -1, _id: -1 });
  meeting.index({ consultationId: 1 });
  meeting.index({ unitId: 1, createdAt: -1, _id: -1 });

  const signUp = new Schema<SignUpRecord>(
    {
      _id: String,
      meetingId: text,
      accountId: nullable,
      turn: nullable,
      contentHash: text,
      name: nullable,
      phone: nullable,
      represents: text as never,
      statement: nullable,
      isInvited: { type: Boolean, required: true },
      state: text as never,
      reason: nullable,
      drawPlace: { type: Number, default: null },
      attended: { type: Boolean, default: null },
      createdAt: date,
      meetingAt: date,
    },
    { versionKey: false, collection: 'meetingSignUps' },
  );
  signUp.index({ turn: 1 }, { unique: true, partialFilterExpression: { turn: { $type: 'string' } } });
  signUp.index({ meetingId: 1, state: 1, createdAt: 1, _id: 1 });
  signUp.index({ meetingId: 1, createdAt: 1, _id: 1 });
  signUp.index({ accountId: 1, createdAt: -1, _id: -1 });
  // For config/retention.json.
  signUp.index({ meetingAt: 1 });

  const resolution = new Schema<ResolutionRecord>(
    {
      _id: String,
      meetingId: text,
      contentHash: text,
      text,
      unitId: text,
      dueOn: text,
      createdAt: date,
      doneAt: later,
      word: nullable,
    },
    { versionKey: false, collection: 'meetingResolutions' },
  );
  resolution.index({ meetingId: 1, dueOn: 1, _id: 1 });
  resolution.index({ doneAt: 1, dueOn: 1, _id: 1 });
  resolution.index({ unitId: 1, doneAt: 1, dueOn: 1, _id: 1 });

  return {
    meetings: database.model<MeetingRecord>('Meeting', meeting),
    signUps: database.model<SignUpRecord>('MeetingSignUp', signUp),
    resolutions: database.model<ResolutionRecord>('MeetingResolution', resolution),
  };
}
