import { isObject, type Json } from '@/words/json';
import { JSONATA_FUNCTIONS, STATES_FUNCTIONS } from './functions';

/** One thing that could stand at the cursor. */
export type Suggestion = { insert: string; label: string; detail: string };

/** What may be completed: from where to the cursor, and with what. */
export type Completion = { from: number; suggestions: Suggestion[] };

const LIMIT = 40;

/** Suggests names after `$` and keys after a dot, from the values at hand. */
export function complete(
  code: string,
  cursor: number,
  values: ReadonlyMap<string, Json | undefined>,
): Completion | undefined {
  const before = code.slice(0, cursor);
  const key = /\$([A-Za-z_]\w*)((?:\.\w+|\.`[^`]*`|\[\d+\])*)\.(\w*)$/.exec(before);
  if (key) return keys(key[1] ?? '', key[2] ?? '', key[3] ?? '', cursor, values);
  const name = /\$(\w*)$/.exec(before);
  return name ? names(name[1] ?? '', cursor, values) : undefined;
}

function names(
  typed: string,
  cursor: number,
  values: ReadonlyMap<string, Json | undefined>,
): Completion {
  const roots = [...values.keys()].map((name) => suggestion(name, name, hint(values.get(name))));
  const functions = Object.entries({ ...JSONATA_FUNCTIONS, ...STATES_FUNCTIONS })
    .filter(([name]) => name !== 'eval')
    .map(([name, given]) => suggestion(`${name}(`, `${name}(${given})`, ''));
  const wanted = [...roots, ...functions].filter((one) => startsWith(one.insert, typed));
  return { from: cursor - typed.length, suggestions: wanted.slice(0, LIMIT) };
}

function keys(
  root: string,
  steps: string,
  typed: string,
  cursor: number,
  values: ReadonlyMap<string, Json | undefined>,
): Completion | undefined {
  const at = follow(values.get(root), steps);
  const object = Array.isArray(at) ? at[0] : at;
  if (!isObject(object)) return undefined;
  const found = Object.entries(object)
    .filter(([key]) => startsWith(key, typed))
    .map(([key, value]) => suggestion(quotedKey(key), key, hint(value)));
  return { from: cursor - typed.length, suggestions: found.slice(0, LIMIT) };
}

function follow(value: Json | undefined, steps: string): Json | undefined {
  let at = value;
  for (const [step] of steps.matchAll(/\w+|`[^`]*`/g)) {
    const name = step.replaceAll('`', '');
    if (Array.isArray(at) && !/^\d+$/.test(name)) at = at[0];
    if (Array.isArray(at)) at = at[Number(name)];
    else at = isObject(at) ? at[name] : undefined;
  }
  return at;
}

function suggestion(insert: string, label: string, detail: string): Suggestion {
  return { insert, label, detail };
}

function startsWith(word: string, typed: string): boolean {
  return word.toLowerCase().startsWith(typed.toLowerCase()) && word !== typed;
}

/** A key as an expression writes it: in backticks unless it is a plain name. */
export function quotedKey(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? key : `\`${key}\``;
}

/** An expression that reads the value at a path below a name: `$ticket.body.lines[0]`. */
export function pathCode(root: string, path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (code, step) => (typeof step === 'number' ? `${code}[${step}]` : `${code}.${quotedKey(step)}`),
    `$${root}`,
  );
}

function hint(value: Json | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (isObject(value)) return 'object';
  const text = JSON.stringify(value);
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}
