// Writes src/api/schema.gen.ts from the API's description; with --check only says whether it is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import ts from 'typescript';

const DOCUMENT = new URL(
  '../functions/publishing/src/main/resources/dev/heddle/catalog/openapi.gen.json',
  import.meta.url,
);
const TYPES = new URL('./src/api/schema.gen.ts', import.meta.url);

/** What is said of a schema without saying what it holds. */
const WORDING = new Set(['description', 'examples', 'default']);

const document = JSON.parse(await readFile(DOCUMENT, 'utf8'));
const nodes = await openapiTS(document, {
  // A field with a fallback may be left out by those who send it.
  defaultNonNullable: false,
  inject: "import type { Json } from '@/words/json';\n",
  // A schema that says nothing is any JSON, which is more than unknown: it can be shown.
  transform: (schema) =>
    Object.keys(schema).every((key) => WORDING.has(key))
      ? ts.factory.createTypeReferenceNode('Json')
      : undefined,
});
const text = COMMENT_HEADER + astToString(nodes);

if (process.argv.includes('--check')) {
  if ((await readFile(TYPES, 'utf8').catch(() => '')) !== text) {
    console.error(
      'src/api/schema.gen.ts is not what openapi.gen.json says: run npm run generate, and commit what it writes.',
    );
    process.exit(1);
  }
} else {
  await writeFile(TYPES, text);
}
