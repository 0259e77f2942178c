import { Background, BackgroundVariant, useStore } from '@xyflow/react';
import { GRID } from '@/graph/edit';

/** The dots of the grid, fading out when far. */
export function Dots() {
  const zoom = useStore((state) => state.transform[2]);
  const near = Math.min(1, Math.max(0, (zoom - 0.3) / 0.4));
  return (
    <div style={{ opacity: near }} className="pointer-events-none absolute inset-0" aria-hidden>
      <Background
        variant={BackgroundVariant.Dots}
        gap={GRID}
        size={1.5}
        color="var(--dots)"
        bgColor="transparent"
      />
    </div>
  );
}
