/** A piece of an expression with its place in the text. */
export type Token = {
  kind: 'variable' | 'name' | 'number' | 'string' | 'regex' | 'operator' | 'comment' | 'unknown';
  text: string;
  start: number;
  end: number;
};

const OPERATORS = ['**', '..', ':=', '!=', '<=', '>=', '~>', '?:', '??'];
const SPACE = /\s/;
const WORD = /[\p{L}\p{N}_]/u;
const DIGITS = /^\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/;

/**
 * Cuts a JSONata text into tokens. Never throws: a string or comment left open goes to the end, and
 * what JSONata doesn't know is `unknown`, so that a half-typed expression can still be worked on.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (SPACE.test(text.charAt(at))) {
      at++;
      continue;
    }
    const token = tokenAt(
      text,
      at,
      tokens.findLast((one) => one.kind !== 'comment'),
    );
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, at: number, before: Token | undefined): Token {
  const make = (kind: Token['kind'], end: number): Token => ({
    kind,
    text: text.slice(at, end),
    start: at,
    end,
  });
  const char = text.charAt(at);
  if (text.startsWith('/*', at)) return make('comment', closed(text, '*/', at + 2));
  if (char === '"' || char === "'") return make('string', quoted(text, char, at));
  if (char === '`') return make('name', closed(text, '`', at + 1));
  if (char === '$') return make('variable', variableEnd(text, at));
  if (char === '/' && startsValue(before)) return make('regex', regexEnd(text, at));
  const number = DIGITS.exec(text.slice(at, at + 40));
  if (number) return make('number', at + number[0].length);
  if (WORD.test(char)) return make('name', wordEnd(text, at));
  const operator = OPERATORS.find((one) => text.startsWith(one, at));
  if (operator) return make('operator', at + operator.length);
  return make(/[-+*/%&|=<>^.,:;?!()[\]{}@#~]/.test(char) ? 'operator' : 'unknown', at + 1);
}

function closed(text: string, close: string, from: number): number {
  const end = text.indexOf(close, from);
  return end < 0 ? text.length : end + close.length;
}

function quoted(text: string, quote: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== quote) at += text.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && WORD.test(text.charAt(at))) at++;
  return at;
}

function variableEnd(text: string, start: number): number {
  return text.charAt(start + 1) === '$' ? start + 2 : wordEnd(text, start + 1);
}

/** A slash begins a regular expression where a value may stand, else it divides. */
function startsValue(before: Token | undefined): boolean {
  if (!before) return true;
  return before.kind === 'operator' && !')]}'.includes(before.text);
}

function regexEnd(text: string, start: number): number {
  let at = start + 1;
  let depth = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '/' && depth <= 0) break;
    if ('([{'.includes(char)) depth++;
    if (')]}'.includes(char)) depth--;
    at += char === '\\' ? 2 : 1;
  }
  return Math.min(wordEnd(text, at + 1), text.length);
}
