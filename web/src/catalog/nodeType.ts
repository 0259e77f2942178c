import { z } from 'zod';
import { fieldsShape, shape, type FieldsShape, type Shape } from './shape';

/** The palette's groups, in their order. */
export const FAMILIES = ['TRIGGER', 'FLOW', 'DATA', 'CONNECT', 'AI'] as const;
export type Family = (typeof FAMILIES)[number];

/** The groups in plain words. */
export const FAMILY_TITLES: Record<Family, string> = {
  TRIGGER: 'Start a run',
  FLOW: 'Decide and wait',
  DATA: 'Shape data',
  CONNECT: 'Talk to other systems',
  AI: 'Use a model',
};

/** The named ways out of a node, the failure port aside. */
export type PortsSpec =
  | { kind: 'fixed'; names: string[] }
  | { kind: 'from-list'; list: string; name: string; otherwise: string };

/** One node type as palette, form and canvas see it. */
export type NodeType = {
  id: string;
  title: string;
  summary: string;
  family: Family;
  icon: string;
  keywords: string[];
  line: string;
  wiring: { kind: string; waits?: boolean; called?: boolean };
  ports: PortsSpec;
  failurePort: boolean;
  config: FieldsShape;
  output: Shape;
};

const ports = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), names: z.array(z.string()) }),
  z.object({
    kind: z.literal('from-list'),
    list: z.string(),
    name: z.string(),
    otherwise: z.string(),
  }),
]);

export const nodeType: z.ZodType<NodeType> = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  family: z.enum(FAMILIES),
  icon: z.string(),
  keywords: z.array(z.string()).default([]),
  line: z.string().default(''),
  wiring: z.looseObject({ kind: z.string() }),
  ports,
  failurePort: z.boolean().default(false),
  config: fieldsShape,
  output: shape,
});

/** `GET /api/v1/node-types`, also committed as `node-types.gen.json`. */
export const catalogDocument: z.ZodType<{ schemaVersion: 1; nodeTypes: NodeType[] }> = z.object({
  schemaVersion: z.literal(1),
  nodeTypes: z.array(nodeType),
});

/** The node types there are, by id. */
export type Catalog = ReadonlyMap<string, NodeType>;

export function catalogOf(types: readonly NodeType[]): Catalog {
  return new Map(types.map((type) => [type.id, type]));
}

/** The id without its version: `http-request`. */
export function typeName(id: string): string {
  const at = id.indexOf('@');
  return at < 0 ? id : id.slice(0, at);
}

export function isTrigger(type: NodeType | undefined): boolean {
  return type?.wiring.kind === 'trigger';
}

/** Whether another workflow starts runs by it. */
export function isCalled(type: NodeType | undefined): boolean {
  return isTrigger(type) && type?.wiring.called === true;
}

/** What a container does with the steps inside it; undefined for a type that holds none. */
export function containerKind(type: NodeType | undefined): 'for-each' | 'loop' | undefined {
  const kind = type?.wiring.kind;
  return kind === 'for-each' || kind === 'loop' ? kind : undefined;
}

export function isContainer(type: NodeType | undefined): boolean {
  return containerKind(type) !== undefined;
}

/** Whether the words of the query are found in title, summary, keywords or id. */
export function matches(type: NodeType, query: string): boolean {
  const text = [type.title, type.summary, type.id, ...type.keywords].join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
