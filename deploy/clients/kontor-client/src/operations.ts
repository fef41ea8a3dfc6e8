// What the document says of a call, by method and path.
import type { paths } from './generated/document.js';

export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** The paths that know a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { responses: object } ? P : never;
}[keyof paths];

type Operation<M extends Method, P extends keyof paths> = NonNullable<paths[P][M]>;

type Path<O> = O extends { parameters: { path: infer T } } ? { path: T } : { path?: never };

type Query<O> = O extends { parameters: { query: infer T } }
  ? { query: T }
  : O extends { parameters: { query?: infer T } }
    ? { query?: T }
    : { query?: never };

/** JSON as a value; anything else as bytes or text, with its type. */
type Content<C> =
  | { body: C[keyof C & `application/${string}json`]; contentType?: never }
  | (Exclude<keyof C, `application/${string}json`> extends never
      ? never
      : { body: string | Uint8Array<ArrayBuffer> | Blob; contentType: Exclude<keyof C, `application/${string}json`> });

type Body<O> = O extends { requestBody: { content: infer C } }
  ? Content<C>
  : O extends { requestBody?: { content: infer C } }
    ? Content<C> | { body?: never; contentType?: never }
    : { body?: never; contentType?: never };

export interface Options {
  /** The tag that was read: refused with `precondition-failed` where the resource has changed since. */
  ifMatch?: string;
  /** Of a POST; made by the client where there is none, and the same whenever it sends the request again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export type Input<M extends Method, P extends keyof paths> = Path<Operation<M, P>> &
  Query<Operation<M, P>> &
  Body<Operation<M, P>> &
  Options;

type Success = 200 | 201 | 202 | 204;

type JsonOf<R> = R extends { content: { 'application/json': infer T } } ? T : R extends { content?: never } ? undefined : never;

/** What a call answers as JSON; undefined where it answers nothing. */
export type Data<M extends Method, P extends keyof paths> =
  Operation<M, P> extends { responses: infer R } ? { [S in keyof R & Success]: JsonOf<R[S]> }[keyof R & Success] : never;

/** The lists: what they answer has items, and says where the next page begins. */
export type ListPath = {
  [P in PathOf<'get'>]: Data<'get', P> extends { items: unknown[]; nextCursor: string | null } ? P : never;
}[PathOf<'get'>];

export type Item<P extends ListPath> = Data<'get', P> extends { items: (infer T)[] } ? T : never;

/** Nothing has to be given where nothing is needed. */
export type Arguments<T> = Partial<T> extends T ? [input?: T] : [input: T];
