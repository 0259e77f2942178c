import { z } from 'zod';
import { json, type Json, type JsonObject } from '@/words/json';

export type Position = { x: number; y: number };

/** How often a failed call is made again, `attempts` more; times in seconds. */
export type Retry = {
  attempts?: number;
  intervalSeconds?: number;
  backoff?: number;
  [more: string]: unknown;
};

export type OnError = 'stop' | 'continue' | 'port' | 'default';

/** One step of a workflow. Fields this editor doesn't know are kept as they are. */
export type GraphNode = {
  id: string;
  type: string;
  name: string;
  /** The container it lies in; its position is on the canvas all the same. */
  parent?: string;
  position: Position;
  config: JsonObject;
  retry?: Retry;
  timeoutSeconds?: number;
  onError?: OnError;
  defaultOutput?: Json;
  /** Passed over by its main port, or by the port named. */
  disabled?: boolean | string;
  notes?: string;
  /** What it gives instead of running, and by which port. */
  pinned?: { output: Json; port: string };
  [more: string]: unknown;
};

/** A thread from a port of one node to another node. */
export type GraphEdge = { id: string; source: string; port: string; target: string };

/** A sticky note on the canvas; its text is never run. */
export type Note = {
  id: string;
  text: string;
  position: Position;
  size: { width: number; height: number };
  color?: string;
  [more: string]: unknown;
};

/** The document that is drawn, saved, compiled and run. Never changed in place. */
export type Graph = {
  schemaVersion: number;
  name: string;
  description?: string;
  settings: JsonObject;
  nodes: GraphNode[];
  edges: GraphEdge[];
  notes: Note[];
  groups: Json[];
  [more: string]: unknown;
};

/** A server may write what is absent as null. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
}

const position = z.object({ x: z.number(), y: z.number() });

const node = z.preprocess(
  withoutNulls,
  z
    .looseObject({
      id: z.string(),
      type: z.string(),
      name: z.string().optional(),
      parent: z.string().optional(),
      position: position.default({ x: 0, y: 0 }),
      config: z.record(z.string(), json).default({}),
      retry: z
        .preprocess(withoutNulls, z.looseObject({ attempts: z.number().optional() }))
        .optional(),
      timeoutSeconds: z.number().optional(),
      onError: z.enum(['stop', 'continue', 'port', 'default']).optional(),
      defaultOutput: json.optional(),
      disabled: z.union([z.boolean(), z.string()]).optional(),
      notes: z.string().optional(),
      pinned: z.object({ output: json.default(null), port: z.string().default('main') }).optional(),
    })
    .transform((one) => ({ ...one, name: one.name ?? one.id })),
);

const edge = z.looseObject({
  id: z.string(),
  source: z.string(),
  port: z.string().default('main'),
  target: z.string(),
});

const note = z.preprocess(
  withoutNulls,
  z.looseObject({
    id: z.string(),
    text: z.string().default(''),
    position: position.default({ x: 0, y: 0 }),
    size: z.object({ width: z.number(), height: z.number() }).default({ width: 240, height: 120 }),
    color: z.string().optional(),
  }),
);

export const graphDocument: z.ZodType<Graph> = z.preprocess(
  withoutNulls,
  z.looseObject({
    schemaVersion: z.literal(1),
    name: z.string().default('Untitled'),
    description: z.string().optional(),
    settings: z.record(z.string(), json).default({}),
    nodes: z.array(node).default([]),
    edges: z.array(edge).default([]),
    notes: z.array(note).default([]),
    groups: z.array(json).default([]),
  }),
);

/** A workflow with nothing in it yet. */
export function emptyGraph(name: string): Graph {
  return { schemaVersion: 1, name, settings: {}, nodes: [], edges: [], notes: [], groups: [] };
}

export function nodeById(graph: Graph, id: string): GraphNode | undefined {
  return graph.nodes.find((one) => one.id === id);
}
