import { isContainer, type Catalog } from '@/catalog/nodeType';
import { FRAME, framePort, sizeOf } from '@/graph/boxes';
import type { Graph, GraphEdge, GraphNode, Position } from '@/graph/document';
import { snapped } from '@/graph/edit';
import { childrenOf } from '@/graph/nest';

type Dagre = (typeof import('@dagrejs/dagre'))['default'];
type Size = { width: number; height: number };
type Measure = Size & { thread: number };

/** The drawing, its edges in the order of their ports. */
type Sheet = { dagre: Dagre; graph: Graph; catalog: Catalog; edges: GraphEdge[] };

/** What lies in a container, laid out: how much it takes, and where each node is once its corner is known. */
type Laid = Size & { put: (corner: Position, places: Map<string, Position>) => void };

/** Lays the nodes out from left to right, keeping the order of ports from top to bottom; containers from the inside out. */
export async function tidy(
  graph: Graph,
  catalog: Catalog,
  portIndex: (node: string, port: string) => number,
): Promise<Map<string, Position>> {
  const { default: dagre } = await import('@dagrejs/dagre');
  const edges = [...graph.edges].sort(
    (a, b) => portIndex(a.source, a.port) - portIndex(b.source, b.port),
  );
  const places = new Map<string, Position>();
  laid({ dagre, graph, catalog, edges }, undefined).put({ x: 0, y: 0 }, places);
  return places;
}

function laid(sheet: Sheet, container: string | undefined): Laid {
  const nodes = childrenOf(sheet.graph, container);
  const inner = new Map(
    nodes
      .filter((node) => childrenOf(sheet.graph, node.id).length > 0)
      .map((node) => [node.id, laid(sheet, node.id)]),
  );
  const sizes = new Map(
    nodes.map((node) => [node.id, size(sheet.catalog, node, inner.get(node.id))]),
  );
  const corners = arranged(sheet, sizes);
  const least = {
    x: Math.min(...[...corners.values()].map((at) => at.x)),
    y: Math.min(...[...corners.values()].map((at) => at.y)),
  };
  const reach = (end: (at: Position, of: Size) => number) =>
    Math.max(0, ...[...sizes].map(([id, of]) => end(corners.get(id) as Position, of)));
  return {
    width: reach((at, { width }) => at.x - least.x + width),
    height: reach((at, { height }) => at.y - least.y + height),
    put: (corner, places) => {
      for (const [id, at] of corners) {
        const place = { x: corner.x + at.x - least.x, y: corner.y + at.y - least.y };
        places.set(id, place);
        inner.get(id)?.put({ x: place.x + FRAME.left, y: place.y + FRAME.top }, places);
      }
    },
  };
}

/** Threads come to a card's middle, but to a container as high as to a card: that height is aligned. */
function size(catalog: Catalog, node: GraphNode, inner: Laid | undefined): Measure {
  const least = sizeOf(catalog, node);
  const thread = isContainer(catalog.get(node.type)) ? framePort(0) : least.height / 2;
  if (!inner) return { ...least, thread };
  const width = inner.width + FRAME.left + FRAME.right;
  const height = inner.height + FRAME.top + FRAME.bottom;
  return { width: Math.max(least.width, width), height: Math.max(least.height, height), thread };
}

/** The corner of each node, as dagre arranges them. */
function arranged(
  { dagre, edges }: Sheet,
  sizes: ReadonlyMap<string, Measure>,
): Map<string, Position> {
  const drawing = new dagre.graphlib.Graph({ multigraph: true });
  drawing.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 80 });
  sizes.forEach(({ width, height, thread }, id) =>
    drawing.setNode(id, { width, height: 2 * Math.max(thread, height - thread) }),
  );
  const mine = edges.filter((edge) => sizes.has(edge.source) && sizes.has(edge.target));
  mine.forEach((edge) => drawing.setEdge(edge.source, edge.target, {}, edge.id));
  dagre.layout(drawing);
  const centres = new Map([...sizes.keys()].map((id) => [id, drawing.node(id) as Position]));
  const sign = inversions(mine, centres) < 0 ? -1 : 1;
  return new Map(
    [...sizes].map(([id, { width, thread }]) => [
      id,
      corner(centres.get(id) as Position, sign, width, thread),
    ]),
  );
}

/** dagre answers centres, the canvas wants corners. */
function corner(centre: Position, sign: number, width: number, thread: number): Position {
  return snapped({ x: centre.x - width / 2, y: centre.y * sign - thread });
}

/** Pairs of branches in port order less pairs that are upside down: dagre may mirror a drawing. */
function inversions(edges: GraphEdge[], centres: ReadonlyMap<string, Position>): number {
  let balance = 0;
  edges.forEach((upper, index) => {
    for (const lower of edges.slice(index + 1)) {
      if (lower.source !== upper.source) continue;
      balance += Math.sign(
        (centres.get(lower.target)?.y ?? 0) - (centres.get(upper.target)?.y ?? 0),
      );
    }
  });
  return balance;
}
