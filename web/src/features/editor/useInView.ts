import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { useGlide } from '@/canvas/View';
import { useCatalog } from '@/data/catalog';
import { useDraft, useGraph } from '@/draft/context';
import { nodeById } from '@/graph/document';
import { boxes, CARD } from '@/graph/boxes';

/** Keeps what matters on the screen: the chosen node when the panel opens, everything when a run begins. */
export function useInView(area: RefObject<HTMLDivElement | null>): void {
  const flow = useReactFlow();
  const duration = useGlide();
  const graph = useGraph();
  const catalog = useCatalog();
  const selected = useDraft((draft) => draft.selected);
  const run = useDraft((draft) => draft.run);
  const [only] = selected.size === 1 ? [...selected] : [];
  useEffect(() => {
    const node = only === undefined ? undefined : nodeById(graph, only);
    const box = area.current?.getBoundingClientRect();
    if (!node || !box) return;
    // Of a container its title counts, which is as large as a card.
    const at = boxes(graph, catalog).get(node.id) ?? node.position;
    const corner = flow.flowToScreenPosition({ x: at.x, y: at.y });
    const zoom = flow.getZoom();
    const inside =
      corner.x >= box.left &&
      corner.y >= box.top &&
      corner.x + CARD.width * zoom <= box.right &&
      corner.y + CARD.height * zoom <= box.bottom;
    if (!inside)
      void flow.setCenter(at.x + CARD.width / 2, at.y + CARD.height / 2, { zoom, duration });
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
