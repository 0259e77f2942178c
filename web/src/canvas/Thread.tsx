import { BaseEdge, EdgeLabelRenderer, getBezierPath, type EdgeProps } from '@xyflow/react';
import { Plus, Trash2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { FAILURE } from '@/graph/ports';
import { count } from '@/words/count';
import { classes } from '@/ui/classes';
import { useEdit } from './context';
import type { ThreadEdge } from './model';

/** An edge as a thread: thin, thicker and coloured when taken, dashed red for failures. */
export const Thread = memo(function Thread(props: EdgeProps<ThreadEdge>) {
  const { id, data, selected } = props;
  const [path, x, y] = getBezierPath(props);
  const failure = data?.edge.port === FAILURE;
  const state = data?.thread?.state ?? 'open';
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={20}
        className={classes(
          'thread',
          failure && 'thread-failure',
          state === 'taken' && 'thread-taken',
          state === 'dead' && 'thread-dead',
          selected && 'thread-selected',
        )}
      />
      <EdgeLabelRenderer>
        <Items at={[x, y]} items={data?.thread?.items} />
        {data?.editable && selected && <Tools at={[x, y]} id={id} />}
      </EdgeLabelRenderer>
    </>
  );
});

function At({ at: [x, y], children }: { at: [number, number]; children: ReactNode }) {
  return (
    <div
      className="nodrag nopan pointer-events-auto absolute"
      style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
    >
      {children}
    </div>
  );
}

function Items({ at, items }: { at: [number, number]; items: number | undefined }) {
  if (items === undefined) return null;
  return (
    <At at={at}>
      <span className="rounded-full border border-line bg-ground px-1.5 text-[11px] leading-4 text-soft">
        {count(items, 'item')}
      </span>
    </At>
  );
}

const TOOL =
  'inline-flex size-6 items-center justify-center rounded-[6px] border border-field-line bg-card text-soft hover:border-accent hover:text-accent';

function Tools({ at, id }: { at: [number, number]; id: string }) {
  const edit = useEdit();
  return (
    <At at={at}>
      <div className="flex gap-1">
        <button
          type="button"
          className={TOOL}
          aria-label="Insert a step here"
          title="Insert a step here"
          onClick={() => edit.add({ edge: id })}
        >
          <Plus size={14} aria-hidden />
        </button>
        <button
          type="button"
          className={TOOL}
          aria-label="Delete this connection"
          title="Delete this connection"
          onClick={() => edit.remove([id])}
        >
          <Trash2 size={14} aria-hidden />
        </button>
      </div>
    </At>
  );
}
