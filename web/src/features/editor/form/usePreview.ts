import { useEffect, useMemo, useState } from 'react';
import { useServices } from '@/data/services';
import { isExpression } from '@/expressions/code';
import type { Bindings, Outcome } from '@/expressions/evaluate';
import { preview } from '@/expressions/preview';
import { useForm } from './formContext';

/** How long after the last key an expression is evaluated, in milliseconds. */
const QUIET = 150;

/** What a text will be in a run; undefined while it is unknown or there is nothing to evaluate. */
export function usePreview(text: string): Outcome | undefined {
  const { evaluate } = useServices();
  const { values } = useForm();
  const [outcome, setOutcome] = useState<{ text: string; outcome: Outcome }>();
  const given = useMemo(() => {
    const bindings: Bindings = {};
    for (const [name, value] of values) if (value !== undefined) bindings[name] = value;
    return { bindings, known: [...values.keys()] };
  }, [values]);
  const worth = isExpression(text) || text.includes('{{');
  useEffect(() => {
    if (!worth) return undefined;
    let stale = false;
    const timer = setTimeout(() => {
      void preview(text, given.bindings, given.known, evaluate).then((result) => {
        if (!stale) setOutcome({ text, outcome: result });
      });
    }, QUIET);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [evaluate, given, text, worth]);
  return worth ? outcome?.outcome : undefined;
}
