import type { components } from './generated/document.js';
import { events } from './jobs.js';
import type { Arguments, Data, Input, Item, ListPath, Method, Options, PathOf } from './operations.js';
import { refusal } from './problems.js';
import { pause, RETRIES, type Retries } from './retries.js';
import type { TokenSource } from './tokens.js';

export interface Settings {
  /** The API's address, `https://api.example`. */
  baseUrl: string;
  /** A token, or what gives one; none for calls that need none. */
  token?: string | TokenSource;
  /** The language of problems; English without. */
  language?: 'en' | 'de';
  fetch?: typeof fetch;
  retries?: Partial<Retries>;
}

export interface Answer<T> {
  data: T;
  /** For `ifMatch` of the change that follows; null where the resource has none. */
  etag: string | null;
  response: Response;
}

export type Job = components['schemas']['Job'];

const ENDED: readonly string[] = ['succeeded', 'failed', 'cancelled'];

/** What is in an input, whatever the call. */
interface AnyInput extends Options {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  contentType?: unknown;
}

export class Kontor {
  private readonly baseUrl: string;
  private readonly tokens: TokenSource | undefined;
  private readonly send: typeof fetch;
  private readonly retries: Retries;

  constructor(private readonly settings: Settings) {
    this.baseUrl = settings.baseUrl.replace(/\/$/, '');
    const { token } = settings;
    this.tokens = typeof token === 'string' ? () => token : token;
    this.send = settings.fetch ?? ((...request) => fetch(...request));
    this.retries = { ...RETRIES, ...settings.retries };
  }

  get<P extends PathOf<'get'>>(path: P, ...input: Arguments<Input<'get', P>>): Promise<Answer<Data<'get', P>>> {
    return this.json('get', path, input[0]);
  }

  /** With an `Idempotency-Key`, so that the call is executed once, however often it has to be sent. */
  post<P extends PathOf<'post'>>(path: P, ...input: Arguments<Input<'post', P>>): Promise<Answer<Data<'post', P>>> {
    return this.json('post', path, input[0]);
  }

  put<P extends PathOf<'put'>>(path: P, ...input: Arguments<Input<'put', P>>): Promise<Answer<Data<'put', P>>> {
    return this.json('put', path, input[0]);
  }

  patch<P extends PathOf<'patch'>>(path: P, ...input: Arguments<Input<'patch', P>>): Promise<Answer<Data<'patch', P>>> {
    return this.json('patch', path, input[0]);
  }

  delete<P extends PathOf<'delete'>>(path: P, ...input: Arguments<Input<'delete', P>>): Promise<Answer<Data<'delete', P>>> {
    return this.json('delete', path, input[0]);
  }

  /** The answer in another form, such as `application/pdf` or `text/csv`. */
  read<P extends PathOf<'get'>>(path: P, accept: string, ...input: Arguments<Input<'get', P>>): Promise<Response> {
    return this.request('get', path, (input as unknown as [AnyInput?])[0] ?? {}, accept);
  }

  /** All items of a list, page after page as they are taken. */
  async *paginate<P extends ListPath>(path: P, ...input: Arguments<Input<'get', P>>): AsyncGenerator<Item<P>, void, undefined> {
    const asked = (input as unknown as [AnyInput?])[0] ?? {};
    let query = asked.query ?? {};
    for (;;) {
      const { data: page } = await this.json<{ items: Item<P>[]; nextCursor: string | null }>('get', path, { ...asked, query });
      yield* page.items;
      if (page.nextCursor === null) return;
      query = { ...query, cursor: page.nextCursor };
    }
  }

  /** Each state of a job as it comes, the last of them ended; the stream is taken up again where it broke off. */
  async *follow(job: string | Pick<Job, 'id'>, signal?: AbortSignal): AsyncGenerator<Job, void, undefined> {
    const jobId = typeof job === 'string' ? job : job.id;
    let last: string | undefined;
    let broken = 0;
    while (broken < this.retries.attempts) {
      const input: AnyInput = { path: { jobId }, ...(signal && { signal }) };
      const response = await this.request('get', '/v1/jobs/{jobId}/events', input, 'text/event-stream', last);
      try {
        for await (const event of events(response.body ?? new ReadableStream())) {
          broken = 0;
          last = event.id ?? last;
          const state = JSON.parse(event.data) as Job;
          yield state;
          if (ENDED.includes(state.state)) return;
        }
      } catch (failure) {
        if (signal?.aborted || failure instanceof SyntaxError) throw failure;
      }
      broken++;
      await this.retries.sleep(pause(this.retries, broken), signal);
    }
    throw new Error(`The events of job ${jobId} break off again and again`);
  }

  /** The job once it has ended, well or not. */
  async ended(job: string | Pick<Job, 'id'>, signal?: AbortSignal): Promise<Job> {
    let state: Job | undefined;
    for await (state of this.follow(job, signal));
    return state as Job;
  }

  private async json<T>(method: Method, path: string, input: unknown): Promise<Answer<T>> {
    const response = await this.request(method, path, (input ?? {}) as AnyInput, 'application/json');
    const text = await response.text();
    return { data: (text === '' ? undefined : JSON.parse(text)) as T, etag: response.headers.get('ETag'), response };
  }

  /** Sends until it is answered with a success, or refused in a way that sending again does not help. */
  private async request(method: Method, path: string, input: AnyInput, accept: string, lastEventId?: string): Promise<Response> {
    const url = this.address(path, input);
    const headers = this.headers(method, input, accept);
    if (lastEventId !== undefined) headers.set('Last-Event-ID', lastEventId);
    const body = input.body === undefined ? null : input.contentType === undefined ? JSON.stringify(input.body) : (input.body as BodyInit);
    const { signal } = input;
    let token = await this.tokens?.();
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
      let response: Response | undefined;
      try {
        response = await this.send(url, { method: method.toUpperCase(), headers, body, ...(signal && { signal }) });
      } catch (failure) {
        // Nobody knows how far it came; every call is safe to send again: a POST by its key, the others by what they are.
        if (signal?.aborted || attempt >= this.retries.attempts) throw failure;
      }
      if (response?.ok) return response;
      if (response?.status === 401 && this.tokens && !renewed) {
        renewed = true;
        const other = await this.tokens(token);
        if (other !== token) {
          await response.body?.cancel();
          token = other;
          continue;
        }
      }
      if (response && response.status !== 429 && response.status !== 503) throw await refusal(response);
      const wait = pause(this.retries, attempt, response);
      if (response) {
        if (attempt >= this.retries.attempts || wait > this.retries.longest) throw await refusal(response);
        await response.body?.cancel();
      }
      await this.retries.sleep(wait, signal);
    }
  }

  private address(path: string, { path: parts = {}, query = {} }: AnyInput): string {
    const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name])));
    const sought = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined && one !== null) sought.append(name, String(one));
      }
    }
    return this.baseUrl + filled + (sought.size > 0 ? `?${sought}` : '');
  }

  private headers(method: Method, input: AnyInput, accept: string): Headers {
    const headers = new Headers({ Accept: `${accept}, application/problem+json` });
    if (this.settings.language) headers.set('Accept-Language', this.settings.language);
    if (input.ifMatch !== undefined) headers.set('If-Match', input.ifMatch);
    if (method === 'post') headers.set('Idempotency-Key', input.idempotencyKey ?? crypto.randomUUID());
    if (input.body !== undefined) {
      const json = method === 'patch' ? 'application/merge-patch+json' : 'application/json';
      headers.set('Content-Type', String(input.contentType ?? json));
    }
    return headers;
  }
}
