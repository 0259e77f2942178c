import type { Json } from '@/words/json';
import { parseJson } from '@/words/parse';

const key = (workflow: string, trigger: string) => `heddle.input.${workflow}.${trigger}`;

/** The input one gave the last time, in this browser. */
export function lastInput(workflow: string, trigger: string): Json | undefined {
  const parsed = parseJson(localStorage.getItem(key(workflow, trigger)) ?? '');
  return parsed.ok ? parsed.value : undefined;
}

export function rememberInput(workflow: string, trigger: string, input: Json | undefined): void {
  try {
    if (input === undefined) localStorage.removeItem(key(workflow, trigger));
    else localStorage.setItem(key(workflow, trigger), JSON.stringify(input));
  } catch {
    // A full storage only costs the convenience.
  }
}
