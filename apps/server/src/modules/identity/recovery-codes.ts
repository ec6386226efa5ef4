import { limits } from '@bandeng/contracts/routes';
import type { BlindIndex } from '../../platform/crypto';
import type { Ids } from '../../platform/ids';

const GROUP = 4;

/** Kept as a keyed hash: who reads the database cannot try all codes. */
export const hashRecoveryCode = ({ blindIndex }: { blindIndex: BlindIndex }, staffId: string, code: string): string =>
  blindIndex.of('recoveryCode', `${staffId}\n${code}`);

/** A new set: as it is shown, in groups of four, and as it is kept. */
export function makeRecoveryCodes(
  deps: { ids: Ids; blindIndex: BlindIndex },
  staffId: string,
): { shown: string[]; kept: string[] } {
  const codes = Array.from({ length: limits.recoveryCodes }, () => deps.ids.letters(limits.recoveryCodeLength));
  return {
    shown: codes.map(code => (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')),
    kept: codes.map(code => hashRecoveryCode(deps, staffId, code)),
  };
}
