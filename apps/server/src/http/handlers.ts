import type { RouteName, Routes } from '@bandeng/contracts/routes';
import type { RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import type { Context } from 'koa';
import type { ActorFor } from './actor';

const CREATED = Symbol('created');

/** The answer of a create: 201 when new, 200 when the same record came again. */
export interface Created<T> {
  [CREATED]: true;
  record: T;
  isNew: boolean;
}

export const created = <T>(record: T, isNew: boolean): Created<T> => ({ [CREATED]: true, record, isNew });

export const isCreated = (value: unknown): value is Created<unknown> =>
  typeof value === 'object' && value !== null && CREATED in value;

type AnswerOf<N extends RouteName> = Routes[N] extends { answer: 'bytes' | 'html' }
  ? void
  : RouteAnswer<N> extends undefined
    ? void
    : RouteAnswer<N>;

export type HandlerInput<N extends RouteName> = RouteInput<N> & {
  actor: ActorFor<Routes[N]['who']>;
  /** Koa's context: for headers, streams and the caller's address (`ctx.state.address`). */
  ctx: Context;
};

export type Handler<N extends RouteName> = (
  input: HandlerInput<N>,
) => Promise<AnswerOf<N> | Created<AnswerOf<N>>> | AnswerOf<N> | Created<AnswerOf<N>>;

/** Reads the version that an answer follows from. */
export type ReadVersion = () => Promise<string>;

/**
 * A public read whose answer follows from a version and the address alone: while the version is the same the answer is not made again.
 * Null: this request cannot be told so, its bytes decide. `handle` is given the version that was read for it, if one was.
 */
export const versioned = <N extends RouteName>(
  _route: N,
  version: (input: HandlerInput<N>) => ReadVersion | null,
  handle: (input: HandlerInput<N>, version?: string) => ReturnType<Handler<N>>,
): Handler<N> => Object.assign((input: HandlerInput<N>, read?: string) => handle(input, read), { version });

/** Handlers of some routes, by name; input, actor and answer are typed from the contract. */
export type Handlers = { [N in RouteName]?: Handler<N> };

/** Declares a module's handlers; a route that answers bytes sets `ctx.body` itself and returns nothing. */
export const defineHandlers = <T extends Handlers>(handlers: T & { [K in Exclude<keyof T, RouteName>]: never }): T =>
  handlers;

/** An address outside /api/v1 (feeds, open data, pages): it answers for itself on Koa's context. */
export interface RawRoute {
  method: 'GET' | 'POST';
  path: string;
  limit: 'read' | 'search' | 'login' | 'write';
  handle(ctx: Context): Promise<void> | void;
}
