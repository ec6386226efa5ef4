import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/crypto';

const STEP_SECONDS = 30;
/** One step either way: phones and servers do not agree to the second. */
const TOLERANCE_SECONDS = 30;
const ISSUER = '板凳';

/** RFC 6238; secrets are kept sealed. */
export function createTotp({ clock, fields }: { clock: Clock; fields: FieldCipher }) {
  const place = (staffId: string) => ({ collection: 'staff', id: staffId, field: 'totpSecret' });
  return {
    begin: (staffId: string, username: string) => {
      const secret = generateSecret();
      return {
        secret,
        sealed: fields.encrypt(secret, place(staffId)),
        uri: generateURI({ issuer: ISSUER, label: username, secret }),
      };
    },
    /** The time step that this code belongs to; null when it is wrong. */
    stepOf: (staffId: string, sealed: string, code: string): number | null => {
      const secret = fields.decrypt(sealed, place(staffId));
      const epoch = Math.floor(clock.now().getTime() / 1000);
      const result = verifySync({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS });
      return result.valid ? Math.floor(epoch / STEP_SECONDS) + result.delta : null;
    },
  };
}
export type Totp = ReturnType<typeof createTotp>;
