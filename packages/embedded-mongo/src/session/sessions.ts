/** The logical sessions of clients: their transaction, and what their last retryable write answered. */
import { decode, encode, type Doc } from '@bandeng/mongo-documents/bson';
import { MongoError } from '@bandeng/mongo-documents/errors';
import { retryKey } from '../storage/key-space';
import type { Store } from '../storage/store';
import type { Transaction } from './transaction';

/** As MongoDB's logicalSessionTimeoutMinutes. */
export const sessionMinutes = 30;

export interface Session {
  id: string;
  lastUse: number;
  transaction?: Transaction;
  /** The highest transaction number seen. */
  number: bigint;
  /** Answers of the retryable write with that number, by statement. */
  answers: Map<number, Doc>;
}

export class Sessions {
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly store: Store) {}

  /** The session of an lsid; one that was lost with the process comes back with its last retryable write. */
  get(id: string): Session {
    let session = this.sessions.get(id);
    if (session === undefined) {
      session = this.restore(id);
      this.sessions.set(id, session);
    }
    session.lastUse = Date.now();
    return session;
  }

  private restore(id: string): Session {
    const session: Session = { id, lastUse: 0, number: -1n, answers: new Map() };
    const stored = this.store.live.get(retryKey(id));
    if (stored === undefined) return session;
    const { number, answers } = decode(stored) as {
      number: string;
      answers: { from: number; to: number; answer: Doc }[];
    };
    session.number = BigInt(number);
    for (const { from, to, answer } of answers) for (let i = from; i <= to; i++) session.answers.set(i, answer);
    return session;
  }

  /** A higher transaction number ends what the session did before; a lower one is refused. */
  advance(session: Session, number: bigint): void {
    if (number < session.number) {
      throw new MongoError(
        225,
        `Cannot start transaction ${number} on session ${Buffer.from(session.id, 'latin1').toString('hex')} because a newer transaction ${session.number} has already started on it.`,
      );
    }
    if (number === session.number) return;
    session.transaction?.abort();
    delete session.transaction;
    session.number = number;
    session.answers = new Map();
  }

  /** Writes the answers of a session's statements to disk together with the writes themselves; inside a write job. */
  remember(session: Session): void {
    const stored = { number: String(session.number), answers: runsOf(session.answers), at: new Date() };
    this.store.live.put(retryKey(session.id), encode(stored));
  }

  /** Ends sessions by id, or those not used for long. */
  end(id: string): void {
    this.sessions.get(id)?.transaction?.abort();
    this.sessions.delete(id);
  }

  /** Forgets what memory holds about answers: a commit failed, disk knows better. */
  forgetAnswers(): void {
    for (const { id, transaction } of [...this.sessions.values()])
      if (transaction?.state !== 'open') this.sessions.delete(id);
  }

  abortAll(): void {
    for (const { transaction } of this.sessions.values()) transaction?.abort();
  }

  sweep(now: number): void {
    for (const { id, lastUse } of [...this.sessions.values()]) {
      if (now - lastUse > sessionMinutes * 60_000) this.end(id);
    }
  }
}

/** Equal answers of neighbouring statements are kept once: a bulk insert has thousands of them. */
function runsOf(answers: Map<number, Doc>): { from: number; to: number; answer: Doc }[] {
  const runs: { from: number; to: number; answer: Doc }[] = [];
  for (const [statement, answer] of [...answers].sort((a, b) => a[0] - b[0])) {
    const last = runs[runs.length - 1];
    if (last && last.to === statement - 1 && last.answer === answer) last.to = statement;
    else runs.push({ from: statement, to: statement, answer });
  }
  return runs;
}
