// Elements without a framework: what comes from the document is always text, never markup.

/** An element with attributes (null ones left out) and children, strings among them. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return element;
}

/** The little Markdown that the document has: paragraphs, `code`, **bold**. */
export function prose(text, className = null) {
  return (text ?? '').trim().split(/\n\s*\n/).filter(Boolean).map(part => el('p', { class: className }, inline(part)));
}

export function inline(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).filter(Boolean).map(piece =>
    piece.startsWith('`') ? el('code', {}, piece.slice(1, -1))
      : piece.startsWith('**') ? el('strong', {}, piece.slice(2, -2))
        : piece.replace(/\s+/g, ' '));
}

let language = localStorage.getItem('language') ?? 'curl';

/** The same in several languages, of which the reader chose one before, with a button that copies it. */
export function sample(texts, title = null) {
  const names = Object.keys(texts);
  const code = el('code');
  const buttons = names.length < 2 ? [] : names.map(name => el('button', { type: 'button', onclick: () => choose(name) }, name));
  const copy = el('button', { type: 'button', class: 'copy', onclick: async () => {
    await navigator.clipboard.writeText(code.textContent);
    copy.textContent = 'Copied';
  } }, 'Copy');
  const box = el('div', { class: 'sample' },
    el('div', { class: 'bar' }, title === null ? null : el('span', { class: 'title' }, title), buttons, copy),
    el('pre', { tabindex: '0' }, code));

  function show(name) {
    const shown = texts[name] === undefined ? names[0] : name;
    code.textContent = texts[shown];
    copy.textContent = 'Copy';
    buttons.forEach(button => button.setAttribute('aria-pressed', String(button.textContent === shown)));
  }

  function choose(name) {
    language = name;
    localStorage.setItem('language', name);
    document.dispatchEvent(new CustomEvent('language', { detail: name }));
  }

  document.addEventListener('language', event => show(event.detail));
  show(language);
  return box;
}

export function verb(method) {
  return el('span', { class: `verb ${method}` }, method.toUpperCase());
}
