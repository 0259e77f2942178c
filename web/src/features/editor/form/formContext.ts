import { createContext, use } from 'react';
import type { Json, Path } from '@/words/json';

/** Where the last used text field stands ready to take in a reference. */
export type Insert = (code: string) => void;

/** What the fields of a node's form share. */
export type Form = {
  node: string;
  /** Names expressions may read, with the values at hand for completion. */
  values: ReadonlyMap<string, Json | undefined>;
  /** The names whose values come from a run; results of others are shown as of a sample. */
  real: ReadonlySet<string>;
  /** What the server or the form finds wrong, by path. */
  fault: (path: Path) => string | undefined;
  set: (path: Path, value: Json | undefined) => void;
  /** The field that now takes references, or undefined when it goes away. */
  offer: (insert: Insert | undefined) => void;
};

export const FormContext = createContext<Form | undefined>(undefined);

export function useForm(): Form {
  const form = use(FormContext);
  if (!form) throw new Error('FormContext is missing around this field');
  return form;
}

/** What every field of a form gets. */
export type FieldProps<S, V = Json | undefined> = {
  shape: S;
  path: Path;
  value: V;
  title: string;
  hint?: string;
  required?: boolean;
  dynamic: boolean;
};
