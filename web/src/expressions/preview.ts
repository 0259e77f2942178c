import type { Json } from '@/words/json';
import { isExpression, parts, unwrap } from './code';
import type { Bindings, Outcome } from './evaluate';

/** Evaluates one expression; the editor's runs in a worker with a time bound. */
export type Evaluate = (code: string, bindings: Bindings, known: string[]) => Promise<Outcome>;

/** What a field's text will be: an expression's value, or a text with its templates filled in. */
export async function preview(
  text: string,
  bindings: Bindings,
  known: string[],
  evaluate: Evaluate,
): Promise<Outcome> {
  if (isExpression(text)) return evaluate(unwrap(text), bindings, known);
  let filled = '';
  for (const part of parts(text)) {
    if (part.kind === 'text') {
      filled += part.text;
      continue;
    }
    const outcome = await evaluate(part.text.trim(), bindings, known);
    if (!outcome.ok) return shifted(outcome, part);
    filled += plain(outcome.value);
  }
  return { ok: true, value: filled, undefinedResult: false };
}

function shifted(
  outcome: Extract<Outcome, { ok: false }>,
  part: { text: string; start: number },
): Outcome {
  if (outcome.column === undefined) return outcome;
  const indent = part.text.length - part.text.trimStart().length;
  return { ...outcome, column: outcome.column + part.start + indent };
}

/** As `$string` writes it into a text: null is empty, text stays text. */
function plain(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
