import { hasRoleForUnit, type Actor } from '../../http/actor';
import type { LetterRecord, StoredDelivery } from './letter.model';

type OfUnit = Pick<LetterRecord, 'unitId'>;

export const isOfficer = (actor: Actor, { unitId }: OfUnit): boolean => hasRoleForUnit(actor, unitId, 'officer');
/** The staff who handle the case see that there is a letter; its words hold the applicant's name. */
export const isHandler = (actor: Actor, { unitId }: OfUnit): boolean =>
  hasRoleForUnit(actor, unitId, 'officer', 'head', 'legal', 'supervisor');
export const canDownload = (actor: Actor, { unitId }: OfUnit): boolean =>
  hasRoleForUnit(actor, unitId, 'officer', 'head');
/** 送达回证 is for what somebody takes into their hands; what is read on a screen has its own proof. */
export const hasDeliveryRecord = (method: StoredDelivery['method']): boolean =>
  method === 'post' || method === 'pickup' || method === 'on_site';
const isOut = ({ state }: Pick<LetterRecord, 'state'>): boolean => state === 'delivered' || state === 'void';

/** To an e-seal service, where there is one: what has no seal, and is not on its way there. */
export const canOrderSeal = (actor: Actor, letter: OfUnit & Pick<LetterRecord, 'state' | 'sealOrder'>): boolean =>
  isOfficer(actor, letter) && letter.state === 'final' && letter.sealOrder?.state !== 'waiting';

/** What this actor may do with this letter now. */
export const abilitiesOf = (actor: Actor, letter: OfUnit & Pick<LetterRecord, 'state' | 'content'>) => ({
  download: canDownload(actor, letter) && letter.content !== '',
  seal: isOfficer(actor, letter) && !isOut(letter),
  deliver: isOfficer(actor, letter) && (letter.state === 'sealed' || letter.state === 'delivered'),
  void: isOfficer(actor, letter) && !isOut(letter),
});
