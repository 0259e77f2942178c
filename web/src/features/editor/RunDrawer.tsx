import { ChevronDown, ChevronUp, ExternalLink, Square, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Run } from '@/api/schemas';
import { useRunAt } from '@/data/iterations';
import { useRun } from '@/data/runs';
import { useDraft, useDraftStore } from '@/draft/context';
import { isOver } from '@/run/status';
import { DataBlock, NodeData, RunError } from '@/runview/NodeData';
import { IterationBar } from '@/runview/IterationBar';
import { RunLog } from '@/runview/RunLog';
import { useStop } from '@/runview/useStop';
import { duration } from '@/words/time';
import { Button, IconButton } from '@/ui/Button';
import { Loading, LoadFailed } from '@/ui/States';
import { Status } from '@/ui/Status';
import { useEditor } from './editorContext';

/** The run on the canvas, step by step, at the bottom; nothing when there is none. */
export function RunDrawer() {
  const id = useDraft((draft) => draft.run);
  return id === undefined ? null : <Drawer key={id} id={id} />;
}

function Drawer({ id }: { id: string }) {
  const [open, setOpen] = useState(true);
  const query = useRun(id);
  return (
    <section
      aria-label="Run log"
      className="flex max-h-[45%] shrink-0 flex-col border-t border-line bg-card"
    >
      <Head id={id} run={query.data} open={open} onOpen={setOpen} />
      {open && query.data && <Body run={query.data} />}
      {open && query.isPending && <Loading what="the run" rows={2} />}
      {open && query.isError && !query.data && (
        <LoadFailed error={query.error} retry={() => void query.refetch()} what="The run" />
      )}
    </section>
  );
}

function Head({
  id,
  run,
  open,
  onOpen,
}: {
  id: string;
  run: Run | undefined;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  const store = useDraftStore();
  const stop = useStop(id);
  return (
    <header className="flex h-10 shrink-0 items-center gap-3 px-3">
      <h2 className="text-panel font-semibold">Run</h2>
      {run && <Status status={run.status} />}
      {run?.durationMs !== undefined && (
        <span className="text-panel text-soft">{duration(run.durationMs)}</span>
      )}
      <Link
        to={`/runs/${id}`}
        className="flex items-center gap-1 text-panel text-soft hover:text-ink"
      >
        Open <ExternalLink size={14} aria-hidden />
      </Link>
      <div className="flex-1" />
      {run && !isOver(run.status) && (
        <Button small disabled={stop.isPending} onClick={() => stop.mutate()}>
          <Square size={14} aria-hidden /> Stop
        </Button>
      )}
      <IconButton
        label={open ? 'Fold the run log' : 'Unfold the run log'}
        side="top"
        onClick={() => onOpen(!open)}
      >
        {open ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
      </IconButton>
      <IconButton
        label="Take the run off the canvas"
        side="top"
        onClick={() => store.showRun(undefined)}
      >
        <X size={16} />
      </IconButton>
    </header>
  );
}

function Body({ run: whole }: { run: Run }) {
  const store = useDraftStore();
  const path = useDraft((draft) => draft.path);
  const run = useRunAt(whole, path) ?? whole;
  const { focusNode } = useEditor();
  const selected = useDraft((draft) => draft.selected);
  const [chosen, setChosen] = useState<string>();
  const shown = run.nodes.find((node) => selected.has(node.node))?.node ?? chosen;
  const node = run.nodes.find((one) => one.node === shown);
  const choose = (id: string) => {
    setChosen(id);
    store.select([id]);
    focusNode(id);
  };
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(200px,1fr)_2fr] border-t border-line">
      <div className="min-h-0 overflow-y-auto border-r border-line">
        <RunLog run={run} chosen={shown} onChoose={choose} />
      </div>
      <div className="min-h-0 overflow-y-auto">
        {node && <IterationBar run={whole} node={node.node} path={path} onPath={store.showPath} />}
        {node ? (
          <NodeData key={`${node.node} ${node.path}`} node={node} run={run} />
        ) : (
          <Whole run={run} />
        )}
      </div>
    </div>
  );
}

function Whole({ run }: { run: Run }) {
  return (
    <>
      {(run.error ?? run.cause) && (
        <div className="p-4 pb-0">
          <RunError error={run.error} cause={run.cause} />
        </div>
      )}
      <DataBlock title="Output" value={run.output} />
      <DataBlock title="Input" value={run.input} />
    </>
  );
}
