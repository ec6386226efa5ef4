/** Why a push is not taken. `unreadable` is for what is signed but makes no sense; the others may be an attack. */
export type PushRefusal = 'bad_signature' | 'outside_window' | 'not_encrypted' | 'wrong_app' | 'unreadable';

/** A push that must be answered with 403, or 400 for `unreadable`. The message never repeats what was received. */
export class PushRefused extends Error {
  readonly reason: PushRefusal;

  constructor(reason: PushRefusal) {
    super(`WeChat push refused: ${reason}`);
    this.name = 'PushRefused';
    this.reason = reason;
  }
}
