// One call in three languages; each begins with a token in TOKEN, as the first steps leave it.

const quoted = text => `'${text.replaceAll("'", `'\\''`)}'`;
const json = (value, indent = 2) => JSON.stringify(value, null, indent);

/** JSON as Python writes it. */
function python(value, indent = '') {
  const deeper = indent + '    ';
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return JSON.stringify(value);
  const list = Array.isArray(value);
  const parts = list ? value.map(one => deeper + python(one, deeper))
    : Object.entries(value).map(([key, one]) => `${deeper}${JSON.stringify(key)}: ${python(one, deeper)}`);
  const [open, close] = list ? '[]' : '{}';
  return parts.length === 0 ? open + close : `${open}\n${parts.join(',\n')},\n${indent}${close}`;
}

/**
 * @param call method, path with values in it, headers, and the body: text, a value that is sent as JSON, or undefined
 */
export function samples({ origin, method, path, headers, body, anonymous }) {
  const sent = { ...(anonymous ? {} : { Authorization: null }), ...headers };
  const text = typeof body === 'string';
  const asKey = name => (/^[A-Za-z]+$/.test(name) ? name : json(name));

  const curl = [
    `curl -sS${method === 'GET' ? '' : ` -X ${method}`} ${quoted(origin + path)}`,
    ...Object.entries(sent).map(([name, value]) => (name === 'Authorization' ? '-H "Authorization: Bearer $TOKEN"'
      : name === 'Idempotency-Key' ? '-H "Idempotency-Key: $(uuidgen)"' : `-H ${quoted(`${name}: ${value}`)}`)),
    ...(body === undefined ? [] : [`--data-binary ${quoted(text ? body : json(body))}`]),
  ].join(' \\\n  ');

  const ts = [
    `const answer = await fetch(${json(origin + path)}, {`,
    ...(method === 'GET' ? [] : [`  method: ${json(method)},`]),
    ...(Object.keys(sent).length === 0 ? [] : ['  headers: {',
      ...Object.entries(sent).map(([name, value]) => `    ${asKey(name)}: ${name === 'Authorization' ? '`Bearer ${process.env.TOKEN}`'
        : name === 'Idempotency-Key' ? 'crypto.randomUUID()' : json(value)},`), '  },']),
    ...(body === undefined ? [] : [`  body: ${text ? json(body) : `JSON.stringify(${json(body).replaceAll('\n', '\n  ')})`},`]),
    '});',
    'console.log(answer.status, await answer.text());',
  ].join('\n');

  const py = [
    `import ${[...(body === undefined || text ? [] : ['json']), ...(anonymous ? [] : ['os']), 'urllib.request', ...(sent['Idempotency-Key'] === undefined ? [] : ['uuid'])].join(', ')}`,
    '',
    `request = urllib.request.Request(${json(origin + path)}, method=${json(method)})`,
    ...Object.entries(sent).map(([name, value]) => `request.add_header(${json(name)}, ${name === 'Authorization' ? `"Bearer " + os.environ["TOKEN"]`
      : name === 'Idempotency-Key' ? 'str(uuid.uuid4())' : json(value)})`),
    ...(body === undefined ? [] : [`request.data = ${text ? `${json(body)}.encode()` : `json.dumps(${python(body)}).encode()`}`]),
    'with urllib.request.urlopen(request) as answer:',
    '    print(answer.status, answer.read().decode())',
  ].join('\n');

  return { curl, TypeScript: ts, Python: py };
}
