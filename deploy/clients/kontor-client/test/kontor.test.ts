import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { accountTypeValues, clientCredentials, isProblem, Kontor, ProblemError, problemCodes, type Settings, UnexpectedAnswer } from '../src/index.js';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A server that answers one request after the other as the test says, and keeps what it saw. */
let server: Server;
let seen: Seen[];
let answers: Handler[];
let slept: number[];

beforeEach(async () => {
  seen = [];
  answers = [];
  slept = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      const answer = answers.shift() ?? problem(500, 'internal-error');
      answer(request, response, body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function url(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function kontor(more: Partial<Settings> = {}): Kontor {
  return new Kontor({
    baseUrl: url(),
    token: 'good',
    ...more,
    retries: { attempts: 4, sleep: async (milliseconds) => void slept.push(milliseconds), ...more.retries },
  });
}

function json(status: number, value: unknown, headers: Record<string, string> = {}): Handler {
  return (_, response) => response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(value));
}

function problem(status: number, code: string, headers: Record<string, string> = {}): Handler {
  const value = { type: `/problems/${code}`, title: code, status, code };
  return (_, response) => response.writeHead(status, { 'Content-Type': 'application/problem+json', ...headers }).end(JSON.stringify(value));
}

const breakOff: Handler = (request) => request.socket.destroy();

describe('calls', () => {
  test('fill the path, leave out what is not asked for, and say who asks', async () => {
    answers = [json(200, { id: 'c/1', displayName: 'Müller' }, { ETag: '"3.f"' })];
    const { data, etag } = await kontor({ language: 'de' }).get('/v1/customers/{customerId}', { path: { customerId: 'c/1' } });
    assert.equal(data.displayName, 'Müller');
    assert.equal(etag, '"3.f"');
    assert.equal(seen[0]?.url, '/v1/customers/c%2F1');
    assert.equal(seen[0]?.headers.authorization, 'Bearer good');
    assert.equal(seen[0]?.headers['accept-language'], 'de');
    assert.equal(seen[0]?.headers['idempotency-key'], undefined);
  });

  test('change by merge patch, guarded by the tag that was read', async () => {
    answers = [json(200, { id: 'c1' })];
    await kontor().patch('/v1/customers/{customerId}', { path: { customerId: 'c1' }, body: { displayName: 'Neu' }, ifMatch: '"3.f"' });
    assert.equal(seen[0]?.headers['content-type'], 'application/merge-patch+json');
    assert.equal(seen[0]?.headers['if-match'], '"3.f"');
    assert.equal(seen[0]?.body, '{"displayName":"Neu"}');
  });

  test('may answer nothing', async () => {
    answers = [(_, response) => response.writeHead(204).end()];
    const { data } = await kontor().delete('/v1/customer-groups/{groupId}', { path: { groupId: 'g1' } });
    assert.equal(data, undefined);
  });

  test('are typed by the document', () => {
    assert.ok(accountTypeValues.includes('trial'));
    const client = kontor();
    // Compiled, and never called.
    void (() => {
      // @ts-expect-error there is no such path
      void client.get('/v1/customer');
      // @ts-expect-error nobody posts here
      void client.post('/v1/statements');
      // @ts-expect-error the customer has to be named
      void client.get('/v1/customers/{customerId}');
      // @ts-expect-error there is no such order
      void client.get('/v1/customers', { query: { sort: 'colour' } });
      // @ts-expect-error a code that the API does not have
      void isProblem(new Error(), 'not-fuond');
      // @ts-expect-error no list
      void client.paginate('/v1/partner');
    });
  });
});

describe('problems', () => {
  test('narrow by their code', async () => {
    answers = [problem(403, 'partner-assistance-off')];
    const failure = await kontor()
      .post('/v1/customers/{customerId}/launch', { path: { customerId: 'c1' } })
      .catch((error: unknown) => error);
    assert.ok(failure instanceof ProblemError);
    assert.equal(isProblem(failure, 'not-found'), false);
    if (!isProblem(failure, 'partner-assistance-off', 'role-required')) assert.fail('another problem');
    const code: 'partner-assistance-off' | 'role-required' = failure.code;
    assert.equal(code, 'partner-assistance-off');
    assert.equal(failure.problem.status, 403);
    assert.equal(seen.length, 1);
  });

  test('of somebody between are told apart', async () => {
    answers = [(_, response) => response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>')];
    await assert.rejects(kontor().get('/v1/whoami'), UnexpectedAnswer);
  });

  test('are all known by code', () => {
    assert.ok(problemCodes.includes('partner-assistance-off'));
    assert.ok(problemCodes.length > 60);
    assert.ok(problemCodes.every((code) => /^[a-z][a-z0-9-]+$/.test(code)));
  });
});

describe('sending again', () => {
  test('waits as long as the answer asks', async () => {
    answers = [problem(429, 'rate-limited', { 'Retry-After': '7' }), json(200, { items: [], nextCursor: null })];
    await kontor().get('/v1/customers');
    assert.equal(seen.length, 2);
    assert.equal(slept.length, 1);
    assert.ok(slept[0]! >= 7000 && slept[0]! <= 8000, String(slept[0]));
  });

  test('waits until the date that the answer names', async () => {
    const now = new Date('2026-12-01T08:00:00Z');
    const until = new Date('2026-12-01T08:00:30Z').toUTCString();
    answers = [problem(503, 'service-unavailable', { 'Retry-After': until, Date: now.toUTCString() }), json(200, {})];
    await kontor().get('/v1/whoami');
    assert.ok(slept[0]! >= 30_000 && slept[0]! <= 31_000, String(slept[0]));
  });

  test('does not wait longer than it may', async () => {
    answers = [problem(429, 'export-quota-reached', { 'Retry-After': '3600' })];
    const failure = await kontor({ retries: { longest: 60_000 } }).get('/v1/whoami').catch((error: unknown) => error);
    assert.ok(isProblem(failure, 'export-quota-reached'));
    assert.deepEqual(slept, []);
  });

  test('of a POST keeps its key, also where the connection broke', async () => {
    answers = [breakOff, problem(503, 'service-unavailable', { 'Retry-After': '1' }), json(201, { id: 'g1' })];
    await kontor().post('/v1/customer-groups', { body: { name: 'Nord' } });
    const keys = seen.map((request) => request.headers['idempotency-key']);
    assert.equal(seen.length, 3);
    assert.match(String(keys[0]), /^[0-9a-f-]{36}$/);
    assert.equal(new Set(keys).size, 1);
    assert.deepEqual(new Set(seen.map((request) => request.body)), new Set(['{"name":"Nord"}']));
  });

  test('of two POSTs has two keys, and the one that is given', async () => {
    answers = [json(201, {}), json(201, {}), json(201, {})];
    const client = kontor();
    await client.post('/v1/customer-groups', { body: { name: 'Nord' } });
    await client.post('/v1/customer-groups', { body: { name: 'Nord' } });
    await client.post('/v1/customer-groups', { body: { name: 'Nord' }, idempotencyKey: 'mine' });
    const keys = seen.map((request) => request.headers['idempotency-key']);
    assert.equal(new Set(keys).size, 3);
    assert.equal(keys[2], 'mine');
  });

  test('ends after so many attempts', async () => {
    answers = Array.from({ length: 9 }, () => problem(503, 'service-unavailable'));
    const failure = await kontor().get('/v1/whoami').catch((error: unknown) => error);
    assert.ok(isProblem(failure, 'service-unavailable'));
    assert.equal(seen.length, 4);
  });

  test('can be called off', async () => {
    answers = [problem(503, 'service-unavailable', { 'Retry-After': '60' })];
    const off = new AbortController();
    const client = new Kontor({ baseUrl: url() });
    const failing = client.get('/v1/whoami', { signal: off.signal });
    const poll = setInterval(() => seen.length > 0 && off.abort(), 5);
    await assert.rejects(failing, { name: 'AbortError' });
    clearInterval(poll);
  });
});

describe('lists', () => {
  test('are read page after page with the same filter', async () => {
    answers = [
      json(200, { items: [{ id: 'a' }, { id: 'b' }], nextCursor: 'x=1&y' }),
      json(200, { items: [], nextCursor: 'z' }),
      json(200, { items: [{ id: 'c' }], nextCursor: null }),
    ];
    const ids: string[] = [];
    for await (const customer of kontor().paginate('/v1/customers', { query: { limit: 2, search: 'mü' } })) ids.push(customer.id);
    assert.deepEqual(ids, ['a', 'b', 'c']);
    assert.deepEqual(
      seen.map((request) => new URL(request.url, url()).searchParams.get('cursor')),
      [null, 'x=1&y', 'z'],
    );
    assert.ok(seen.every((request) => new URL(request.url, url()).searchParams.get('search') === 'mü'));
  });

  test('are read no further than they are taken', async () => {
    answers = [json(200, { items: [{ id: 'a' }, { id: 'b' }], nextCursor: 'x' })];
    for await (const customer of kontor().paginate('/v1/customers')) {
      assert.equal(customer.id, 'a');
      break;
    }
    assert.equal(seen.length, 1);
  });
});

describe('jobs', () => {
  const state = (name: string) => JSON.stringify({ id: 'customers-1', state: name });

  test('are followed to their end, across a break', async () => {
    answers = [
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write(`: a comment\nretry: 500\nid: 1\nevent: job\ndata: ${state('queued')}\n\nid: 2\ndata: ${state('run')}`.replace('"run"', '"running"'));
        response.end();
      },
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/event-stream' }).end(`id: 3\r\ndata: ${state('succeeded')}\r\n\r\n`),
    ];
    const states: string[] = [];
    for await (const job of kontor().follow({ id: 'customers-1' })) states.push(job.state);
    assert.deepEqual(states, ['queued', 'succeeded']);
    assert.equal(seen[0]?.url, '/v1/jobs/customers-1/events');
    assert.equal(seen[0]?.headers['last-event-id'], undefined);
    assert.equal(seen[1]?.headers['last-event-id'], '1');
  });

  test('are waited for', async () => {
    answers = [(_, response) => response.writeHead(200, { 'Content-Type': 'text/event-stream' }).end(`data: ${state('failed')}\n\n`)];
    assert.equal((await kontor().ended('customers-1')).state, 'failed');
  });

  test('that never say anything are given up', async () => {
    answers = Array.from({ length: 9 }, () => (_: IncomingMessage, response: ServerResponse) => response.writeHead(200, { 'Content-Type': 'text/event-stream' }).end());
    await assert.rejects(kontor().ended('customers-1'), /break off/);
    assert.equal(seen.length, 4);
  });
});

describe('client credentials', () => {
  test('are exchanged once for many calls, and again before the token ends', async () => {
    let now = 0;
    answers = [
      json(200, { access_token: 't1', expires_in: 3600 }),
      json(200, {}),
      json(200, {}),
      json(200, { access_token: 't2', expires_in: 3600 }),
      json(200, {}),
    ];
    const token = clientCredentials({ tokenUrl: `${url()}/token`, clientId: 'a:b', clientSecret: 's ü', scopes: ['customers:read', 'billing:read'], now: () => now });
    const client = kontor({ token });
    await client.get('/v1/whoami');
    now = 3_500_000;
    await client.get('/v1/whoami');
    now = 3_545_000;
    await client.get('/v1/whoami');
    assert.deepEqual(
      seen.map((request) => request.headers.authorization),
      [`Basic ${btoa('a%3Ab:s+%C3%BC')}`, 'Bearer t1', 'Bearer t1', `Basic ${btoa('a%3Ab:s+%C3%BC')}`, 'Bearer t2'],
    );
    assert.equal(seen[0]?.body, 'grant_type=client_credentials&scope=customers%3Aread+billing%3Aread');
  });

  test('are exchanged anew where a token is refused, once', async () => {
    answers = [
      json(200, { access_token: 't1', expires_in: 3600 }),
      problem(401, 'unauthenticated'),
      json(200, { access_token: 't2', expires_in: 3600 }),
      problem(401, 'unauthenticated'),
    ];
    const client = kontor({ token: clientCredentials({ tokenUrl: `${url()}/token`, clientId: 'a', clientSecret: 'b' }) });
    const failure = await client.get('/v1/whoami').catch((error: unknown) => error);
    assert.ok(isProblem(failure, 'unauthenticated'));
    assert.equal(seen.length, 4);
  });

  test('say why there is no token', async () => {
    answers = [json(401, { error: 'invalid_client' })];
    const client = kontor({ token: clientCredentials({ tokenUrl: `${url()}/token`, clientId: 'a', clientSecret: 'b' }) });
    await assert.rejects(client.get('/v1/whoami'), /401 .*invalid_client/);
  });
});
