// Trying a call: the token stays in this page, goes nowhere but to this gateway, and is gone when the page is.
import { el } from './elements.js';

let token = '';

/** @param call its method, parameters with values to begin with, headers and body, as it is shown beside */
export function trial({ method, parameters, path, headers, body, anonymous }) {
  const fields = parameters.map(one => ({ ...one, input: el('input', { value: one.in === 'path' ? one.value : '', placeholder: one.in === 'path' ? null : one.value }) }));
  const bearer = el('input', { type: 'password', value: token, autocomplete: 'off', onchange: event => { token = event.target.value.trim(); } });
  const text = body === undefined ? null : el('textarea', { spellcheck: 'false' });
  if (text) text.value = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  const shown = el('pre', { hidden: '', tabindex: '0' });

  async function send(event) {
    event.preventDefault();
    token = bearer.value.trim();
    let target = path;
    const query = new URLSearchParams();
    for (const { name, in: place, input } of fields) {
      if (place === 'path') target = target.replace(`{${name}}`, () => encodeURIComponent(input.value));
      else if (input.value !== '') query.set(name, input.value);
    }
    const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, name === 'Idempotency-Key' ? crypto.randomUUID() : value]));
    if (!anonymous) sent.Authorization = `Bearer ${token}`;
    shown.hidden = false;
    shown.textContent = '…';
    try {
      const answer = await fetch(target + (query.size ? `?${query}` : ''), { method, headers: sent, ...(text && { body: text.value }) });
      shown.textContent = [`${answer.status} ${answer.statusText}`.trim(), ...[...answer.headers].map(([name, value]) => `${name}: ${value}`), '', await read(answer)].join('\n');
    } catch (failure) {
      shown.textContent = String(failure);
    }
  }

  return el('details', { class: 'trial' }, el('summary', {}, 'Try it'),
    el('form', { onsubmit: send },
      anonymous ? null : el('label', {}, 'Access token', bearer),
      fields.map(field => el('label', {}, field.name + (field.in === 'path' ? '' : ' (optional)'), field.input)),
      text === null ? null : el('label', {}, 'Body', text),
      el('button', { class: 'send' }, 'Send')),
    shown);
}

async function read(answer) {
  const type = answer.headers.get('Content-Type') ?? '';
  if (!/json|text|yaml|xml|svg/.test(type)) return type ? `(${(await answer.blob()).size} bytes of ${type})` : '';
  const text = await answer.text();
  return type.includes('json') && !type.includes('ndjson') && text ? JSON.stringify(JSON.parse(text), null, 2) : text;
}
