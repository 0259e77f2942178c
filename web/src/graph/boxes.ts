import { isContainer, type Catalog } from '@/catalog/nodeType';
import type { Graph, GraphNode, Position } from './document';
import { containersOf, outermost, withInside } from './nest';
import { portsOf, type Port } from './ports';

/** A place on the canvas and how much of it something takes, in pixels. */
export type Box = Position & { width: number; height: number };

/** A card's size on the canvas, in pixels. */
export const CARD = { width: 220, height: 64 };

const PORT_ROW = 28;

/** A container's title, the room around what is in it, and its least size, in pixels. */
export const FRAME = {
  title: 60,
  left: 40,
  right: 120,
  top: 80,
  bottom: 40,
  width: 380,
  height: 200,
};

/** Where a container's way in or out is, from its top: the first as high as a card's, in pixels. */
export function framePort(index: number): number {
  return CARD.height / 2 + index * PORT_ROW;
}

const UNIT = 20;

/** A card's height with so many named ports, in pixels: a multiple of 4 that has room for all. */
export function cardHeight(ports: readonly Port[]): number {
  const named = ports.filter((port) => port.kind !== 'failure').length;
  return Math.max(CARD.height, named * PORT_ROW + 8);
}

/** What a node of no content takes. */
export function sizeOf(
  catalog: Catalog,
  node: Pick<GraphNode, 'type' | 'config'>,
): { width: number; height: number } {
  const type = catalog.get(node.type);
  if (isContainer(type)) return { width: FRAME.width, height: FRAME.height };
  return { width: CARD.width, height: cardHeight(portsOf(type, node.config)) };
}

const known = new WeakMap<Graph, { catalog: Catalog; boxes: ReadonlyMap<string, Box> }>();

/** Where each node lies: a card at its position, a container around what is in it. */
export function boxes(graph: Graph, catalog: Catalog): ReadonlyMap<string, Box> {
  const before = known.get(graph);
  if (before?.catalog === catalog) return before.boxes;
  const found = measured(graph, catalog);
  known.set(graph, { catalog, boxes: found });
  return found;
}

/** From the inside out: a container is measured after everything it holds. */
function measured(graph: Graph, catalog: Catalog): Map<string, Box> {
  const depth = new Map(graph.nodes.map((node) => [node.id, containersOf(graph, node.id).length]));
  const inward = [...graph.nodes].sort((a, b) => (depth.get(b.id) ?? 0) - (depth.get(a.id) ?? 0));
  const found = new Map<string, Box>();
  const inside = new Map<string, Box[]>();
  for (const node of inward) {
    const content = inside.get(node.id) ?? [];
    const holds = isContainer(catalog.get(node.type)) && content.length > 0;
    const box = holds ? around(content) : { ...node.position, ...sizeOf(catalog, node) };
    found.set(node.id, box);
    if (node.parent !== undefined)
      inside.set(node.parent, [...(inside.get(node.parent) ?? []), box]);
  }
  return found;
}

/** The frame around boxes: its title above them and some room on all sides. */
export function around(content: readonly Box[]): Box {
  const left = Math.min(...content.map((box) => box.x)) - FRAME.left;
  const top = Math.min(...content.map((box) => box.y)) - FRAME.top;
  const right = Math.max(...content.map((box) => box.x + box.width)) + FRAME.right;
  const bottom = Math.max(...content.map((box) => box.y + box.height)) + FRAME.bottom;
  const up = (length: number) => Math.ceil(length / UNIT) * UNIT;
  return {
    x: left,
    y: top,
    width: Math.max(FRAME.width, up(right - left)),
    height: Math.max(FRAME.height, up(bottom - top)),
  };
}

/** The graph with each container's position at the corner of its frame. */
export function settled(graph: Graph, catalog: Catalog): Graph {
  const found = boxes(graph, catalog);
  const isOff = (node: GraphNode) => {
    const box = found.get(node.id);
    return box !== undefined && (box.x !== node.position.x || box.y !== node.position.y);
  };
  if (!graph.nodes.some(isOff)) return graph;
  const corner = ({ x, y }: Box) => ({ x, y });
  return {
    ...graph,
    nodes: graph.nodes.map((node) =>
      isOff(node) ? { ...node, position: corner(found.get(node.id) as Box) } : node,
    ),
  };
}

/** The innermost container at a point, those being moved aside. */
export function containerAt(
  graph: Graph,
  catalog: Catalog,
  point: Position,
  moving: Iterable<string> = [],
): string | undefined {
  const aside = withInside(graph, moving);
  const found = boxes(graph, catalog);
  const hits = graph.nodes.filter((node) => {
    const box = found.get(node.id);
    return (
      isContainer(catalog.get(node.type)) &&
      !aside.has(node.id) &&
      box !== undefined &&
      contains(box, point)
    );
  });
  return hits.sort((a, b) => containersOf(graph, b.id).length - containersOf(graph, a.id).length)[0]
    ?.id;
}

export function contains(box: Box, { x, y }: Position): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

/** Whether two boxes lie on each other, or nearer than the gap. */
export function overlap(a: Box, b: Box, gap = 0): boolean {
  const apart = (from: number, length: number, to: number) => from + length + gap <= to;
  return !(
    apart(a.x, a.width, b.x) ||
    apart(b.x, b.width, a.x) ||
    apart(a.y, a.height, b.y) ||
    apart(b.y, b.height, a.y)
  );
}

/** The places of what is moved, and of everything inside it, which goes along. */
export function carried(
  graph: Graph,
  catalog: Catalog,
  places: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const found = boxes(graph, catalog);
  const all = new Map(places);
  for (const node of outermost(graph, new Set(places.keys()))) {
    const [from, to] = [found.get(node.id), places.get(node.id)];
    if (!from || !to) continue;
    for (const id of withInside(graph, [node.id])) {
      const box = found.get(id);
      if (box) all.set(id, { x: box.x + to.x - from.x, y: box.y + to.y - from.y });
    }
  }
  return all;
}
