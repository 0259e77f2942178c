import type { Graph, GraphNode, Position } from './document';
import { GRID } from './edit';
import { FAILURE, type Port } from './ports';

/** A card's size on the canvas, in pixels. */
export const CARD = { width: 220, height: 64 };
const GAP = { x: 80, y: 40 };
const PORT_ROW = 28;

/** A card's height with so many named ports, in pixels: a multiple of 4 that has room for all. */
export function cardHeight(ports: readonly Port[]): number {
  const named = ports.filter((port) => port.kind !== 'failure').length;
  return Math.max(CARD.height, named * PORT_ROW + 8);
}

/** A free place for a node after another one's port. */
export function placeAfter(graph: Graph, source: GraphNode, port: string, ports: Port[]): Position {
  const index = Math.max(0, ports.filter((one) => one.kind !== 'failure').findIndex((one) => one.name === port));
  const below = port === FAILURE ? 2 : index;
  return freePlace(graph, {
    x: source.position.x + CARD.width + GAP.x,
    y: source.position.y + below * (CARD.height + GAP.y - 4),
  });
}

/** The place itself, or the next one below it that no card covers. */
export function freePlace(graph: Graph, wanted: Position): Position {
  let at = wanted;
  while (!isFree(graph, at)) at = { x: at.x, y: at.y + 2 * GRID };
  return at;
}

/** Whether a card put there would cover none. */
export function isFree(graph: Graph, at: Position): boolean {
  return !graph.nodes.some((node) => covers(node.position, at));
}

function covers(card: Position, at: Position): boolean {
  return (
    Math.abs(card.x - at.x) < CARD.width + GRID && Math.abs(card.y - at.y) < CARD.height + GRID
  );
}
