import type { Json } from './json';

/** A JSON text read, or where and why it can't be. */
export type Parsed = { ok: true; value: Json } | { ok: false; message: string };

/** The longest JSON text taken from outside: 2 MB of characters. */
export const MAX_JSON_TEXT = 2_000_000;

/** Reads JSON and says in plain words what is wrong with it, with line and column where known. */
export function parseJson(text: string): Parsed {
  if (text.trim() === '') return { ok: false, message: 'There is nothing here yet.' };
  if (text.length > MAX_JSON_TEXT) return { ok: false, message: 'This is longer than 2 MB.' };
  try {
    return { ok: true, value: JSON.parse(text) as Json };
  } catch (error) {
    return { ok: false, message: `This isn’t valid JSON${place(text, error)}.` };
  }
}

function place(text: string, error: unknown): string {
  const offset = faultAt(text);
  if (offset === undefined)
    return ` (${error instanceof Error ? error.message : 'it can’t be read'})`;
  if (offset >= text.trimEnd().length) return ': it stops before it is complete';
  const before = text.slice(0, offset).split('\n');
  return `: look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

const TOKENS: [kind: string, form: RegExp][] = [
  ['string', /^"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|[\u007f-\u009f])*"/u],
  ['scalar', /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)/],
  ['mark', /^[[\]{},:]/],
];

/** What may come next in a JSON text. */
type Expects =
  'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/**
 * Where a text stops being JSON: a walk over its tokens that knows what may follow what. Browsers
 * say it each in another way, or not at all.
 */
export function faultAt(text: string): number | undefined {
  const open: string[] = [];
  let expects: Expects | undefined = 'value';
  let at = skip(text, 0);
  while (at < text.length) {
    const rest = text.slice(at);
    const [kind, token] = tokenOf(rest);
    expects = after(expects, kind, token, open);
    if (expects === undefined) return at;
    at = skip(text, at + token.length);
  }
  return expects === 'nothing' ? undefined : text.length;
}

function tokenOf(rest: string): [kind: string, token: string] {
  for (const [kind, form] of TOKENS) {
    const found = form.exec(rest);
    if (found) return [kind, found[0]];
  }
  return ['unknown', ''];
}

/** What may follow the token, or undefined when it may not stand there. */
function after(expects: Expects, kind: string, token: string, open: string[]): Expects | undefined {
  if (kind === 'mark') return afterMark(expects, token, open);
  if (expects.startsWith('value') && kind !== 'unknown') return ended(open);
  return expects.startsWith('key') && kind === 'string' ? 'colon' : undefined;
}

function afterMark(expects: Expects, mark: string, open: string[]): Expects | undefined {
  const inList = open.at(-1) === '[';
  if (mark === ':') return expects === 'colon' ? 'value' : undefined;
  if (mark === ',') return expects === 'comma or end' ? (inList ? 'value' : 'key') : undefined;
  if (mark === '[' || mark === '{') {
    if (!expects.startsWith('value')) return undefined;
    open.push(mark);
    return mark === '[' ? 'value or end' : 'key or end';
  }
  if (!expects.endsWith('end') || mark !== (inList ? ']' : '}')) return undefined;
  open.pop();
  return ended(open);
}

function ended(open: string[]): Expects {
  return open.length ? 'comma or end' : 'nothing';
}

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  return at;
}
