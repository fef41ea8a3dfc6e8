import { type components, problemCodeValues } from './generated/document.js';

/** Every code with which the API refuses. */
export type ProblemCode = components['schemas']['ProblemCode'];

export const problemCodes: readonly ProblemCode[] = problemCodeValues;

/** A refusal (RFC 9457), by its code. */
export type Problem<C extends ProblemCode = ProblemCode> = C extends ProblemCode
  ? Omit<components['schemas']['Problem'], 'code'> & { code: C }
  : never;

/** Thrown for every refusal that sending again does not help, or that was refused too often. */
export class ProblemError<C extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly problem: Problem<C>,
    readonly response: Response,
  ) {
    super(`${problem.status} ${problem.code}: ${problem.detail ?? problem.title}`);
  }

  get code(): C {
    return this.problem.code as C;
  }
}

/** Whether it is a refusal with one of these codes, which its type says from then on. */
export function isProblem<C extends ProblemCode>(error: unknown, ...codes: [C, ...C[]]): error is ProblemError<C> {
  return error instanceof ProblemError && (codes as ProblemCode[]).includes(error.code);
}

/** An answer that is neither what was asked for nor a problem of this API: of something between, such as a proxy. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(
    readonly response: Response,
    readonly body: string,
  ) {
    super(`${response.status} of ${response.url}: ${body.slice(0, 200)}`);
  }
}

/** The error to throw for an answer that is no success. */
export async function refusal(response: Response): Promise<Error> {
  const body = await response.text();
  if (response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
    const problem = JSON.parse(body) as Problem;
    // A code that came with a later release is a problem all the same; a switch over codes needs a default.
    return new ProblemError(problem, response);
  }
  return new UnexpectedAnswer(response, body);
}
