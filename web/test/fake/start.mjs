import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// Vite reads the TypeScript; Node 20 can't.
await runnerImport(here('./main.ts'), {
  configFile: false,
  resolve: { alias: { '@': here('../../src') } },
});
