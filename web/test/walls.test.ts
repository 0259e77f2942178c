import { ESLint, Linter } from 'eslint';
import { expect, it, vi } from 'vitest';

// Reading the configuration with its plugins takes seconds on a busy machine; this bounds a hang only.
vi.setConfig({ testTimeout: 60_000 });

const eslint = new ESLint();

/** What one rule of src/ says of a line in a file. */
async function said(rule: string, file: string, line: string): Promise<string[]> {
  const config = (await eslint.calculateConfigForFile(file)) as { rules: Linter.RulesRecord };
  return new Linter()
    .verify(line, [{ rules: { [rule]: config.rules[rule] ?? 'off' } }])
    .map((message) => message.message);
}

/** What the walls of src/ say of an import in a file. */
const told = (file: string, imported: string) =>
  said('no-restricted-imports', file, `import '${imported}';`);

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

it.each([
  "useQuery({ queryKey: ['run', id], queryFn });",
  "client.setQueryData(['run', id], run);",
  "client.getQueriesData(['runs']);",
])('%s writes down a key of its own', async (line) => {
  expect(await said('no-restricted-syntax', 'src/features/runs/planted.ts', line)).toEqual([
    'Take the key from src/data/keys.ts.',
  ]);
});

it('takes keys from where they are written down', async () => {
  expect(
    await said(
      'no-restricted-syntax',
      'src/features/runs/planted.ts',
      'useQuery({ queryKey: keys.run.one(id), queryFn });',
    ),
  ).toEqual([]);
});
