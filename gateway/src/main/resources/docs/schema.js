// Schemas for people: trees that unfold, and examples made of them.
import { el, prose } from './elements.js';

const BOUNDS = {
  minLength: 'at least $ characters', maxLength: 'at most $ characters', minimum: 'at least $', maximum: 'at most $',
  exclusiveMinimum: 'more than $', exclusiveMaximum: 'less than $',
  minItems: 'at least $ items', maxItems: 'at most $ items', pattern: 'matches $',
};

export class Schemas {
  constructor(document) {
    this.document = document;
  }

  /** What a reference stands for, with what is said beside it. */
  resolve(node) {
    if (node?.$ref === undefined) return node ?? {};
    const { $ref, ...beside } = node;
    const target = $ref.slice(2).split('/').reduce((at, key) => at[key.replaceAll('~1', '/').replaceAll('~0', '~')], this.document);
    return { ...this.resolve(target), ...beside };
  }

  /** Of "this or null", this. */
  solid(node) {
    const schema = this.resolve(node);
    const choices = (schema.anyOf ?? schema.oneOf ?? []).filter(one => one.type !== 'null');
    return choices.length === 1 ? { ...this.resolve(choices[0]), ...(schema.description && { description: schema.description }) } : schema;
  }

  nullable(node) {
    const schema = this.resolve(node);
    return [schema.type].flat().includes('null') || (schema.anyOf ?? schema.oneOf ?? []).some(one => one.type === 'null');
  }

  type(node) {
    const schema = this.solid(node);
    const types = [schema.type].flat().filter(type => type && type !== 'null');
    const name = schema.items ? `list of ${this.type(schema.items)}`
      : (schema.anyOf ?? schema.oneOf) ? 'one of several'
        : types.join(' or ') + (schema.format ? ` (${schema.format})` : '');
    return (name || 'anything') + (this.nullable(node) ? ' or null' : '');
  }

  /** The members of an object, or of the objects in a list. */
  inside(node) {
    const schema = this.solid(node);
    if (schema.items) return this.inside(schema.items);
    return schema.properties || typeof schema.additionalProperties === 'object' ? schema : null;
  }

  members(node) {
    const schema = this.inside(node);
    if (schema === null) return el('div', { class: 'members' }, this.member('', node, false));
    const needed = new Set(schema.required ?? []);
    const rows = Object.entries(schema.properties ?? {}).map(([name, one]) => this.member(name, one, needed.has(name)));
    if (typeof schema.additionalProperties === 'object') rows.push(this.member('any name', schema.additionalProperties, false));
    return el('div', { class: 'members' }, rows);
  }

  member(name, node, needed) {
    const schema = this.solid(node);
    const values = schema.enum ?? (schema.items && this.solid(schema.items).enum);
    const bounds = Object.entries(BOUNDS).filter(([key]) => schema[key] !== undefined).map(([key, text]) => text.replace('$', () => schema[key]));
    const row = el('div', { class: 'member' },
      el('div', { class: 'head' }, name ? el('code', {}, name) : null, el('span', { class: 'quiet' }, this.type(node)),
        needed ? el('span', { class: 'needed' }, 'required') : null),
      prose(schema.description),
      values ? el('p', {}, values.filter(value => value !== null).flatMap(value => [el('code', {}, String(value)), ' '])) : null,
      bounds.length || schema.default !== undefined
        ? el('p', { class: 'quiet' }, [...bounds, ...(schema.default === undefined ? [] : [`${schema.default} by default`])].join('; ')) : null);
    if (this.inside(node) !== null) row.append(this.folded('Members', node));
    else row.append(...this.choices(node).map(([title, one]) => this.folded(title, one)));
    return row;
  }

  /** Made when somebody opens it: some schemas lead back to themselves. */
  folded(title, node) {
    const more = el('details', {}, el('summary', { class: 'quiet' }, title));
    more.addEventListener('toggle', () => more.childElementCount > 1 || more.append(this.members(node)));
    return more;
  }

  /** Where there are several kinds of objects, each by the word that tells it apart, or by its name. */
  choices(node) {
    const schema = this.solid(node);
    const words = Object.entries(schema.discriminator?.mapping ?? {});
    return (schema.oneOf ?? schema.anyOf ?? []).filter(one => this.inside(one) !== null).map(one => {
      const word = words.find(([, target]) => target === one.$ref)?.[0];
      return [word === undefined ? (one.$ref ?? 'Members').split('/').pop() : `${schema.discriminator.propertyName}: ${word}`, one];
    });
  }

  /** What a body may look like; undefined where nothing can be said. */
  example(node, depth = 0) {
    const given = this.resolve(node);
    const schema = this.solid(node);
    for (const one of [given, schema]) {
      if (one.example !== undefined) return one.example;
      if (one.examples?.length) return one.examples[0];
      if (one.default !== undefined) return one.default;
      if (one.const !== undefined) return one.const;
      if (one.enum) return one.enum[0];
    }
    const choice = (schema.anyOf ?? schema.oneOf)?.[0];
    if (choice) return this.example(choice, depth);
    if (depth > 6) return null;
    if (schema.items) return [this.example(schema.items, depth + 1)];
    if (schema.properties) {
      const shown = Object.entries(schema.properties).filter(([name, one]) => schema.required?.includes(name) || this.isExemplary(one));
      return Object.fromEntries(shown.map(([name, one]) => [name, this.example(one, depth + 1)]));
    }
    const type = [schema.type].flat().find(one => one !== 'null');
    return {
      string: { uuid: '019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6a', date: '2026-12-01', 'date-time': '2026-12-01T08:00:00Z', uri: 'https://example.com' }[schema.format] ?? 'text',
      integer: schema.minimum ?? 1, number: 1, boolean: true, array: [], object: {},
    }[type];
  }

  /** What may be left out is shown where the document shows it. */
  isExemplary(node) {
    return [this.resolve(node), this.solid(node)].some(one => one.example !== undefined || one.examples?.length);
  }

  /** Of a body in one of its forms: what is written beside it, or what its schema allows. */
  exampleOf(content) {
    const first = Object.values(content.examples ?? {})[0];
    return content.example ?? (first && this.resolve(first).value) ?? this.example(content.schema);
  }
}
