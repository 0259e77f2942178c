import { isContainer, type Catalog } from '@/catalog/nodeType';
import { boxes, CARD, FRAME, overlap, type Box } from './boxes';
import type { Graph, GraphNode, Position } from './document';
import { GRID } from './edit';
import { childrenOf, containersOf, withInside } from './nest';
import { FAILURE, type Port } from './ports';

const GAP = { x: 80, y: 40 };

type Size = { width: number; height: number };

/** A free place for a node after another one's port. */
export function placeAfter(
  graph: Graph,
  catalog: Catalog,
  source: GraphNode,
  port: string,
  ports: Port[],
  size: Size = CARD,
): Position {
  const index = Math.max(
    0,
    ports.filter((one) => one.kind !== 'failure').findIndex((one) => one.name === port),
  );
  const below = port === FAILURE ? 2 : index;
  const from = boxes(graph, catalog).get(source.id) ?? { ...source.position, ...CARD };
  const wanted = { x: from.x + from.width + GAP.x, y: from.y + below * (CARD.height + GAP.y - 4) };
  return freePlace(graph, catalog, wanted, source.parent, size);
}

/** A free place inside a container: its first, or below what is there. */
export function placeInside(
  graph: Graph,
  catalog: Catalog,
  container: string,
  size: Size = CARD,
): Position {
  const found = boxes(graph, catalog);
  const frame = found.get(container) ?? { x: 0, y: 0 };
  const content = childrenOf(graph, container).flatMap((child) => found.get(child.id) ?? []);
  const lowest = Math.max(frame.y + FRAME.top, ...content.map((box) => box.y + box.height + GAP.y));
  return freePlace(
    graph,
    catalog,
    { x: frame.x + FRAME.left, y: Math.ceil(lowest / GRID) * GRID },
    container,
    size,
  );
}

/** The place itself, or the next one below it where nothing of the same container lies. */
export function freePlace(
  graph: Graph,
  catalog: Catalog,
  wanted: Position,
  parent: string | undefined,
  size: Size = CARD,
): Position {
  let at = wanted;
  while (!isFree(graph, catalog, { ...at, ...size }, parent)) at = { x: at.x, y: at.y + 2 * GRID };
  return at;
}

/** Whether something put there would lie on nothing of the same container. */
export function isFree(
  graph: Graph,
  catalog: Catalog,
  box: Box,
  parent: string | undefined,
): boolean {
  const found = boxes(graph, catalog);
  return !childrenOf(graph, parent).some((one) => overlap(found.get(one.id) as Box, box, GRID));
}

/**
 * The graph after a change, where containers that grew have pushed aside what lies beside them: all
 * that was to the right goes further right, all that was below goes further down.
 */
export function withRoom(before: Graph, after: Graph, catalog: Catalog): Graph {
  const containers = after.nodes.filter((node) => isContainer(catalog.get(node.type)));
  const inward = containers.sort(
    (a, b) => containersOf(after, b.id).length - containersOf(after, a.id).length,
  );
  return inward.reduce(
    (so, { id }) => (grew(before, so, catalog, id) ? pushed(before, so, catalog, id) : so),
    after,
  );
}

function grew(before: Graph, after: Graph, catalog: Catalog, id: string): boolean {
  const [was, is] = [boxes(before, catalog).get(id), boxes(after, catalog).get(id)];
  return was !== undefined && is !== undefined && (is.width > was.width || is.height > was.height);
}

function pushed(before: Graph, graph: Graph, catalog: Catalog, id: string): Graph {
  const was = boxes(before, catalog).get(id) as Box;
  const is = boxes(graph, catalog).get(id) as Box;
  const self = graph.nodes.find((node) => node.id === id);
  const others = childrenOf(graph, self?.parent).filter((node) => node.id !== id);
  const boxOf = (node: GraphNode) => boxes(graph, catalog).get(node.id) as Box;
  if (!others.some((node) => overlap(boxOf(node), is, GRID))) return graph;
  const right = Math.max(0, is.x + is.width - was.x - was.width);
  const down = Math.max(0, is.y + is.height - was.y - was.height);
  const shifts = new Map<string, Position>();
  for (const node of others) {
    const box = boxOf(node);
    const by =
      box.x >= was.x + was.width
        ? { x: right, y: 0 }
        : box.y >= was.y + was.height
          ? { x: 0, y: down }
          : { x: 0, y: 0 };
    for (const one of withInside(graph, [node.id])) shifts.set(one, by);
  }
  const shift = (node: GraphNode): GraphNode => {
    const by = shifts.get(node.id);
    return by && (by.x || by.y)
      ? { ...node, position: { x: node.position.x + by.x, y: node.position.y + by.y } }
      : node;
  };
  return { ...graph, nodes: graph.nodes.map(shift) };
}
