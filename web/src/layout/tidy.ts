import type { Graph, GraphEdge, Position } from '@/graph/document';
import { snapped } from '@/graph/edit';
import { CARD } from '@/graph/place';

/** Lays the nodes out from left to right, keeping the order of ports from top to bottom. */
export async function tidy(
  graph: Graph,
  portIndex: (node: string, port: string) => number,
): Promise<Map<string, Position>> {
  const { default: dagre } = await import('@dagrejs/dagre');
  const drawing = new dagre.graphlib.Graph({ multigraph: true });
  drawing.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 80 });
  const edges = [...graph.edges].sort(
    (a, b) => portIndex(a.source, a.port) - portIndex(b.source, b.port),
  );
  graph.nodes.forEach((node) => drawing.setNode(node.id, { ...CARD }));
  edges.forEach((edge) => drawing.setEdge(edge.source, edge.target, {}, edge.id));
  dagre.layout(drawing);
  const centres = new Map(graph.nodes.map((node) => [node.id, drawing.node(node.id) as Position]));
  const sign = inversions(edges, centres) < 0 ? -1 : 1;
  return new Map([...centres].map(([id, { x, y }]) => [id, corner({ x, y: y * sign })]));
}

/** Pairs of branches in port order less pairs that are upside down: dagre may mirror a drawing. */
function inversions(edges: GraphEdge[], centres: ReadonlyMap<string, Position>): number {
  let balance = 0;
  edges.forEach((upper, index) => {
    for (const lower of edges.slice(index + 1)) {
      if (lower.source !== upper.source) continue;
      balance += Math.sign((centres.get(lower.target)?.y ?? 0) - (centres.get(upper.target)?.y ?? 0));
    }
  });
  return balance;
}

/** dagre answers centres, the canvas wants corners. */
function corner(centre: Position): Position {
  return snapped({ x: centre.x - CARD.width / 2, y: centre.y - CARD.height / 2 });
}
