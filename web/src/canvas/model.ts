import type { Edge, Node } from '@xyflow/react';
import type { Catalog, NodeType } from '@/catalog/nodeType';
import type { Graph, GraphEdge, GraphNode, Note } from '@/graph/document';
import { portsOf, type Port } from '@/graph/ports';
import type { ThreadState } from '@/run/threads';
import { STATUS_WORDS, type NodeStatus } from '@/run/status';
import type { JsonObject } from '@/words/json';
import { count } from '@/words/count';

/** How a node went in the run on the canvas. */
export type NodeMark = { status: NodeStatus; attempts: number; error?: string };

/** A run laid over the drawing. */
export type Overlay = {
  nodes: ReadonlyMap<string, NodeMark>;
  threads: ReadonlyMap<string, ThreadState>;
  over: boolean;
};

/** Problems of one node, counted by how bad they are. */
export type Marks = ReadonlyMap<string, { errors: number; warnings: number }>;

export type CardData = {
  node: GraphNode;
  type: NodeType | undefined;
  ports: Port[];
  free: string;
  errors: number;
  warnings: number;
  mark: NodeMark | undefined;
  faded: boolean;
  editable: boolean;
};
export type NoteData = { note: Note; editable: boolean };
export type ThreadData = { edge: GraphEdge; thread: ThreadState | undefined; editable: boolean };

export type CardNode = Node<CardData, 'card'>;
export type NoteNode = Node<NoteData, 'note'>;
export type CanvasNode = CardNode | NoteNode;
export type ThreadEdge = Edge<ThreadData, 'thread'>;

/** What is drawn, besides the graph itself. */
export type Drawing = {
  catalog: Catalog;
  selected: ReadonlySet<string>;
  overlay?: Overlay;
  marks?: Marks;
  editable: boolean;
};

const portsCache = new WeakMap<JsonObject, { type: NodeType | undefined; ports: Port[] }>();

/** The ports of a node; the same array as long as its settings are the same. */
function cachedPorts(type: NodeType | undefined, config: JsonObject): Port[] {
  const cached = portsCache.get(config);
  if (cached && cached.type === type) return cached.ports;
  const ports = portsOf(type, config);
  portsCache.set(config, { type, ports });
  return ports;
}

export function canvasNodes(graph: Graph, drawing: Drawing): CanvasNode[] {
  const used = new Set(graph.edges.map((edge) => `${edge.source} ${edge.port}`));
  const cards = graph.nodes.map((node) => card(node, graph, drawing, used));
  return [...graph.notes.map((note) => noteNode(note, drawing)), ...cards];
}

function card(node: GraphNode, graph: Graph, drawing: Drawing, used: ReadonlySet<string>): CardNode {
  const type = drawing.catalog.get(node.type);
  const ports = cachedPorts(type, node.config);
  const mark = drawing.overlay?.nodes.get(node.id);
  const marks = drawing.marks?.get(node.id);
  const free = ports.filter((port) => !used.has(`${node.id} ${port.name}`)).map((port) => port.name);
  return {
    id: node.id,
    type: 'card',
    position: node.position,
    selected: drawing.selected.has(node.id),
    zIndex: 1,
    ariaLabel: cardLabel(node, type, graph, mark, marks),
    domAttributes: { 'aria-roledescription': 'step' },
    data: {
      node,
      type,
      ports,
      free: free.join('\n'),
      errors: marks?.errors ?? 0,
      warnings: marks?.warnings ?? 0,
      mark,
      faded: drawing.overlay !== undefined && drawing.overlay.over && !mark,
      editable: drawing.editable,
    },
  };
}

function cardLabel(
  node: GraphNode,
  type: NodeType | undefined,
  graph: Graph,
  mark: NodeMark | undefined,
  marks: { errors: number; warnings: number } | undefined,
): string {
  const names = new Map(graph.nodes.map((one) => [one.id, one.name]));
  const ways = graph.edges
    .filter((edge) => edge.source === node.id)
    .map((edge) => `${edge.port === 'main' ? '' : `on ${edge.port} `}to ${names.get(edge.target) ?? edge.target}`);
  return [
    node.name,
    type?.title ?? node.type,
    node.disabled ? 'switched off' : '',
    mark ? STATUS_WORDS[mark.status].toLowerCase() : '',
    marks?.errors ? count(marks.errors, 'problem') : '',
    ways.length ? `leads ${ways.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function noteNode(note: Note, drawing: Drawing): NoteNode {
  return {
    id: note.id,
    type: 'note',
    position: note.position,
    width: note.size.width,
    height: note.size.height,
    selected: drawing.selected.has(note.id),
    zIndex: -1,
    ariaLabel: `Note: ${note.text}`,
    data: { note, editable: drawing.editable },
  };
}

export function canvasEdges(graph: Graph, drawing: Drawing): ThreadEdge[] {
  return graph.edges.map((edge) => ({
    id: edge.id,
    type: 'thread',
    source: edge.source,
    sourceHandle: edge.port,
    target: edge.target,
    targetHandle: 'in',
    selected: drawing.selected.has(edge.id),
    data: { edge, thread: drawing.overlay?.threads.get(edge.id), editable: drawing.editable },
  }));
}

/** The nodes as wanted, keeping what the canvas measured and the objects that did not change. */
export function merged(before: CanvasNode[], wanted: CanvasNode[]): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return wanted.map((node) => {
    const old = known.get(node.id);
    if (old?.type !== node.type) return node;
    const data = sameData(old.data, node.data) ? old.data : node.data;
    return { ...node, data, measured: old.measured, ...underHand(old) } as CanvasNode;
  });
}

/** What is being dragged or resized stays where the hand has it. */
function underHand({ dragging, resizing, position, width, height }: CanvasNode): Partial<CanvasNode> {
  if (resizing) return { resizing, position, width, height };
  return dragging ? { dragging, position } : {};
}

function sameData(a: object, b: object): boolean {
  const entries = Object.entries(b);
  const others = a as Record<string, unknown>;
  return entries.every(([key, value]) => Object.is(others[key], value));
}
