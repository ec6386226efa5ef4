import type { LetterText, RouteAnswer } from '@bandeng/contracts/types';
import {
  factsAsked,
  factsOfCase,
  fillLetter,
  letterFacts,
  lettersOfCase,
  missingFacts,
  type CaseLetter,
  type LetterFact,
  type LetterFacts,
  type LetterKind,
} from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { Actor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { LetterCase } from '../information-requests';
import type { LettersDeps } from './deps';
import { currentKinds } from './letter-kinds';
import { isOfficer } from './letter.policy';

export interface PreparedLetter {
  given: LetterCase;
  wanted: CaseLetter;
  kind: LetterKind;
  /** Which wording of it. */
  wording: number;
  facts: LetterFacts;
  missing: LetterFact[];
  /** Without its number; null while something is missing. */
  text: LetterText | null;
}

/**
 * A letter of a case laid ready: what the record knows is filled in, what the officer says goes before it.
 * Throws request.not_found for who is no officer of its unit, and letter.not_due when the case does not call for it.
 */
export async function prepareLetter(
  deps: LettersDeps,
  actor: Actor,
  { requestId, key, facts: said }: { requestId: string; key: string; facts: Record<string, string> },
): Promise<PreparedLetter> {
  const given = await deps.requests.findLetterCase(requestId);
  if (!given || !isOfficer(actor, given)) throw new AppError('request.not_found');
  const wanted = lettersOfCase(given, deps.kinds).find(letter => letter.key === key);
  const current = (await currentKinds(deps)).find(({ kind: { code } }) => code === wanted?.code);
  const kind = current?.kind;
  const addressee = wanted && kind && addresseeOf(given, wanted, kind);
  if (!wanted || !current || !kind || !addressee) throw new AppError('letter.not_due');

  const { needed, optional } = factsAsked(kind, wanted.decision);
  const known = { ...factsOfCase(given, wanted, await deps.holidays.calendar()), ...said };
  const facts: LetterFacts = Object.fromEntries(
    [...needed, ...optional].map(fact => [fact, (known as LetterFacts)[fact] ?? '']),
  );
  const missing = missingFacts(kind, facts, wanted.decision);
  const text = missing.length > 0 ? null : await writeText(deps, { given, wanted, kind, facts, addressee });
  return { given, wanted, kind, wording: current.version, facts, missing, text };
}

async function writeText(
  deps: LettersDeps,
  {
    given,
    wanted,
    kind,
    facts,
    addressee,
  }: Omit<PreparedLetter, 'text' | 'missing' | 'wording'> & { addressee: string },
): Promise<LetterText> {
  const unit = await deps.organization.findUnit(given.unitId);
  const { title, paragraphs, remedy } = fillLetter(kind, { facts, decision: wanted.decision, bodies: district });
  return {
    unit: unit?.name ?? '',
    title,
    number: null,
    addressee,
    paragraphs,
    remedy,
    contact:
      [unit?.phone && `联系电话：${unit.phone}`, unit?.address && `地址：${unit.address}`].filter(Boolean).join('，') ||
      null,
    madeOn: deps.clock.today(),
  };
}

/** Whom it is written to; empty when the name is erased by now. */
function addresseeOf(given: LetterCase, { ref }: CaseLetter, { to }: LetterKind): string {
  if (to === 'applicant') return given.applicantName;
  return given.consultedNames[ref.slice(ref.indexOf(':') + 1)] ?? '';
}

export function presentDraft({
  wanted,
  kind,
  facts,
  missing,
  text,
}: PreparedLetter): RouteAnswer<'staff.letters.draft'> {
  const { needed, optional } = factsAsked(kind, wanted.decision);
  return {
    key: wanted.key,
    kind: { id: kind.id, name: kind.name, to: kind.to },
    isNumbered: kind.isNumbered,
    articles: [...kind.articles],
    remedy: { kind: kind.remedy.kind, source: kind.remedy.source, toConfirm: kind.remedy.toConfirm ?? null },
    fields: [...needed, ...optional].map(fact => ({
      fact,
      label: letterFacts[fact].label,
      kind: letterFacts[fact].kind,
      isNeeded: needed.includes(fact),
      value: facts[fact] ?? '',
    })),
    missing,
    text,
  };
}
