import {
  ReactFlow,
  SelectionMode,
  useReactFlow,
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  type NodeChange,
} from '@xyflow/react';
import { useMemo, type DragEvent, type FocusEvent, type MouseEvent, type ReactNode } from 'react';
import type { Catalog } from '@/catalog/nodeType';
import type { Graph } from '@/graph/document';
import { GRID } from '@/graph/edit';
import { classes } from '@/ui/classes';
import './canvas.css';
import { Card } from './Card';
import { EditContext, NO_EDIT, type CanvasEdit } from './context';
import { Dots } from './Dots';
import { canvasEdges, canvasNodes, type CanvasNode, type Marks, type Overlay, type ThreadEdge } from './model';
import { NoteCard } from './NoteCard';
import { Thread } from './Thread';
import { useCanvasNodes } from './useCanvasNodes';

const NODE_TYPES = { card: Card, note: NoteCard };
const EDGE_TYPES = { thread: Thread };

/** What a palette entry carries while it is dragged. */
export const DRAG_TYPE = 'application/x-heddle-node-type';

export type CanvasProps = {
  graph: Graph;
  catalog: Catalog;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  overlay?: Overlay;
  marks?: Marks;
  edit?: CanvasEdit;
  label: string;
  children?: ReactNode;
};

/** The drawing: steps as cards, edges as threads, on a grid of 20. Without `edit` for looking only. */
export function Canvas({ graph, catalog, selected, onSelect, overlay, marks, edit, label, children }: CanvasProps) {
  const flow = useReactFlow();
  const drawing = useMemo(
    () => ({ catalog, selected, overlay, marks, editable: edit !== undefined }),
    [catalog, selected, overlay, marks, edit],
  );
  const wanted = useMemo(() => canvasNodes(graph, drawing), [graph, drawing]);
  const edges = useMemo(() => canvasEdges(graph, drawing), [graph, drawing]);
  const { nodes, onChanges } = useCanvasNodes(wanted);

  const select = (changes: (NodeChange<CanvasNode> | EdgeChange<ThreadEdge>)[]) => {
    const next = new Set(selected);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (change.selected) next.add(change.id);
      else next.delete(change.id);
    }
    if (changes.some((change) => change.type === 'select')) onSelect(next);
  };

  /** A card or thread reached by the keyboard is the one chosen; a click chooses by itself. */
  const focused = (event: FocusEvent) => {
    const id = event.target.getAttribute('data-id');
    const part = event.target.matches(':is(.react-flow__node, .react-flow__edge):focus-visible');
    if (id && part && !selected.has(id)) onSelect(new Set([id]));
  };

  /** A plain click chooses one alone, also out of several that are chosen. */
  const clicked = (event: MouseEvent, node: CanvasNode) => {
    const adds = event.shiftKey || event.ctrlKey || event.metaKey;
    if (!adds && selected.size > 1) onSelect(new Set([node.id]));
  };

  const dropped = (event: DragEvent) => {
    const type = event.dataTransfer.getData(DRAG_TYPE);
    if (!type || !edit) return;
    event.preventDefault();
    const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    edit.drop(type, { x: x - 110, y: y - 32 });
  };

  const letGo = (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
    if (!edit || state.isValid || state.toNode || state.fromHandle?.type !== 'source') return;
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!point) return;
    const { x, y } = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
    edit.add({ node: state.fromHandle.nodeId, port: state.fromHandle.id ?? 'main', at: { x, y: y - 32 } });
  };

  return (
    <EditContext value={edit ?? NO_EDIT}>
      <ReactFlow<CanvasNode, ThreadEdge>
        aria-label={label}
        className={classes('canvas', edit && 'canvas-editable')}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={(changes) => {
          onChanges(changes);
          select(changes);
        }}
        onEdgesChange={select}
        onNodeClick={clicked}
        onNodeDragStop={(_, _node, all) => edit?.move(places(all))}
        onSelectionDragStop={(_, all) => edit?.move(places(all))}
        onConnect={(connection) => edit?.connect(edgeOf(connection))}
        isValidConnection={(connection) => edit?.fault(edgeOf(connection as Connection)) === undefined}
        onConnectEnd={letGo}
        onFocus={focused}
        onDragOver={(event) => event.dataTransfer.types.includes(DRAG_TYPE) && event.preventDefault()}
        onDrop={dropped}
        nodesDraggable={edit !== undefined}
        nodesConnectable={edit !== undefined}
        edgesFocusable={edit !== undefined}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={['Meta', 'Control', 'Shift']}
        selectionMode={SelectionMode.Partial}
        panOnScroll
        zoomOnDoubleClick={false}
        snapToGrid
        snapGrid={[GRID, GRID]}
        minZoom={0.25}
        maxZoom={2}
        connectionRadius={32}
        fitView
        fitViewOptions={{ padding: 0.15, maxZoom: 1 }}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{
          'node.a11yDescription.default': edit
            ? 'Arrow keys go to other steps, Shift with arrow keys moves this one, Enter opens its settings.'
            : 'Arrow keys go to other steps, Enter opens its data.',
          'edge.a11yDescription.default': 'Delete removes this connection.',
        }}
      >
        <Dots />
        {children}
      </ReactFlow>
    </EditContext>
  );
}

function places(nodes: CanvasNode[]): Map<string, { x: number; y: number }> {
  return new Map(nodes.map((node) => [node.id, node.position]));
}

function edgeOf({ source, sourceHandle, target }: Connection) {
  return { source, port: sourceHandle ?? 'main', target };
}
