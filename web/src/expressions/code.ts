import { tokenize } from './tokens';

/** A stretch of a text: plain, or an expression with the place where it begins. */
export type Part = { kind: 'text'; text: string } | { kind: 'code'; text: string; start: number };

/** Whether a string value is wholly an expression, `{% … %}`. */
export function isExpression(text: unknown): boolean {
  return (
    typeof text === 'string' && text.length >= 4 && text.startsWith('{%') && text.endsWith('%}')
  );
}

/** The expression inside the braces, without the one space that `wrap` puts on either side. */
export function unwrap(text: string): string {
  return isExpression(text) ? text.slice(2, -2).replace(/^ | $/g, '') : text;
}

/** An expression in its braces, kept to the letter: a field is wrapped again at every key typed. */
export function wrap(code: string): string {
  return `{% ${code} %}`;
}

/** Whether a text holds at least one template, `{{ … }}`. */
export function hasTemplate(text: string): boolean {
  return parts(text).some((part) => part.kind === 'code');
}

/**
 * A template text in its parts. An opening `{{` without its end is plain text, as is everything in
 * it; the end is the first `}}` outside the expression's own strings and brackets.
 */
export function parts(text: string): Part[] {
  const found: Part[] = [];
  let from = 0;
  let open = text.indexOf('{{');
  while (open >= 0) {
    const end = templateEnd(text, open + 2);
    if (end < 0) break;
    if (open > from) found.push({ kind: 'text', text: text.slice(from, open) });
    found.push({ kind: 'code', text: text.slice(open + 2, end), start: open + 2 });
    from = end + 2;
    open = text.indexOf('{{', from);
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}

function templateEnd(text: string, from: number): number {
  const rest = text.slice(from);
  const tokens = tokenize(rest);
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.text === '{') depth++;
    if (token.text !== '}') continue;
    const next = tokens[index + 1];
    if (depth === 0)
      return next?.text === '}' && next.start === token.end ? from + token.start : -1;
    depth--;
  }
  return -1;
}

/** Every expression in a string value: the whole of it, or its templates where they count. */
export function codeIn(text: string, templates: boolean): { code: string; start: number }[] {
  if (isExpression(text)) return [{ code: text.slice(2, -2), start: 2 }];
  if (!templates) return [];
  return parts(text).flatMap((part) =>
    part.kind === 'code' ? [{ code: part.text, start: part.start }] : [],
  );
}
