import type { Issue } from '@/api/schemas';
import type { Fault } from '@/catalog/check';
import { pathText } from '@/words/json';

/** A field of an issue as paths are written here: `fields[0].value`, whatever it came as. */
export function fieldPath(field: string): string {
  const dotted = field
    .replace(/^\//, '')
    .replaceAll('/', '.')
    .replace(/^config\./, '');
  return dotted.replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}

/**
 * The worst thing known of each field of a node, '' for the node as a whole. What the form finds by
 * itself counts too, but a value that is merely still missing is left to the server, so that a new
 * node isn't red all over.
 */
export function faultsByField(
  issues: readonly Issue[],
  node: string,
  faults: readonly Fault[],
): Map<string, string> {
  const told = new Map<string, string>();
  for (const fault of faults) {
    if (!fault.message.endsWith('is needed.')) told.set(pathText(fault.path), fault.message);
  }
  for (const issue of issues) {
    if (issue.node !== node || issue.severity !== 'ERROR') continue;
    const field = fieldPath(issue.field ?? '');
    const words = [issue.message, issue.hint].filter(Boolean).join(' ');
    if (!told.has(field)) told.set(field, words);
  }
  return told;
}
