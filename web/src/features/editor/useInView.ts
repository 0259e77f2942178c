import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { useGlide } from '@/canvas/View';
import { useDraft, useGraph } from '@/draft/context';
import { nodeById } from '@/graph/document';
import { CARD } from '@/graph/place';

/** Keeps what matters on the screen: the chosen node when the panel opens, everything when a run begins. */
export function useInView(area: RefObject<HTMLDivElement | null>): void {
  const flow = useReactFlow();
  const duration = useGlide();
  const graph = useGraph();
  const selected = useDraft((draft) => draft.selected);
  const run = useDraft((draft) => draft.run);
  const [only] = selected.size === 1 ? [...selected] : [];
  useEffect(() => {
    const node = only === undefined ? undefined : nodeById(graph, only);
    const box = area.current?.getBoundingClientRect();
    if (!node || !box) return;
    const corner = flow.flowToScreenPosition(node.position);
    const zoom = flow.getZoom();
    const inside =
      corner.x >= box.left && corner.y >= box.top && corner.x + CARD.width * zoom <= box.right && corner.y + CARD.height * zoom <= box.bottom;
    if (!inside) void flow.setCenter(node.position.x + CARD.width / 2, node.position.y + CARD.height / 2, { zoom, duration });
    // Only when another node is chosen: the view is the person's own after that.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [only]);
  useEffect(() => {
    if (run === undefined) return undefined;
    // The run log takes its place first.
    const timer = setTimeout(() => void flow.fitView({ duration, padding: 0.15, maxZoom: 1 }), 60);
    return () => clearTimeout(timer);
  }, [duration, flow, run]);
}
