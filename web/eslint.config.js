import { fileURLToPath } from 'node:url';
import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** The rooms of src/, each imports only rooms above it. */
const PURE = ['words', 'expressions', 'catalog', 'graph', 'run', 'layout'];
const ROOMS = [
  ...PURE,
  'api',
  'ui',
  'data',
  'pickers',
  'draft',
  'canvas',
  'runview',
  'features',
  'app',
];
const FEATURES = readdirSync(new URL('./src/features', import.meta.url));

/** What only the rooms with a screen may import. */
const SCREEN = [
  'react',
  'react-dom',
  'react-dom/*',
  'react-router',
  '@xyflow/*',
  'radix-ui',
  'lucide-react',
  '@tanstack/*',
  'zustand',
];

const wall = (room, index) => ({
  files: [`src/${room}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ROOMS.slice(index + 1).map((below) => `@/${below}/*`),
            message: `${room} is above this room.`,
          },
          ...(PURE.includes(room) || room === 'api'
            ? [{ group: SCREEN, message: `${room} knows nothing of the screen.` }]
            : []),
          {
            group: ['../../*', ...ROOMS.map((other) => `../${other}/*`)],
            message: 'Reach another room by its name, @/….',
          },
        ],
      },
    ],
  },
});

const featureWall = (feature) => ({
  files: [`src/features/${feature}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              '@/app/*',
              ...FEATURES.filter((one) => one !== feature).map((one) => `@/features/${one}/*`),
            ],
            message: 'Features don’t import each other.',
          },
          {
            group: [
              '../../*',
              ...FEATURES.filter((one) => one !== feature).map((one) => `../${one}/*`),
            ],
            message: 'Reach another room by its name, @/….',
          },
        ],
      },
    ],
  },
});

/** Keys of kept answers are written down in one place, so that what is kept is also what is forgotten. */
const KEYS = [
  'Property[key.name=queryKey] > ArrayExpression',
  'CallExpression[callee.property.name=/Quer(y|ies)(Data|State)$/] > ArrayExpression',
].map((selector) => ({
  selector,
  message: 'Take the key from src/data/keys.ts.',
}));

export default ts.config(
  { ignores: ['dist', 'target', 'node_modules', 'journeys/.*', '**/*.gen.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)),
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_' },
      ],
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.tsx', 'src/**/use*.ts'],
    plugins: { 'react-hooks': hooks },
    rules: hooks.configs['recommended-latest'].rules,
  },
  { files: ['src/**/*.tsx'], ...a11y.flatConfigs.recommended },
  {
    files: ['src/**/*.test.{ts,tsx}', 'test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 420, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        document: 'readonly',
        window: 'readonly',
        navigator: 'readonly',
        DOMMatrix: 'readonly',
        getComputedStyle: 'readonly',
      },
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/data/keys.ts'],
    rules: { 'no-restricted-syntax': ['error', ...KEYS] },
  },
  ...ROOMS.filter((room) => room !== 'features' && room !== 'app').map((room) =>
    wall(room, ROOMS.indexOf(room)),
  ),
  ...FEATURES.map(featureWall),
  { files: ['src/**/*.test.{ts,tsx}'], rules: { 'no-restricted-imports': 'off' } },
);
