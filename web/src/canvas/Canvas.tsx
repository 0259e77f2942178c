import {
  ReactFlow,
  SelectionMode,
  useReactFlow,
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  type NodeChange,
} from '@xyflow/react';
import { useMemo, type FocusEvent, type MouseEvent, type ReactNode } from 'react';
import { isContainer, type Catalog } from '@/catalog/nodeType';
import { nodeById, type Graph } from '@/graph/document';
import { GRID } from '@/graph/edit';
import { classes } from '@/ui/classes';
import './canvas.css';
import { Card } from './Card';
import { EditContext, NO_EDIT, type CanvasEdit } from './context';
import { Dots } from './Dots';
import { Frame } from './Frame';
import {
  canvasEdges,
  canvasNodes,
  type CanvasNode,
  type Marks,
  type Overlay,
  type ThreadEdge,
} from './model';
import { NoteCard } from './NoteCard';
import { Thread } from './Thread';
import { useCanvasNodes } from './useCanvasNodes';
import { useDropping, useRegion } from './useDropping';

const NODE_TYPES = { card: Card, frame: Frame, note: NoteCard };
const EDGE_TYPES = { thread: Thread };

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
export function Canvas({
  graph,
  catalog,
  selected,
  onSelect,
  overlay,
  marks,
  edit,
  label,
  children,
}: CanvasProps) {
  const flow = useReactFlow();
  const dropping = useDropping(graph, catalog, edit);
  const isMeant = useRegion(graph, catalog);
  const { over } = dropping;
  const drawing = useMemo(
    () => ({ catalog, selected, overlay, marks, editable: edit !== undefined, over }),
    [catalog, selected, overlay, marks, edit, over],
  );
  const wanted = useMemo(() => canvasNodes(graph, drawing), [graph, drawing]);
  const edges = useMemo(() => canvasEdges(graph, drawing), [graph, drawing]);
  const { nodes, onChanges, reset } = useCanvasNodes(wanted);

  const select = (changes: (NodeChange<CanvasNode> | EdgeChange<ThreadEdge>)[]) => {
    const next = new Set(selected);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      const part = nodeById(graph, change.id);
      if (change.selected && part && isContainer(catalog.get(part.type)) && !isMeant(change.id))
        continue;
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

  const moved = (all: CanvasNode[]) => {
    dropping.letGo();
    if (edit?.move(dropping.places(all)) === false) reset();
  };

  const letGo = (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
    if (!edit || state.isValid || state.fromHandle?.type !== 'source') return;
    const from = { node: state.fromHandle.nodeId, port: state.fromHandle.id ?? 'main' };
    // Let go on a step it can't lead to: trying says why.
    if (state.toNode) {
      edit.connect({ source: from.node, port: from.port, target: state.toNode.id });
      return;
    }
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!point) return;
    const { x, y } = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
    edit.add({ ...from, at: { x, y: y - 32 } });
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
        onNodeDrag={(_, _node, all) => dropping.dragged(all)}
        onSelectionDrag={(_, all) => dropping.dragged(all)}
        onNodeDragStop={(_, _node, all) => moved(all)}
        onSelectionDragStop={(_, all) => moved(all)}
        onConnect={(connection) => edit?.connect(edgeOf(connection))}
        isValidConnection={(connection) =>
          edit?.fault(edgeOf(connection as Connection)) === undefined
        }
        onConnectEnd={letGo}
        onFocus={focused}
        onDragOver={dropping.onDragOver}
        onDragLeave={dropping.onDragLeave}
        onDrop={dropping.onDrop}
        zIndexMode="manual"
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

function edgeOf({ source, sourceHandle, target }: Connection) {
  return { source, port: sourceHandle ?? 'main', target };
}
