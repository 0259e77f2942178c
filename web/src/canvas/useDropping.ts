import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useState, type DragEvent } from 'react';
import type { Catalog } from '@/catalog/nodeType';
import { boxes, CARD, containerAt, contains, type Box } from '@/graph/boxes';
import type { Graph, Position } from '@/graph/document';
import { nodeById } from '@/graph/document';
import type { CanvasEdit } from './context';
import type { CanvasNode } from './model';

/** What a palette entry carries while it is dragged. */
export const DRAG_TYPE = 'application/x-heddle-node-type';

/** Where things are while they are dragged, and the container they would go into. */
export function useDropping(graph: Graph, catalog: Catalog, edit: CanvasEdit | undefined) {
  const flow = useReactFlow();
  const [over, setOver] = useState<string>();
  const pointOf = (event: DragEvent): Position =>
    flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });

  /** On the canvas; what lies in a container is drawn from its corner. */
  const places = (nodes: readonly CanvasNode[]): Map<string, Position> => {
    const found = boxes(graph, catalog);
    const corner = (node: CanvasNode) =>
      (node.parentId === undefined ? undefined : found.get(node.parentId)) ?? { x: 0, y: 0 };
    return new Map(
      nodes.map((node) => [
        node.id,
        { x: node.position.x + corner(node).x, y: node.position.y + corner(node).y },
      ]),
    );
  };

  return {
    over,
    places,
    dragged: (nodes: readonly CanvasNode[]) => {
      const goal = edit?.goal(places(nodes));
      const [first] = nodes;
      setOver(
        goal !== undefined && goal !== nodeById(graph, first?.id ?? '')?.parent ? goal : undefined,
      );
    },
    letGo: () => setOver(undefined),
    onDragOver: (event: DragEvent) => {
      if (!edit || !event.dataTransfer.types.includes(DRAG_TYPE)) return;
      event.preventDefault();
      setOver(containerAt(graph, catalog, pointOf(event)));
    },
    onDragLeave: () => setOver(undefined),
    onDrop: (event: DragEvent) => {
      setOver(undefined);
      const type = event.dataTransfer.getData(DRAG_TYPE);
      if (!type || !edit) return;
      event.preventDefault();
      const { x, y } = pointOf(event);
      edit.drop(type, { x: x - CARD.width / 2, y: y - CARD.height / 2 });
    },
  };
}

/** Whether a frame that a selected region touches lies wholly in it: only then it is meant. */
export function useRegion(graph: Graph, catalog: Catalog): (id: string) => boolean {
  const store = useStoreApi();
  return (id) => {
    const { userSelectionActive, userSelectionRect: rect, transform } = store.getState();
    const box = boxes(graph, catalog).get(id);
    if (!userSelectionActive || !rect || !box) return true;
    const [x, y, zoom] = transform;
    const region: Box = {
      x: (rect.x - x) / zoom,
      y: (rect.y - y) / zoom,
      width: rect.width / zoom,
      height: rect.height / zoom,
    };
    return (
      contains(region, box) && contains(region, { x: box.x + box.width, y: box.y + box.height })
    );
  };
}
