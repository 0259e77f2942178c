import { ReactFlowProvider } from '@xyflow/react';
import { ChevronLeft, Square, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { isStatus } from '@/api/http';
import type { Run } from '@/api/schemas';
import { Canvas } from '@/canvas/Canvas';
import { Map as SmallMap, ViewControls } from '@/canvas/View';
import { useCatalog } from '@/data/catalog';
import { useRunAt } from '@/data/iterations';
import { useRun } from '@/data/runs';
import { nodeById } from '@/graph/document';
import { isOver } from '@/run/status';
import { DataBlock, NodeData, RunError } from '@/runview/NodeData';
import { IterationBar } from '@/runview/IterationBar';
import { useOverlay } from '@/runview/overlay';
import { RunLog } from '@/runview/RunLog';
import { useStop } from '@/runview/useStop';
import { duration } from '@/words/time';
import { Button, IconButton } from '@/ui/Button';
import { Empty, Loading, LoadFailed } from '@/ui/States';
import { Status } from '@/ui/Status';
import { Tabs } from '@/ui/Tabs';
import { Time } from '@/ui/Time';
import { useNarrow } from '@/ui/useMedia';
import { Redrive, RunFromHere } from './Again';

/** One run: its drawing with what happened laid over it, and the data of each step. */
export function RunPage() {
  const { run: id } = useParams();
  const query = useRun(id);
  if (query.data) return <RunView key={query.data.id} run={query.data} />;
  if (isStatus(query.error, 404)) {
    return (
      <Empty
        title="This run isn’t here"
        action={
          <Link to="/runs" className="text-accent underline underline-offset-2">
            See all runs
          </Link>
        }
      >
        It may be too old to be kept, or belong to another workspace.
      </Empty>
    );
  }
  if (query.isError)
    return <LoadFailed error={query.error} retry={() => void query.refetch()} what="The run" />;
  return <Loading what="the run" className="mx-auto max-w-5xl pt-16" />;
}

function RunView({ run: whole }: { run: Run }) {
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<string>();
  const [path, setPath] = useState('');
  const run = useRunAt(whole, path) ?? whole;
  const choice = { whole, run, path, onPath: setPath, chosen, onChoose: setChosen };
  return (
    <div className="flex h-full flex-col">
      <Head run={run} />
      {narrow ? (
        <Stacked {...choice} />
      ) : (
        <div className="flex min-h-0 flex-1">
          <Drawing {...choice} />
          <aside
            aria-label="Data of the run"
            className="flex w-[400px] shrink-0 flex-col overflow-y-auto border-l border-line bg-card"
          >
            <Details {...choice} />
          </aside>
        </div>
      )}
    </div>
  );
}

function Head({ run }: { run: Run }) {
  const stop = useStop(run.id);
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-1.5">
      <Link
        to={`/workflows/${run.workflow}/runs`}
        className="flex min-w-0 items-center gap-1 text-soft hover:text-ink"
      >
        <ChevronLeft size={16} aria-hidden />
        <span className="truncate">{run.workflowName}</span>
      </Link>
      <h1 className="font-mono text-xs text-soft max-sm:sr-only">{run.id}</h1>
      <Status status={run.status} />
      <span className="text-panel text-soft">
        {run.version === 0 ? 'Draft' : `Version ${run.version}`} · <Time at={run.startedAt} />
        {run.durationMs !== undefined && ` · ${duration(run.durationMs)}`}
      </span>
      {run.parent && (
        <Link
          to={`/runs/${run.parent.run}`}
          className="text-panel text-accent underline underline-offset-2"
        >
          {run.parent.failed ? 'Started because a run failed' : 'Started by another run'}
        </Link>
      )}
      <Redrive run={run} />
      {!isOver(run.status) && (
        <Button small className="ml-auto" disabled={stop.isPending} onClick={() => stop.mutate()}>
          <Square size={14} aria-hidden /> Stop
        </Button>
      )}
    </header>
  );
}

type Choice = {
  /** The run as a whole, and as it is seen from the iteration that is looked at. */
  whole: Run;
  run: Run;
  path: string;
  onPath: (path: string) => void;
  chosen: string | undefined;
  onChoose: (node: string | undefined) => void;
};

function Drawing({ run, chosen, onChoose }: Choice) {
  const catalog = useCatalog();
  const overlay = useOverlay(run, run.graph);
  const selected = useMemo(() => new Set(chosen ? [chosen] : []), [chosen]);
  return (
    <ReactFlowProvider>
      <div className="relative min-h-0 min-w-0 flex-1">
        <Canvas
          label="The run on its workflow"
          graph={run.graph}
          catalog={catalog}
          overlay={overlay}
          selected={selected}
          onSelect={(ids) => onChoose([...ids].find((id) => nodeById(run.graph, id)))}
        >
          <ViewControls />
          <SmallMap />
        </Canvas>
      </div>
    </ReactFlowProvider>
  );
}

function Details(choice: Choice) {
  const { whole, run, path, onPath, chosen, onChoose } = choice;
  const node = chosen === undefined ? undefined : nodeById(run.graph, chosen);
  const ran = run.nodes.find((one) => one.node === chosen);
  useEffect(() => {
    // A failed run opens at the step that failed: that is what one came for.
    const failed = run.nodes.find((one) => one.status === 'failed');
    if (run.status === 'failed' && failed) onChoose(failed.node);
    // Only when the run ends; later choices are the reader's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [run.status]);
  if (!node) return <Whole {...choice} />;
  return (
    <>
      <header className="flex items-center gap-2 border-b border-line px-4 py-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{node.name}</h2>
        <code className="text-xs text-faint">${node.id}</code>
        <IconButton label="Back to the whole run" onClick={() => onChoose(undefined)}>
          <X size={16} />
        </IconButton>
      </header>
      <IterationBar run={whole} node={node.id} path={path} onPath={onPath} />
      {ran ? (
        <NodeData key={`${ran.node} ${ran.path}`} node={ran} run={run}>
          <RunFromHere run={run} node={node} />
        </NodeData>
      ) : (
        <p className="p-4 text-panel text-faint">This step did not take part in the run.</p>
      )}
    </>
  );
}

function Whole({ run, chosen, onChoose }: Choice) {
  return (
    <>
      <div className="px-4 pt-3">
        <RunError error={run.error} cause={run.cause} />
      </div>
      <RunLog run={run} chosen={chosen} onChoose={onChoose} />
      <div className="border-t border-line">
        <DataBlock title="Output" value={run.output} />
        <DataBlock title="Input" value={run.input} />
      </div>
    </>
  );
}

/** On a phone: the steps first, the drawing behind a tab. */
function Stacked(choice: Choice) {
  const { onChoose } = choice;
  const [tab, setTab] = useState('steps');
  return (
    <Tabs
      label="The run"
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'steps', title: 'Steps', content: <Details {...choice} /> },
        {
          value: 'drawing',
          title: 'Drawing',
          content: (
            <div className="flex h-full flex-col">
              <Drawing
                {...choice}
                onChoose={(node) => {
                  onChoose(node);
                  if (node) setTab('steps');
                }}
              />
            </div>
          ),
        },
      ]}
    />
  );
}
