import { codeIn } from './code';
import { references } from './references';

/** The new name for each renamed node. */
export type Renames = ReadonlyMap<string, string>;

/** An expression with its free variables renamed, token by token: strings and locals stay. */
export function renameCode(code: string, renames: Renames): string {
  return replaceAll(
    code,
    references(code).flatMap((reference) => {
      const to = renames.get(reference.name);
      return to === undefined
        ? []
        : [{ start: reference.start, end: reference.end, text: `$${to}` }];
    }),
  );
}

/** A string value with its expressions renamed; what is not code stays as it is. */
export function renameText(text: string, templates: boolean, renames: Renames): string {
  return replaceAll(
    text,
    codeIn(text, templates).map(({ code, start }) => ({
      start,
      end: start + code.length,
      text: renameCode(code, renames),
    })),
  );
}

function replaceAll(text: string, edits: { start: number; end: number; text: string }[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
