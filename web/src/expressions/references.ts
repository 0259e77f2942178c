import { tokenize, type Token } from './tokens';

/** A use of `$name` that isn't a lambda's parameter or a local of its block. */
export type Reference = { name: string; start: number; end: number };

/** A bracket that is open, and the names bound inside it so far. */
type Frame = { names: Set<string>; later: string[]; kind: 'bracket' | 'lambda' };

const OPEN = '([{';
const CLOSE = ')]}';

/**
 * The free variables of an expression in their order, found from its tokens, so that a half-typed
 * text works too. `$`, `$$` and called functions that JSONata brings are references like any other;
 * the caller knows which names are nodes.
 */
export function references(text: string): Reference[] {
  const tokens = tokenize(text).filter((token) => token.kind !== 'comment');
  const frames: Frame[] = [frame([])];
  const found: Reference[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (isLambda(token, tokens[at + 1])) at = enterLambda(tokens, at, frames);
    else if (token.kind === 'variable') variable(tokens, at, frames, found);
    else if (token.kind === 'operator') operator(token, frames);
  }
  return found;
}

function frame(names: string[], kind: Frame['kind'] = 'bracket'): Frame {
  return { names: new Set(names), later: [], kind };
}

function isLambda(token: Token, next: Token | undefined): boolean {
  return (token.text === 'function' || token.text === 'λ') && next?.text === '(';
}

/** Reads `function($a, $b)<s:s>{` and opens a frame with the parameters; answers the last token read. */
function enterLambda(tokens: Token[], start: number, frames: Frame[]): number {
  const names: string[] = [];
  let at = start + 2;
  for (; at < tokens.length && tokens[at]?.text !== ')'; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'variable') names.push(token.text.slice(1));
  }
  while (at < tokens.length && tokens[at]?.text !== '{') at++;
  if (at < tokens.length) frames.push(frame(names, 'lambda'));
  return at;
}

function variable(tokens: Token[], at: number, frames: Frame[], found: Reference[]): void {
  const token = tokens[at] as Token;
  const name = token.text.slice(1);
  const top = frames.at(-1) as Frame;
  if (tokens[at + 1]?.text === ':=') bind(name, tokens[at + 2], tokens[at + 3], top);
  else if (isStepBinding(tokens[at - 1])) top.names.add(name);
  else if (!frames.some((one) => one.names.has(name)))
    found.push({ name, start: token.start, end: token.end });
}

/** A lambda may call itself by the name it is bound to; any other value still sees the outer name. */
function bind(name: string, next: Token | undefined, after: Token | undefined, top: Frame): void {
  if (next && isLambda(next, after)) top.names.add(name);
  else top.later.push(name);
}

/** `list@$x` and `list#$i` name a step's item and its index. */
function isStepBinding(before: Token | undefined): boolean {
  return before?.text === '@' || before?.text === '#';
}

function operator(token: Token, frames: Frame[]): void {
  const top = frames.at(-1) as Frame;
  if (token.text === ';') {
    top.later.forEach((name) => top.names.add(name));
    top.later = [];
  } else if (OPEN.includes(token.text)) {
    frames.push(frame([]));
  } else if (CLOSE.includes(token.text) && frames.length > 1) {
    frames.pop();
  }
}
