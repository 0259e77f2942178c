import { applyNodeChanges, type NodeChange } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { merged, type CanvasNode } from './model';

/**
 * The nodes as the canvas has them: the graph's, plus what only the canvas knows while something
 * is dragged or measured. A change of the graph wins.
 */
export function useCanvasNodes(wanted: CanvasNode[]) {
  const [nodes, setNodes] = useState(wanted);
  const [seen, setSeen] = useState(wanted);
  if (seen !== wanted) {
    setSeen(wanted);
    setNodes(merged(nodes, wanted));
  }
  const onChanges = useCallback((changes: NodeChange<CanvasNode>[]) => {
    const own = changes.filter(
      (change) => change.type === 'position' || change.type === 'dimensions',
    );
    if (own.length > 0) setNodes((before) => applyNodeChanges(own, before));
  }, []);
  /** Everything back where the graph has it, such as after a move that was refused. */
  const reset = useCallback(
    () =>
      setNodes((before) =>
        merged(
          before.map((node) => ({ ...node, dragging: false })),
          wanted,
        ),
      ),
    [wanted],
  );
  return { nodes, onChanges, reset };
}
