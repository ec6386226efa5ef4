import type { RouteInput } from '@bandeng/contracts/types';
import { canonicalJson, letterFacts, letterNumber } from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { OfficeActor } from '../../http/actor';
import { shanghaiDate } from '../../platform/clock';
import { sha256 } from '../../platform/crypto';
import { AppError } from '../../platform/errors';
import type { Tx } from '../../platform/transaction';
import { checkCodeOf } from './check-code';
import type { LettersDeps } from './deps';
import type { LetterRecord } from './letter.model';
import { letterPdf } from './letter-pdf';
import { prepareLetter } from './prepare-letter';

type Input = RouteInput<'staff.letters.create'>['body'] & { requestId: string };

/**
 * Makes a letter final: its words as they were shown, its number, its code and its file, in one transaction, so that a number is
 * either on a letter or not taken. The same id and content again gives the same letter.
 */
export async function finalizeLetter(
  deps: LettersDeps,
  actor: OfficeActor,
  input: Input,
): Promise<{ record: LetterRecord; isNew: boolean }> {
  const contentHash = deps.blindIndex.of('letter', canonicalJson({ ...input, by: actor.staffId }));
  const known = await deps.letters.find(input.id);
  if (known) return { record: sameOrConflict(known, contentHash), isNew: false };
  const prepared = await prepareLetter(deps, actor, input);
  const { given, kind, missing } = prepared;
  const { text } = prepared;
  if (text === null) {
    const errors = missing.map(fact => ({ path: `facts.${fact}`, message: `还缺${letterFacts[fact].label}。` }));
    throw new AppError('request.invalid', { errors });
  }
  const now = deps.clock.now();
  const madeOn = shanghaiDate(now);
  const id = input.id;

  return deps.inTurn(() =>
    deps.transaction(async tx => {
      const repeated = await deps.letters.find(id, tx);
      if (repeated) return { record: sameOrConflict(repeated, contentHash), isNew: false };
      const number = kind.isNumbered ? await nextNumber(deps, given.unitId, madeOn, tx) : null;
      const whole = { ...text, number, madeOn };
      const checkCode = checkCodeOf(deps.blindIndex, id, whole);
      const pdf = letterPdf(whole, checkCode);
      const record: LetterRecord = {
        _id: id,
        requestId: given.id,
        unitId: given.unitId,
        accountId: given.accountId,
        key: input.key,
        slot: `${given.id} ${input.key}`,
        code: kind.code,
        title: kind.name,
        wording: prepared.wording,
        to: kind.to,
        number,
        madeOn,
        madeAt: now,
        madeBy: actor.staffId,
        contentHash,
        checkCode,
        content: deps.letters.sealContent(id, whole),
        pdf: deps.letters.sealPdf(id, pdf),
        pdfSha256: sha256(pdf),
        state: 'final',
        voided: null,
        sealed: null,
        sealOrder: null,
        deliveries: '',
        deliveredOn: null,
        firstReadAt: null,
        revision: 1,
      };
      await deps.letters.insert(record, tx);
      await deps.audit.add(actor, 'letter.made', { collection: 'letters', id, to: 'final' }, tx);
      return { record, isNew: true };
    }),
  );
}

/** ××公复〔年〕n号, of the unit and the year (Shanghai). */
async function nextNumber(deps: LettersDeps, unitId: string, madeOn: string, tx: Tx): Promise<string> {
  const year = madeOn.slice(0, 4);
  const running = await deps.requests.nextNumber(`letter:${unitId}:${year}`, tx);
  const words: Readonly<Record<string, string>> = district.letterWords;
  const word = words[unitId] ?? (await deps.organization.findUnit(unitId))?.shortName ?? '';
  return letterNumber(word, year, running);
}

function sameOrConflict(existing: LetterRecord, contentHash: string): LetterRecord {
  if (existing.contentHash !== contentHash) throw new AppError('id.conflict');
  return existing;
}
