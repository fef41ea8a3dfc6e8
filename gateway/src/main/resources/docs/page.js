// The reader of the published document: contents by tags, a tag a page, and where the address names a call, that call.
import { el, prose, sample, verb } from './elements.js';
import { samples } from './samples.js';
import { Schemas } from './schema.js';
import { start } from './start.js';
import { trial } from './trial.js';

const side = document.getElementById('side');
const main = document.getElementById('main');
const menu = document.getElementById('menu');
const search = document.getElementById('search');

const api = await (await fetch('/openapi.json')).json();
const schemas = new Schemas(api);
api.operations = new Map();
const byTag = new Map(api.tags.map(tag => [tag.name, { ...tag, calls: [] }]));

for (const [path, methods] of Object.entries(api.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const tag = byTag.get(operation.tags[0]);
    const answers = Object.entries(operation.responses).map(([status, answer]) => [status, schemas.resolve(answer)]);
    const call = { ...operation, path, method, answers, href: `#/${encodeURIComponent(tag.name)}/${operation.operationId}`,
      codes: answers.flatMap(([, answer]) => answer['x-codes'] ?? []), parameters: (operation.parameters ?? []).map(one => schemas.resolve(one)) };
    tag.calls.push(call);
    api.operations.set(operation.operationId, call);
  }
}

const times = new Map();
api.operations.forEach(call => call.codes.forEach(code => times.set(code, (times.get(code) ?? 0) + 1)));
api.common = [...times].filter(([, count]) => count > api.operations.size * 0.75).map(([code]) => code).sort();

function contents() {
  const link = call => el('a', { href: call.href, 'data-id': call.operationId }, verb(call.method), el('span', {}, call.summary));
  side.replaceChildren(
    el('a', { href: '#/' }, 'First steps'), el('a', { href: '#/conventions' }, 'What holds for every call'),
    el('div', { class: 'group' }, 'Calls'),
    ...[...byTag.values()].map(tag => el('details', { 'data-tag': tag.name }, el('summary', {}, tag.name), tag.calls.map(link))));
}

function valueOf(parameter) {
  const named = Object.values(parameter.examples ?? {})[0];
  return String(parameter.example ?? named?.value ?? schemas.example(parameter.schema) ?? '');
}

/** What a call sends, as an example. */
function request(call) {
  const [type, content] = Object.entries(call.requestBody?.content ?? {})[0] ?? [];
  const parameters = call.parameters.filter(one => one.in !== 'header').map(one => ({ name: one.name, in: one.in, required: one.required, value: valueOf(one) }));
  const path = parameters.filter(one => one.in === 'path').reduce((text, one) => text.replace(`{${one.name}}`, () => encodeURIComponent(one.value)), call.path);
  const query = new URLSearchParams(parameters.filter(one => one.in === 'query' && one.required).map(one => [one.name, one.value]));
  const body = content && schemas.exampleOf(content);
  const binary = type !== undefined && !/json|text|csv/.test(type);
  return {
    origin: location.origin, method: call.method.toUpperCase(), path: path + (query.size ? `?${query}` : ''), template: call.path, parameters,
    headers: { ...(type && { 'Content-Type': type }), ...(call.method === 'post' && { 'Idempotency-Key': '' }) },
    body: type === undefined ? undefined : binary ? '(bytes)' : /ndjson|csv|text/.test(type) && typeof body !== 'string' ? JSON.stringify(body) : body,
    anonymous: call.security?.length === 0,
  };
}

function answer(call, [status, said]) {
  const codes = (said['x-codes'] ?? []).filter(code => !api.common.includes(code));
  if (said['x-codes']) {
    return codes.length === 0 ? null : el('div', { class: 'answer' }, el('div', { class: 'codes' }, el('strong', {}, status),
      codes.map(code => el('a', { href: `/problems/${code}` }, el('code', {}, code)))));
  }
  const [type, content] = Object.entries(said.content ?? {})[0] ?? [];
  const head = [el('strong', {}, status), ' ', said.description, type ? el('span', { class: 'quiet' }, ` ${Object.keys(said.content).join(', ')}`) : null];
  return el('div', { class: 'answer' }, type?.includes('json') && content.schema ? el('details', {}, el('summary', {}, head), schemas.members(content.schema)) : head);
}

