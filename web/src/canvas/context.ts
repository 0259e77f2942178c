import { createContext, use } from 'react';
import type { GraphEdge, Note, Position } from '@/graph/document';

/** Where a new node is to be hung: on a port, or into a thread. */
export type Hook = { node: string; port: string; at?: Position } | { edge: string };

/** What one can do to the drawing; a canvas without it is for looking only. */
export type CanvasEdit = {
  move: (places: ReadonlyMap<string, Position>) => void;
  connect: (edge: Omit<GraphEdge, 'id'>) => void;
  fault: (edge: Omit<GraphEdge, 'id'>) => string | undefined;
  drop: (type: string, at: Position) => void;
  add: (hook: Hook) => void;
  remove: (ids: string[]) => void;
  note: (id: string, change: Partial<Note>) => void;
  /** The note one is writing in. */
  writing: string | undefined;
  write: (id: string | undefined) => void;
};

const NONE: CanvasEdit = {
  move: () => undefined,
  connect: () => undefined,
  fault: () => undefined,
  drop: () => undefined,
  add: () => undefined,
  remove: () => undefined,
  note: () => undefined,
  writing: undefined,
  write: () => undefined,
};

export const EditContext = createContext<CanvasEdit>(NONE);
export const useEdit = (): CanvasEdit => use(EditContext);
export { NONE as NO_EDIT };
