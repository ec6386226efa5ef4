import type { RouteAnswer } from '@bandeng/contracts/types';
import { lettersOfCase } from '@bandeng/rules';
import type { Actor } from '../../http/actor';
import { AppError } from '../../platform/errors';
import { checkCodeOf, readCheckCode } from './check-code';
import type { LettersDeps } from './deps';
import { currentKinds } from './letter-kinds';
import { isHandler, isOfficer } from './letter.policy';
import { describeLetters } from './letter.presenter';

/** The letters of a case: what it calls for and has not, and what was made. */
export async function listCaseLetters(
  deps: LettersDeps,
  actor: Actor,
  requestId: string,
): Promise<RouteAnswer<'staff.letters.list'>> {
  const given = await deps.requests.findLetterCase(requestId);
  if (!given || !isHandler(actor, given)) throw new AppError('request.not_found');
  const made = await deps.letters.listOfRequest(requestId);
  const standing = new Set(made.filter(({ state }) => state !== 'void').map(({ key }) => key));
  const kinds = new Map((await currentKinds(deps)).map(({ kind }) => [kind.code, kind]));
  return {
    due: lettersOfCase(given, deps.kinds)
      .filter(({ key }) => !standing.has(key))
      .flatMap(({ key, code, on }) => {
        const kind = kinds.get(code);
        return kind ? [{ key, kind: { id: kind.id, name: kind.name, to: kind.to }, on }] : [];
      }),
    items: await describeLetters(deps, actor, made),
    mayMake: isOfficer(actor, given),
  };
}

const UNKNOWN = {
  ...{ known: false, unit: null, title: null, number: null },
  ...{ madeOn: null, state: null, sha256: null },
};

/** What anybody is told who holds a letter: that it is ours, and of when, and nothing of whom it is about. */
export async function checkLetter(deps: LettersDeps, typed: string): Promise<RouteAnswer<'letters.check'>> {
  const record = await deps.letters.findByCheckCode(readCheckCode(typed));
  if (!record) return UNKNOWN;
  const text = deps.letters.openContent(record);
  // The code is counted anew from the words that are kept: a record that somebody changed is not vouched for.
  if (text !== null && checkCodeOf(deps.blindIndex, record._id, text) !== record.checkCode) return UNKNOWN;
  return {
    known: true,
    unit: (await deps.organization.findUnit(record.unitId))?.name ?? null,
    title: record.title,
    number: record.number,
    madeOn: record.madeOn,
    state: record.state,
    sha256: record.sealed?.sha256 ?? record.pdfSha256,
  };
}
