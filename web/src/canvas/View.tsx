import { MiniMap, Panel, useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/ui/Button';
import { useLessMotion } from '@/ui/useMedia';
import type { CanvasNode } from './model';

/** How long the view takes to get somewhere, in milliseconds. */
export function useGlide(): number {
  return useLessMotion() ? 0 : 180;
}

/** Zoom, fit and whatever else the page puts beside them. */
export function ViewControls({ children }: { children?: ReactNode }) {
  const flow = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  const duration = useGlide();
  return (
    <Panel
      position="bottom-left"
      className="!m-3 flex items-center rounded-card border border-line bg-card p-0.5"
    >
      <IconButton
        label="Zoom out"
        shortcut="-"
        side="top"
        onClick={() => void flow.zoomOut({ duration })}
      >
        <Minus size={16} />
      </IconButton>
      <button
        type="button"
        className="h-8 w-12 rounded-box text-center text-xs text-soft hover:bg-hover"
        aria-label={`Zoom is ${Math.round(zoom * 100)} %. Set it to 100 %`}
        onClick={() => void flow.zoomTo(1, { duration })}
      >
        {Math.round(zoom * 100)} %
      </button>
      <IconButton
        label="Zoom in"
        shortcut="="
        side="top"
        onClick={() => void flow.zoomIn({ duration })}
      >
        <Plus size={16} />
      </IconButton>
      <IconButton
        label="Fit everything in"
        shortcut="1"
        side="top"
        onClick={() => void flow.fitView({ duration, padding: 0.15, maxZoom: 1 })}
      >
        <Maximize size={16} />
      </IconButton>
      {children}
    </Panel>
  );
}

const TONES: Record<string, string> = {
  failed: 'var(--failed)',
  running: 'var(--running)',
  waiting: 'var(--waiting)',
  succeeded: 'var(--done)',
};

/** The whole drawing, small. */
export function Map() {
  return (
    <MiniMap<CanvasNode>
      pannable
      zoomable
      position="bottom-right"
      ariaLabel="Map of the workflow"
      className="!m-3 overflow-hidden rounded-card border border-line"
      style={{ width: 160, height: 100 }}
      bgColor="var(--card)"
      maskColor="var(--hover)"
      nodeBorderRadius={24}
      nodeColor={(node) =>
        node.type === 'card'
          ? (TONES[node.data.mark?.status ?? ''] ?? 'var(--field-line)')
          : 'var(--line)'
      }
      nodeStrokeColor={(node) => (node.type === 'frame' ? 'var(--field-line)' : 'transparent')}
      nodeStrokeWidth={4}
    />
  );
}
