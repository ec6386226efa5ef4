import type { LetterText } from '@bandeng/contracts/types';
import { fillLetter, type LetterFacts } from '@bandeng/rules';
import district from '../../../../../config/district.json';
import type { OfficeActor } from '../../http/actor';
import { AppError, invalidField } from '../../platform/errors';
import { changeLetter } from './change-letter';
import type { LettersDeps } from './deps';
import { currentKinds } from './letter-kinds';
import type { LetterRecord, StoredDelivery } from './letter.model';
import { hasDeliveryRecord, isOfficer } from './letter.policy';

interface Of {
  id: string;
  deliveryId: string;
}

const METHODS: Partial<Record<StoredDelivery['method'], string>> = {
  post: '邮寄送达',
  pickup: '由收件人到本机关领取',
  on_site: '当面送达',
};
/** To be filled in by hand. */
const BLANK = '________________';

/** 送达回证 (X04) of one delivery, from what was written down of it; the signatures are made on the printed sheet. */
export async function readDeliveryRecord(deps: LettersDeps, actor: OfficeActor, { id, deliveryId }: Of) {
  const record = await deps.letters.get(id);
  if (!isOfficer(actor, record)) throw new AppError('letter.not_found');
  const delivery = recordedDelivery(deps, record, deliveryId);
  const letter = deps.letters.openContent(record);
  const kind = (await currentKinds(deps)).find(({ kind: { code } }) => code === 'delivery_record')?.kind;
  if (letter === null || !kind) throw new AppError('letter.not_found');
  const facts: LetterFacts = {
    deliveredLetter: `《${record.title}》${record.number === null ? '' : `（${record.number}）`}`,
    deliveryMethod: METHODS[delivery.method] ?? '',
    deliveryPlace: delivery.place ?? ((await usualPlace(deps, record, delivery)) || BLANK),
  };
  const { title, paragraphs } = fillLetter(kind, { facts, bodies: district });
  const { unit, addressee } = letter;
  const text: LetterText = {
    ...{ unit, title, addressee, paragraphs },
    ...{ number: null, remedy: null, contact: null, madeOn: delivery.on },
  };
  return { text, name: `${title}-${record.number ?? record.title}` };
}

/** Where it was handed over when nobody wrote it down: the office itself, or where the applicant has their post sent. */
async function usualPlace(deps: LettersDeps, record: LetterRecord, { method }: StoredDelivery): Promise<string> {
  if (method === 'pickup') {
    const unit = await deps.organization.findUnit(record.unitId);
    return [unit?.name, unit?.address].filter(Boolean).join('，');
  }
  if (method !== 'post' || record.to !== 'applicant') return '';
  return (await deps.requests.findLetterCase(record.requestId))?.applicantAddress ?? '';
}

function recordedDelivery(deps: LettersDeps, record: LetterRecord, deliveryId: string): StoredDelivery {
  const delivery = deps.letters.openDeliveries(record).find(({ id }) => id === deliveryId);
  if (!delivery) throw new AppError('letter.not_found');
  if (!hasDeliveryRecord(delivery.method))
    throw new AppError('letter.state', { data: { reason: '在小程序里或者用邮件送的，没有送达回证' } });
  return delivery;
}

const SCAN = /^(?:image\/|application\/pdf$)/;

/** The signed sheet as the proof of that delivery; a better scan takes its place. For the office only: it bears the recipient's hand. */
export const proveDelivery = (
  deps: LettersDeps,
  actor: OfficeActor,
  { id, deliveryId, fileId }: Of & { fileId: string },
): Promise<LetterRecord> =>
  changeLetter(deps, actor, { id, action: 'letter.delivery_proven', fields: ['deliveries'] }, async (record, tx) => {
    const delivery = recordedDelivery(deps, record, deliveryId);
    if (delivery.proof?.fileId === fileId) return null;
    const [file] = await deps.files.open([fileId]);
    if (!file) throw new AppError('file.not_found');
    if (!SCAN.test(file.type)) throw invalidField('fileId', '签了字的送达回证，要照片或者 PDF。');
    await deps.files.bindToRecord(actor, [fileId], { collection: 'letters', id }, tx);
    const proof = { fileId, sha256: file.sha256, at: deps.clock.now().toISOString(), by: actor.staffId };
    const deliveries = deps.letters.openDeliveries(record);
    return {
      deliveries: deps.letters.sealDeliveries(
        id,
        deliveries.map(known => (known.id === deliveryId ? { ...known, proof } : known)),
      ),
    };
  });
