// Types of the document, its enums as values, and the codes of its problems: src/generated.
//   node generate.mjs OPENAPI.yaml
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const document = process.argv[2];
const target = new URL('src/generated/', import.meta.url);
await mkdir(target, { recursive: true });

const types = astToString(await openapiTS(pathToFileURL(document), { enumValues: false }));
await writeFile(new URL('document.ts', target), types);

// The codes stand beside the schemas, where no generator of types looks: what lists them is one line or several.
const text = await readFile(document, 'utf8');
const codes = new Set();
let indent = -1;
for (const line of text.split('\n')) {
  const list = /^(\s*)"?x-codes"?:\s*$/.exec(line);
  const item = /^(\s*)- "?([a-z0-9-]+)"?\s*$/.exec(line);
  if (list) indent = list[1].length;
  else if (indent >= 0 && item && item[1].length >= indent) codes.add(item[2]);
  else indent = -1;
}
if (codes.size === 0) throw new Error(`${document} names no codes of problems: it has to be the published YAML`);

await writeFile(new URL('codes.ts', target), `/** Every code with which the API refuses. */
export const problemCodes = [
${[...codes].sort().map(code => `  '${code}',`).join('\n')}
] as const;

export type ProblemCode = (typeof problemCodes)[number];
`);
