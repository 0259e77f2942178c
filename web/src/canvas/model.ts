import type { Edge, Node } from '@xyflow/react';
import { isContainer, type Catalog, type NodeType } from '@/catalog/nodeType';
import { boxes, type Box } from '@/graph/boxes';
import type { Graph, GraphEdge, GraphNode, Note } from '@/graph/document';
import { childrenOf, containersOf, withInside } from '@/graph/nest';
import { portsOf, type Port } from '@/graph/ports';
import type { ThreadState } from '@/run/threads';
import { STATUS_WORDS, type NodeStatus } from '@/run/status';
import type { JsonObject } from '@/words/json';
import { count } from '@/words/count';

/** How a node went in the run on the canvas. */
export type NodeMark = {
  status: NodeStatus;
  attempts: number;
  error?: string;
  iterations?: { count: number; failed: number };
};

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
/** A container: a card's data, and how many steps lie in it. */
export type FrameData = CardData & { steps: number; over: boolean };
export type NoteData = { note: Note; editable: boolean };
export type ThreadData = { edge: GraphEdge; thread: ThreadState | undefined; editable: boolean };

export type CardNode = Node<CardData, 'card'>;
export type FrameNode = Node<FrameData, 'frame'>;
export type NoteNode = Node<NoteData, 'note'>;
export type CanvasNode = CardNode | FrameNode | NoteNode;
export type ThreadEdge = Edge<ThreadData, 'thread'>;

/** What is drawn, besides the graph itself. */
export type Drawing = {
  catalog: Catalog;
  selected: ReadonlySet<string>;
  overlay?: Overlay;
  marks?: Marks;
  editable: boolean;
  /** The container that what is being dragged would go into. */
  over?: string;
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

/** What is deeper lies above what it lies in; what is chosen lies above everything, with all inside it. */
const LAYERS = { depth: 4, thread: 1, card: 2, lifted: 1_000 };

/** What all parts of one drawing are drawn from. */
type Sheet = Drawing & {
  graph: Graph;
  boxes: ReadonlyMap<string, Box>;
  used: ReadonlySet<string>;
  lifted: ReadonlySet<string>;
};

export function canvasNodes(graph: Graph, drawing: Drawing): CanvasNode[] {
  const used = new Set(graph.edges.map((edge) => `${edge.source} ${edge.port}`));
  const sheet = {
    ...drawing,
    graph,
    used,
    boxes: boxes(graph, drawing.catalog),
    lifted: withInside(graph, drawing.selected),
  };
  const depth = (node: GraphNode) => containersOf(graph, node.id).length;
  const outward = [...graph.nodes].sort((a, b) => depth(a) - depth(b));
  return [
    ...graph.notes.map((note) => noteNode(note, drawing)),
    ...outward.map((node) => part(node, sheet)),
  ];
}

/** How high a node lies; threads lie just under the cards of their container. */
function layer(graph: Graph, id: string, lifted: ReadonlySet<string>): number {
  return containersOf(graph, id).length * LAYERS.depth + (lifted.has(id) ? LAYERS.lifted : 0);
}

function part(node: GraphNode, sheet: Sheet): CardNode | FrameNode {
  const data = cardData(node, sheet);
  const around = containersOf(sheet.graph, node.id)[0];
  const parent = around && isContainer(sheet.catalog.get(around.type)) ? around.id : undefined;
  const box = sheet.boxes.get(node.id) ?? { ...node.position, width: 0, height: 0 };
  const corner = parent === undefined ? undefined : sheet.boxes.get(parent);
  const common = {
    id: node.id,
    parentId: parent,
    position: { x: box.x - (corner?.x ?? 0), y: box.y - (corner?.y ?? 0) },
    selected: sheet.selected.has(node.id),
  };
  const z = layer(sheet.graph, node.id, sheet.lifted);
  const steps = childrenOf(sheet.graph, node.id).length;
  const ariaLabel = [cardLabel(node, sheet), around && `inside ${around.name}`]
    .filter(Boolean)
    .join(', ');
  if (!isContainer(data.type))
    return {
      ...common,
      type: 'card',
      zIndex: z + LAYERS.card,
      ariaLabel,
      domAttributes: { 'aria-roledescription': 'step' },
      data,
    };
  return {
    ...common,
    type: 'frame',
    zIndex: z,
    width: box.width,
    height: box.height,
    dragHandle: '.frame-title',
    // Only the title is to be taken hold of: through the rest one reaches the canvas.
    style: { pointerEvents: 'none' },
    ariaLabel: `${ariaLabel}, holds ${count(steps, 'step')}`,
    domAttributes: { 'aria-roledescription': 'container' },
    data: { ...data, steps, over: sheet.over === node.id },
  };
}

function cardData(node: GraphNode, { catalog, overlay, marks, used, editable }: Sheet): CardData {
  const type = catalog.get(node.type);
  const ports = cachedPorts(type, node.config);
  const mark = overlay?.nodes.get(node.id);
  const free = ports
    .filter((port) => !used.has(`${node.id} ${port.name}`))
    .map((port) => port.name);
  return {
    node,
    type,
    ports,
    free: free.join('\n'),
    errors: marks?.get(node.id)?.errors ?? 0,
    warnings: marks?.get(node.id)?.warnings ?? 0,
    mark,
    faded: overlay !== undefined && overlay.over && !mark,
    editable,
  };
}

function cardLabel(node: GraphNode, { catalog, graph, overlay, marks: all }: Sheet): string {
  const type = catalog.get(node.type);
  const mark = overlay?.nodes.get(node.id);
  const marks = all?.get(node.id);
  const names = new Map(graph.nodes.map((one) => [one.id, one.name]));
  const ways = graph.edges
    .filter((edge) => edge.source === node.id)
    .map(
      (edge) =>
        `${edge.port === 'main' ? '' : `on ${edge.port} `}to ${names.get(edge.target) ?? edge.target}`,
    );
  return [
    node.name,
    type?.title ?? node.type,
    node.disabled ? 'switched off' : '',
    node.pinned ? 'pinned' : '',
    mark ? STATUS_WORDS[mark.status].toLowerCase() : '',
    mark?.iterations ? timesWords(mark.iterations) : '',
    marks?.errors ? count(marks.errors, 'problem') : '',
    ways.length ? `leads ${ways.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** "12 times", "12 times, 2 failed". */
export function timesWords({ count: times, failed }: { count: number; failed: number }): string {
  return failed > 0
    ? `${count(times, 'time')}, ${failed.toLocaleString('en')} failed`
    : count(times, 'time');
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
  const lifted = withInside(graph, drawing.selected);
  return graph.edges.map((edge) => ({
    id: edge.id,
    zIndex: layer(graph, edge.source, lifted) + LAYERS.thread,
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
function underHand({
  dragging,
  resizing,
  position,
  width,
  height,
}: CanvasNode): Partial<CanvasNode> {
  if (resizing) return { resizing, position, width, height };
  return dragging ? { dragging, position } : {};
}

function sameData(a: object, b: object): boolean {
  const entries = Object.entries(b);
  const others = a as Record<string, unknown>;
  return entries.every(([key, value]) => Object.is(others[key], value));
}
