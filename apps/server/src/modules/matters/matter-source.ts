import type { Matter, MatterOfRecord } from '@bandeng/contracts/types';
import type { Actor } from '../../http/actor';

export type MatterKind = Matter['steps'][number]['kind'];
export type Stage = NonNullable<MatterOfRecord['stage']>;
export interface MemberKey {
  kind: Exclude<MatterKind, 'decision'>;
  id: string;
}

/** A record of a matter as everybody may know of it now. */
export interface PublicRecord {
  kind: MatterKind;
  id: string;
  title: string;
  unitId: string;
  /** Null when it does not say it itself. */
  stage: Stage | null;
  /** Its text is for some people only: here it is a title. */
  limited?: boolean;
  /** Of an item of the year's decisions. */
  year?: number;
  /** Its consultation, when that may be in a matter for it. */
  consultationId?: string | null;
  steps: { text: string; at: Date }[];
  next: { text: string; on: string | null }[];
}

/** A record as who works on it, or reads it at a desk, knows it. */
export interface StaffRecord {
  title: string;
  unitId: string;
  stage: Stage | null;
  /** A notice that is still written or reviewed: it has another page. */
  isDraft?: boolean;
  /** Whether this actor decides what matter it is of. */
  mayLink: boolean;
  /** What it is linked to already: of the same matter, probably. */
  kin: MemberKey[];
}

/** What a module tells of its records to the matters they are in. */
export interface MatterSource {
  /** Those of them that are public; drafts, what is to come and what was taken down are left out. */
  listPublic(ids: readonly string[]): Promise<PublicRecord[]>;
  /** Null when this actor may not know of it. */
  findForStaff(id: string, actor: Actor): Promise<StaffRecord | null>;
}

/** What comes with a consultation, without being put into a matter by hand. */
export type ListOfConsultations = (consultationIds: readonly string[]) => Promise<PublicRecord[]>;

/** So many records come with the consultations of one matter. */
export const MOST_COMPANIONS = 50;
