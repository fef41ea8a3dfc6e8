export interface Retries {
  /** How often a request is sent at most. */
  attempts: number;
  /** The first pause where the answer names none, in milliseconds; each following one is twice as long. */
  pause: number;
  /** The longest pause that is taken; where the answer asks for a longer one, its refusal is thrown. */
  longest: number;
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export const RETRIES: Retries = { attempts: 5, pause: 500, longest: 120_000, sleep };

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', aborted, { once: true });

    function done() {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }

    function aborted() {
      clearTimeout(timer);
      reject(signal?.reason);
    }
  });
}

/** What `Retry-After` says (RFC 9110, section 10.2.3), in milliseconds: seconds, or a date. */
export function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('Retry-After');
  if (value === null) return undefined;
  if (/^[0-9]+$/.test(value)) return Number(value) * 1000;
  const now = Date.parse(response.headers.get('Date') ?? '') || Date.now();
  const until = Date.parse(value);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}

/** The pause before another attempt; whole programs that were refused together do not come back together. */
export function pause(retries: Retries, attempt: number, response?: Response): number {
  const asked = response && retryAfter(response);
  const own = retries.pause * 2 ** (attempt - 1);
  return asked === undefined ? own * (0.5 + Math.random() / 2) : asked + Math.random() * Math.min(own, 1000);
}
