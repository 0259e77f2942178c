import { createContext, use } from 'react';
import type { GraphEdge, Note, Position } from '@/graph/document';

/** Where a new node is to be hung: on a port, into a thread, or into a container. */
export type Hook =
  { node: string; port: string; at?: Position } | { edge: string } | { inside: string };

/** What one can do to the drawing; a canvas without it is for looking only. */
export type CanvasEdit = {
  /** False when the parts can't go there and stay where they were. */
  move: (places: ReadonlyMap<string, Position>) => boolean;
  /** The container that a part would go into if it were dropped there. */
  goal: (places: ReadonlyMap<string, Position>) => string | undefined;
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
  move: () => false,
  goal: () => undefined,
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
