import { ESLint, Linter } from 'eslint';
import { expect, it } from 'vitest';

/** What the walls of src/ say of an import in a file. */
async function told(file: string, imported: string): Promise<string[]> {
  const config = (await new ESLint().calculateConfigForFile(file)) as { rules: Linter.RulesRecord };
  const rules = { 'no-restricted-imports': config.rules['no-restricted-imports'] ?? 'off' };
  return new Linter().verify(`import '${imported}';`, [{ rules }]).map((message) => message.message);
}

it.each([
  ['src/graph/planted.js', '@/canvas/Canvas'],
  ['src/graph/planted.js', '../canvas/Canvas'],
  ['src/graph/deep/planted.js', '../../canvas/Canvas'],
  ['src/graph/planted.js', 'react'],
  ['src/api/planted.js', 'zustand'],
  ['src/canvas/planted.js', '@/features/editor/Editor'],
  ['src/features/runs/planted.js', '@/features/editor/Editor'],
  ['src/features/runs/planted.js', '../editor/Editor'],
  ['src/features/runs/planted.js', '@/app/App'],
])('%s may not import %s', async (file, imported) => {
  expect(await told(file, imported)).toHaveLength(1);
});

it.each([
  ['src/canvas/planted.js', '@/graph/document'],
  ['src/canvas/planted.js', './Node'],
  ['src/canvas/planted.js', 'react'],
  ['src/features/runs/planted.js', '@/canvas/Canvas'],
])('%s may import %s', async (file, imported) => {
  expect(await told(file, imported)).toEqual([]);
});
