// The counts of deploy/clients/README.md: node counts.mjs NAME=DOCUMENT...
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

// Pictures and printed pages have no example that a document could show; nor has a part of a file.
const BINARY = /^(image\/|application\/(pdf|octet-stream|zip))/;
const METHODS = new Set(['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'trace']);

function count(file) {
  const text = readFileSync(file, 'utf8');
  const document = file.endsWith('.json') ? JSON.parse(text) : parse(text, { maxAliasCount: -1 });
  const resolve = (node) => {
    for (let at = node; ; at = at.$ref.slice(2).split('/').reduce((one, key) => one?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)) {
      if (at?.$ref === undefined) return at ?? {};
    }
  };
  const described = (node) => Boolean(node.description || resolve(node).description);
  const hasExample = (node) => {
    const at = resolve(node);
    return at.example !== undefined || at.examples !== undefined || at.schema?.example !== undefined || resolve(at.schema ?? {}).example !== undefined
      || resolve(at.schema ?? {}).examples !== undefined;
  };

  const shown = ({ content }) => Object.entries(content ?? {}).filter(([type]) => !BINARY.test(type)).map(([, body]) => body);

  const tally = {};
  const add = (name, holds) => {
    tally[name] ??= [0, 0];
    tally[name][0] += holds ? 1 : 0;
    tally[name][1]++;
  };
  const isBounded = (schema) => Boolean(schema.enum || schema.const || schema.format || schema.pattern) || schema.maxLength !== undefined;
  const counted = new Set();
  const walkInput = (reference, above) => {
    const schema = resolve(reference ?? {});
    if (above.has(schema) || schema === null || typeof schema !== 'object') return;
    const path = new Set(above).add(schema);
    if ([schema.type].flat().includes('string') && !counted.has(schema)) {
      counted.add(schema);
      add('strings of inputs without any bound', !isBounded(schema));
    }
    for (const inner of [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties,
      ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
      if (inner && typeof inner === 'object') walkInput(inner, path);
    }
  };
  let operations = 0;
  let errors = 0;

  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path)) {
      if (!METHODS.has(method)) continue;
      operations++;
      add('operations with description', Boolean(operation.description));
      for (const parameter of [...(path.parameters ?? []), ...(operation.parameters ?? [])]) {
        add('parameters described', described(parameter));
      }
      const inputs = [...(path.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) => resolve(parameter).schema);
      inputs.concat(shown(resolve(operation.requestBody ?? {})).map(({ schema }) => schema)).forEach((schema) => walkInput(schema, new Set()));
      const body = shown(resolve(operation.requestBody ?? {}));
      if (body.length) add('request bodies with example', body.some(hasExample));
      for (const [status, reference] of Object.entries(operation.responses)) {
        const answer = resolve(reference);
        add('responses with documented headers', Object.keys(answer.headers ?? {}).length > 0);
        const content = shown(answer);
        if (status.startsWith('2') && status !== '206' && content.length) add('2xx bodies with example', content.some(hasExample));
        if (/^[45]/.test(status)) {
          errors++;
          add('error responses with stable codes', Boolean(answer['x-codes']));
          if (content.length) add('error bodies with example', content.some(hasExample));
        }
      }
    }
  }

  const schemas = Object.values(document.components?.schemas ?? {});
  schemas.forEach((schema) => add('schemas described', Boolean(schema.description)));
  let enums = 0;
  const seen = new Set();
  const walk = (schema) => {
    if (schema === null || typeof schema !== 'object' || seen.has(schema)) return;
    seen.add(schema);
    const types = [schema.type].flat();
    if (types.includes('string')) {
      if (schema.enum) enums++;
      add('strings without any bound, format or enum', !schema.enum && !schema.const && !schema.format && !schema.pattern && schema.maxLength === undefined && schema.minLength === undefined);
      add('strings with maxLength', schema.maxLength !== undefined);
    }
    if (types.includes('array')) add('arrays with maxItems', schema.maxItems !== undefined);
    for (const member of Object.values(schema.properties ?? {})) {
      add('members described', described(member) || [...(member.anyOf ?? []), ...(member.oneOf ?? []), ...(member.allOf ?? [])].some(described));
    }
    for (const inner of [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties, schema.not,
      ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(inner);
  };
  schemas.forEach(walk);

  const share = (name) => {
    const [part, whole] = tally[name] ?? [0, 0];
    return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(part === 0 || part === whole || (100 * part) / whole >= 1 ? 0 : 1)} %`;
  };
  const of = (name) => (tally[name] ? `${tally[name][0]} of ${tally[name][1]}` : '–');
  return [
    ['operations; with description', `${operations}; ${share('operations with description')}`],
    ['request bodies with example', of('request bodies with example')],
    ['2xx bodies with example', of('2xx bodies with example')],
    ['error bodies with example', of('error bodies with example')],
    ['error responses an operation; with stable codes', `${(errors / operations).toFixed(1)}; ${share('error responses with stable codes')}`],
    ['responses with documented headers', share('responses with documented headers')],
    ['parameters described', share('parameters described')],
    ['members described (own text or the schema\'s)', share('members described')],
    ['schemas described', share('schemas described')],
    ['strings without any bound, format or enum', share('strings without any bound, format or enum')],
    ['strings of inputs without any bound, format or enum', of('strings of inputs without any bound')],
    ['arrays with `maxItems`; strings with `maxLength`', `${share('arrays with maxItems')}; ${share('strings with maxLength')}`],
    ['string enums', String(enums)],
  ];
}

const columns = process.argv.slice(2).map((argument) => {
  const [name, file] = argument.split('=', 2);
  return { name, rows: count(file) };
});
console.log(`| | ${columns.map(({ name }) => name).join(' | ')} |`);
console.log(`| --- |${' --- |'.repeat(columns.length)}`);
columns[0].rows.forEach(([label], i) => console.log(`| ${label} | ${columns.map(({ rows }) => rows[i][1]).join(' | ')} |`));
