import { ENTRY_FIELDS } from '@bandeng/contracts/schemas';
import type { Attachment, Consultation, ConsultationDetail, DraftPage, Outcome, Ref } from '@bandeng/contracts/types';
import { consultationKinds, type DisplayRule } from '@bandeng/rules';
import { isKnown, type Actor } from '../../http/actor';
import type { Page } from '../../platform/paging';
import { FIELD_LABELS } from '../catalog';
import type { CounterRecord } from './comment.repository';
import { consultationAbilities, stateOf, type ConsultationState } from './consultation.policy';
import type { ConsultationOutline, ConsultationRecord, DraftItemRecord } from './consultation.repository';

export interface ConsultationNames {
  units: ReadonlyMap<string, { name: string }>;
  areas: ReadonlyMap<string, { name: string }>;
  domains: ReadonlyMap<string, string>;
}
export interface ConsultationContext {
  now: Date;
  names: ConsultationNames;
  counters: ReadonlyMap<string, CounterRecord>;
}

const DISPLAY_TEXTS: Record<DisplayRule, string> = {
  with_outcome: '意见先不公开，和结果一起公开。不公开的意见也会答复。',
  after_review: '意见由工作人员看过再公开。不公开的意见也会答复。',
  after_check: '意见经自动检查后公开，拿不准的由工作人员看。不公开的意见也会答复。',
};

const named = (id: string, names: ReadonlyMap<string, { name: string }>): Ref => ({
  id,
  name: names.get(id)?.name ?? id,
});

/** A consultation as lists show it; drafts are told from open ones for the desk only. */
export function presentConsultation(
  record: ConsultationOutline,
  { now, names, counters }: ConsultationContext,
): Omit<Consultation, 'state'> & { state: ConsultationState } {
  const { _id, question, title, kind, opensOn, closesOn, outcomeDueOn, draftKind, itemCount, changedCount } = record;
  const state = stateOf(record, now);
  return {
    id: _id,
    question,
    title,
    unit: named(record.unitId, names.units),
    kind,
    kindLabel: consultationKinds[kind].label,
    state,
    opensOn,
    closesOn,
    closesAt: record.closesAt.toISOString(),
    outcomeDueOn,
    outcomeAt: state === 'answered' ? (record.outcomeAt?.toISOString() ?? null) : null,
    draftKind,
    itemCount,
    changedCount,
    commentCount: counters.get(_id)?.received ?? 0,
    areas: record.areaIds.map(id => named(id, names.areas)),
    domains: record.domainIds.map(id => ({ id, name: names.domains.get(id) ?? id })),
    draftVersion: record.draftVersion ?? 1,
  };
}

export function presentDetail(
  record: ConsultationRecord,
  context: ConsultationContext & { actor: Actor; attachments: Attachment[]; mine: number | undefined },
): Omit<ConsultationDetail, 'state'> & { state: ConsultationState } {
  const { actor, attachments, mine, now, counters } = context;
  const counter = counters.get(record._id);
  return {
    ...presentConsultation(record, context),
    background: record.background,
    display: record.display,
    displayText: DISPLAY_TEXTS[record.display],
    shortenReason: record.shortenReason,
    basis: consultationKinds[record.kind].basis,
    contact: record.contact,
    ways: record.ways ?? [],
    attachments,
    editionId: record.editionId,
    publicCommentCount: (stateOf(record, now) === 'answered' ? counter?.end : counter?.now) ?? 0,
    ...(mine !== undefined && { mine }),
    ...(isKnown(actor) && { abilities: consultationAbilities(actor, record, now) }),
  };
}

export const placeCounter = (consultationId: string, place: string): string => `${consultationId}|${place}`;

export function presentDraft(
  { _id, draftKind }: ConsultationOutline,
  page: Page<DraftItemRecord>,
  counters: ReadonlyMap<string, CounterRecord>,
): DraftPage {
  const { items, nextCursor } = page;
  const counterOf = (item: DraftItemRecord) => counters.get(placeCounter(_id, item.itemId));
  if (draftKind === 'clauses') {
    const clauses = items.map(item => ({
      id: item.itemId,
      label: item.label,
      text: item.text ?? '',
      before: item.before,
      change: item.change,
      commentCount: counterOf(item)?.received ?? 0,
    }));
    return { kind: 'clauses', items: clauses, nextCursor };
  }
  const entries = items.map(item => ({
    id: item.itemId,
    name: item.label,
    path: item.path,
    change: item.change,
    fields: columnsOf(item).map(field => ({
      ...field,
      value: (item.change === 'removed' ? field.before : field.after) ?? '',
      changed: field.before !== field.after,
      commentCount: counterOf(item)?.fields?.[field.field] ?? 0,
    })),
    commentCount: counterOf(item)?.received ?? 0,
  }));
  return { kind: 'entries', items: entries, nextCursor };
}

/** Every column of an entry in the order of the layout: one that says nothing can be spoken of too, except where the entry goes. */
function columnsOf({ change, fields }: DraftItemRecord): DraftItemRecord['fields'] {
  if (change === 'removed') return fields;
  const written = new Map(fields.map(field => [field.field, field]));
  return ENTRY_FIELDS.map(
    field => written.get(field) ?? { field, label: FIELD_LABELS[field], before: null, after: null },
  );
}

/** Only for an answered consultation. */
export function presentOutcome(
  record: ConsultationRecord,
  { units }: Pick<ConsultationNames, 'units'>,
): Outcome | null {
  const { outcome, outcomeAt } = record;
  if (outcome === null || outcomeAt === null) return null;
  return {
    consultationId: record._id,
    question: record.question,
    title: record.title,
    unit: named(record.unitId, units),
    opensOn: record.opensOn,
    closesOn: record.closesOn,
    publishedAt: outcomeAt.toISOString(),
    summary: outcome.summary,
    ledger: outcome.ledger,
    byChannel: outcome.byChannel,
    byTarget: outcome.byTarget ?? [],
    nextEditionId: outcome.nextEditionId,
  };
}
