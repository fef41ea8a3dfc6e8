// Types of the document, and its enums as values: src/generated.
//   node generate.mjs OPENAPI.yaml
import { mkdir, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const target = new URL('src/generated/', import.meta.url);
await mkdir(target, { recursive: true });
await writeFile(new URL('document.ts', target), astToString(await openapiTS(pathToFileURL(process.argv[2]), { enumValues: true })));
