export { type Answer, type Job, Kontor, type Settings } from './client.js';
/** The document's types, and the values of its enums: `customerStatusValues`. */
export * from './generated/document.js';
export type { Data, Input, Item, ListPath, Method, Options, PathOf } from './operations.js';
export { isProblem, type Problem, type ProblemCode, problemCodes, ProblemError, UnexpectedAnswer } from './problems.js';
export type { Retries } from './retries.js';
export { type ClientCredentials, clientCredentials, type TokenSource } from './tokens.js';
