import type { DeskCounter, DeskTask, FoundRecord } from '@bandeng/contracts/types';
import type { OfficeActor } from '../http/actor';
import type { Handlers, RawRoute } from '../http/handlers';
import type { Listener } from './listeners';
import type { Platform } from './platform';
import type { Tx } from './transaction';

/** Work that comes round by itself; one server at a time does it, under a lease. */
export interface Schedule {
  /** `module.verb`, unique. */
  name: string;
  everySeconds: number;
  /** Asked before the lease is taken: what looks every second writes nothing while there is nothing to do. */
  isDue?(): Promise<boolean>;
  run(): Promise<void>;
}

export interface CommandContext {
  platform: Platform;
  /** Prints one line for the person at the terminal. */
  output(line: string): void;
  /** Shows how far the work is, in place of what it said before; at a terminal only. */
  progress?(line: string): void;
}

/** A command of `npm run cli`. It throws CommandError with one sentence when it cannot do what was asked. */
export interface Command {
  /** As typed, such as `catalog import`. */
  name: string;
  usage: string;
  summary: string;
  run(args: readonly string[], context: CommandContext): Promise<void>;
}

/** What a module holds about a person: given out with the export, erased when the account is closed. */
export interface PersonalData {
  /** The key under `records` in the export, such as `comments`. */
  name: string;
  export(accountId: string): Promise<unknown[]>;
  /** Erases what leads to the person; what was said in public may stay under 已注销. Runs in the closing transaction. */
  erase?(accountId: string, tx: Tx): Promise<void>;
}

/** A personal field sealed under the server's field keys, so that a change of keys reaches it. */
export interface SealedField {
  collection: string;
  /** Where it lies in the record. */
  path: string;
  /** What it is bound to (crypto.ts, FieldPlace). */
  field: string;
}

/** Something that waits for a staff member; how many working days are left is counted where all of them are put together. */
export type WaitingTask = Omit<DeskTask, 'workingDaysLeft'>;

/** What became of something that a grid worker took down for somebody, said by the module that has it, to be told at the door. */
export interface Became {
  title: string;
  words: string;
  stateText: string;
  /** Public, or made for whoever asked. */
  answer: string | null;
  /** Whoever said it reads the answer in WeChat, or nobody has to be told any more. */
  isOver: boolean;
}

/** How many records of a kind there are for a staff member. */
export type RecordCount = Pick<DeskCounter, 'kind' | 'count'>;

/** What `create<Noun>Module(platform, others)` gives to deps.ts; `api` of a module is what the others may use. */
export interface ServerModule {
  handlers?: Handlers;
  rawRoutes?: readonly RawRoute[];
  listeners?: readonly Listener[];
  schedules?: readonly Schedule[];
  commands?: readonly Command[];
  personalData?: readonly PersonalData[];
  /** What waits for this staff member here: at most `limit`, the most pressing. */
  listWaiting?(actor: OfficeActor, limit: number): Promise<WaitingTask[]>;
  /** How many records there are of what this member works with, each kind as its list would show them (platform/paging, countSome). */
  countRecords?(actor: OfficeActor): Promise<RecordCount[]>;
  /** Records that these words lead to and that this member may open, within the query: at most `limit`. */
  findRecords?(actor: OfficeActor, words: string, limit: number): Promise<FoundRecord[]>;
  /** By collection: whether this member may read a record of it, and so what happened to it. */
  recordReaders?: Readonly<Record<string, (id: string, actor: OfficeActor) => Promise<boolean>>>;
  sealedFields?: readonly SealedField[];
  /** Before listening: plain sentences that say why the server must not start (a demo account in production …). */
  startFaults?(): Promise<string[]>;
  /** Before listening, in demo mode: fills what is empty. Runs at every start. */
  prepareDemo?(): Promise<void>;
}
