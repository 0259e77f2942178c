import { codeIn } from '@/expressions/code';
import { references } from '@/expressions/references';
import { cut } from '@/words/count';
import type { Outcome } from '@/expressions/evaluate';
import { classes } from '@/ui/classes';
import { useForm } from './formContext';
import { usePreview } from './usePreview';

/** The result of an expression, right under its field. */
export function Result({ text }: { text: string }) {
  const outcome = usePreview(text);
  const { values, real } = useForm();
  const names = codeIn(text, true).flatMap(({ code }) => references(code).map((one) => one.name));
  const made = names.some((name) => values.has(name) && !real.has(name));
  return outcome ? <Shown outcome={outcome} real={!made} /> : null;
}

function Shown({ outcome, real }: { outcome: Outcome; real: boolean }) {
  if (!outcome.ok) {
    return (
      <p className="text-xs text-failed" data-testid="preview">
        {outcome.message}
        {outcome.column !== undefined && ` (column ${outcome.column})`}
      </p>
    );
  }
  const text = outcome.undefinedResult ? 'null' : JSON.stringify(outcome.value);
  return (
    <p
      className={classes('flex gap-1.5 text-xs', real ? 'text-soft' : 'text-faint italic')}
      data-testid="preview"
    >
      <span aria-hidden>=</span>
      <span className="sr-only">Result:</span>
      <code className="min-w-0 font-mono [overflow-wrap:anywhere]" title={cut(text, 2_000)}>
        {cut(text, 160)}
      </code>
      {!real && <span className="ml-auto shrink-0 not-italic">from a sample</span>}
    </p>
  );
}
