import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { replyKinds, letterFacts, letterFaults, type LetterFact, type LetterKind } from '@bandeng/rules';
import type { OfficeActor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import type { LettersDeps } from './deps';
import type { LetterWording } from './wording.model';

/** A kind as it counts now, and which wording that is. */
export interface CurrentKind {
  kind: LetterKind;
  version: number;
}

const withWording = (kind: LetterKind, wording: LetterWording | undefined): CurrentKind =>
  wording
    ? { kind: { ...kind, name: wording.name, body: wording.body }, version: wording.version }
    : { kind, version: 0 };

/** The kinds of letters with the words that count now, in the order of their ids. */
export async function currentKinds({ kinds, wordings }: LettersDeps): Promise<CurrentKind[]> {
  const reworded = await wordings.findAll(kinds.map(({ code }) => code));
  return kinds.map(kind => withWording(kind, reworded.get(kind.code)?.at(-1)));
}

/** For the whole district: every office writes with the same words. */
const canReword = (actor: OfficeActor): boolean =>
  actor.roles.some(({ role, unitId, areaId }) => role === 'head' && unitId === null && areaId === null);

export async function listLetterKinds(deps: LettersDeps): Promise<RouteAnswer<'staff.letterKinds.list'>> {
  return {
    items: (await currentKinds(deps)).map(({ kind: { id, code, name, stage }, version }) => ({
      ...{ id, code, name, stage, version },
    })),
  };
}

export async function readLetterKind(
  deps: LettersDeps,
  actor: OfficeActor,
  code: string,
): Promise<RouteAnswer<'staff.letterKinds.get'>> {
  const base = kindOf(deps, code);
  const versions = (await deps.wordings.findAll([code])).get(code) ?? [];
  const { kind, version } = withWording(base, versions.at(-1));
  const people = await deps.identity.describeStaff([...new Set(versions.map(({ by }) => by))]);
  return {
    ...{ id: kind.id, code, name: kind.name, stage: kind.stage, version, to: kind.to },
    articles: [...kind.articles],
    facts: factsOf(base),
    decisionKinds: (kind.decisionKinds ?? []).map(decision => ({
      kind: decision,
      label: replyKinds[decision].label,
    })),
    remedy: { kind: kind.remedy.kind, source: kind.remedy.source, toConfirm: kind.remedy.toConfirm ?? null },
    wordings: [
      ...versions
        .map(({ by, at, ...wording }) => ({ ...wording, at: at.toISOString(), by: people.get(by)?.name ?? '' }))
        .reverse(),
      { version: 0, name: base.name, body: [...base.body], why: '系统自带', at: null, by: '' },
    ],
    abilities: { reword: canReword(actor) },
  };
}

function kindOf({ kinds }: LettersDeps, code: string): LetterKind {
  const kind = kinds.find(candidate => candidate.code === code);
  if (!kind) throw new AppError('letter.kind_not_found');
  return kind;
}

/** What may stand in its text: what the request gives any letter, and what is its own. */
function factsOf(kind: LetterKind) {
  const own = [...kind.facts, ...Object.values(kind.factsFor ?? {}).flatMap(facts => facts ?? [])];
  const describe = (isNeeded: boolean) => (fact: LetterFact) => ({ fact, label: letterFacts[fact].label, isNeeded });
  return [
    ...(['requestNumber', 'receivedOn', 'subject'] as const).map(describe(false)),
    ...[...new Set(own)].map(describe(true)),
    ...(kind.optionalFacts ?? []).map(describe(false)),
  ];
}

/** Other words for a kind of letter, checked as those of config/letters are; what was written before stays as it was. */
export async function rewordLetter(
  deps: LettersDeps,
  actor: OfficeActor,
  { code, seen, name, body, why }: RouteInput<'staff.letterKinds.reword'>['body'] & { code: string },
): Promise<void> {
  if (!canReword(actor)) throw new AppError('auth.forbidden');
  const base = kindOf(deps, code);
  const paragraphs = body.map(paragraph =>
    typeof paragraph === 'string' || paragraph.if !== undefined || paragraph.for !== undefined
      ? paragraph
      : paragraph.text,
  ) as LetterWording['body'];
  const faults = letterFaults({ ...base, name, body: paragraphs });
  if (faults.length > 0)
    throw new AppError('request.invalid', { errors: faults.map(message => ({ path: 'body', message })) });
  const wording = { version: seen + 1, name, body: paragraphs, why, at: deps.clock.now(), by: actor.staffId };
  await deps.transaction(async tx => {
    if (!(await deps.wordings.add(code, wording, tx))) throw new AppError('letter.reworded');
    await deps.audit.add(
      actor,
      'letter.reworded',
      { collection: 'letterWordings', id: code, fields: ['versions'] },
      tx,
    );
  });
}
