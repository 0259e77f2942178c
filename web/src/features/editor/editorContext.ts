import { createContext, use } from 'react';
import type { Hook } from '@/canvas/context';
import type { Actions } from './actions';

/** What floats over the canvas. */
export type Floating =
  | { kind: 'palette'; hook?: Hook }
  | { kind: 'commands' }
  | { kind: 'connect'; node: string }
  | { kind: 'put-into' }
  | { kind: 'becomes' }
  | { kind: 'shortcuts' }
  | { kind: 'paste' };

/** What the parts of the editor share besides the draft. */
export type Editor = {
  actions: Actions;
  floating: Floating | undefined;
  float: (floating: Floating | undefined) => void;
  /** The note one is writing in. */
  writing: string | undefined;
  write: (note: string | undefined) => void;
  /** The middle of what one sees, on the canvas. */
  centre: () => { x: number; y: number };
  /** Puts the keyboard on a node of the canvas. */
  focusNode: (id: string) => void;
};

export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('EditorContext is missing around this component');
  return editor;
}