function describe(call) {
  const sent = request(call);
  const inputs = call.parameters.filter(one => one.in !== 'header');
  const [type, content] = Object.entries(call.requestBody?.content ?? {})[0] ?? [];
  const good = call.answers.find(([status]) => status.startsWith('2'))?.[1];
  const shown = good?.content?.['application/json'];
  return el('section', { class: 'call', id: call.operationId },
    el('header', {}, el('h2', {}, call.summary), el('div', { class: 'path' }, verb(call.method), el('span', {}, call.path))),
    el('div', { class: 'sides' },
      el('div', {},
        prose(call.description),
        inputs.length ? [el('h3', {}, 'Parameters'), el('div', {}, inputs.map(one =>
          schemas.member(one.name, { ...schemas.solid(one.schema), ...(one.description && { description: one.description }) }, one.required)))] : null,
        content ? [el('h3', {}, 'Body ', el('span', { class: 'quiet' }, Object.keys(call.requestBody.content).join(', '))),
          type.includes('json') ? schemas.members(content.schema) : null] : null,
        el('h3', {}, 'Answers'), call.answers.map(one => answer(call, one)),
        el('p', { class: 'quiet' }, 'Beside ', el('a', { href: '#/conventions' }, 'what any call may be answered with'), '.')),
      el('aside', {},
        sample(samples(sent)),
        shown ? sample({ JSON: JSON.stringify(schemas.exampleOf(shown), null, 2) }, 'Answer') : null,
        trial({ ...sent, path: sent.template }))));
}

function page(tag) {
  return [el('h1', {}, tag.name), el('p', { class: 'lead' }, tag.description ?? ''), ...tag.calls.map(describe)];
}

function found(words) {
  const wanted = words.toLowerCase().split(/\s+/);
  const hits = [...api.operations.values()].filter(call => {
    const text = [call.summary, call.path, call.operationId, call.tags[0], ...call.codes, call.description].join(' ').toLowerCase();
    return wanted.every(word => text.includes(word));
  });
  const codes = [...times.keys()].filter(code => wanted.every(word => code.includes(word))).sort();
  return [el('h1', {}, `“${words}”`), el('p', { class: 'lead' }, hits.length === 1 ? 'One call' : `${hits.length} calls`),
    codes.length ? el('p', {}, 'Problems: ', codes.flatMap((code, i) => [i ? ', ' : '', el('a', { href: `/problems/${code}` }, el('code', {}, code))])) : null,
    el('div', { class: 'hits' }, hits.map(call => el('a', { href: call.href, onclick: () => { search.value = ''; } }, verb(call.method),
      el('span', {}, call.summary, el('div', { class: 'path quiet' }, call.path)))))];
}

function fill(parts) {
  main.replaceChildren(...parts.flat(Infinity).filter(part => part !== null));
}

let shown = null;

/** Shows what the address names: #/, #/conventions, #/Tag or #/Tag/operationId. */
async function route() {
  const [, name, id] = location.hash.split('/').map(decodeURIComponent);
  const tag = byTag.get(name);
  const view = tag ? tag.name : '';
  if (shown !== view) {
    shown = view;
    fill(tag ? page(tag) : await start(api));
  }
  side.classList.remove('open');
  menu.setAttribute('aria-expanded', 'false');
  side.querySelectorAll('[aria-current]').forEach(link => link.removeAttribute('aria-current'));
  side.querySelectorAll('details').forEach(one => { if (one.dataset.tag === name) one.open = true; });
  const here = id ? side.querySelector(`[data-id="${CSS.escape(id)}"]`) : tag ? null : side.querySelector(`a[href="#/${CSS.escape(name ?? '')}"]`);
  here?.setAttribute('aria-current', 'page');
  here?.scrollIntoView({ block: 'nearest' });
  document.title = (tag ? `${api.operations.get(id)?.summary ?? tag.name} – ` : '') + 'Kontor API';
  const target = document.getElementById(id ?? (tag ? '' : name ?? ''));
  if (target) target.scrollIntoView();
  else window.scrollTo(0, 0);
}

contents();
side.addEventListener('toggle', event => {
  const tag = event.target.dataset.tag;
  if (event.target.open && tag !== undefined && shown !== tag && event.target.matches(':hover')) location.hash = `#/${encodeURIComponent(tag)}`;
}, true);
menu.addEventListener('click', () => menu.setAttribute('aria-expanded', String(side.classList.toggle('open'))));
search.addEventListener('input', () => {
  const words = search.value.trim();
  shown = words ? null : shown;
  if (words) fill(found(words));
  else { shown = null; route(); }
});
window.addEventListener('hashchange', route);
await route();
