import type { ReactNode } from 'react';
import type { NodeRun, Run } from '@/api/schemas';
import { timesWords } from '@/canvas/model';
import { typeName } from '@/catalog/nodeType';
import { useCatalog } from '@/data/catalog';
import { nodeById } from '@/graph/document';
import { standing, type NodeStatus } from '@/run/status';
import { duration, fullTime } from '@/words/time';
import { count } from '@/words/count';
import { isObject, type Json } from '@/words/json';
import { Copy } from '@/ui/Copy';
import { JsonTree, type KeyAction } from '@/ui/Json';
import { Status } from '@/ui/Status';
import { Children } from './Children';
import { WaitingFor } from './Waiting';

/** A JSON value with a title and a button that copies it. */
export function DataBlock({
  title,
  value,
  action,
  note,
}: {
  title: string;
  value: Json | undefined;
  action?: KeyAction;
  note?: ReactNode;
}) {
  return (
    <section className="border-b border-line px-4 py-3 last:border-0">
      <header className="mb-1 flex min-h-7 items-center gap-2">
        <h3 className="text-panel font-medium">{title}</h3>
        {note && <span className="text-xs text-faint">{note}</span>}
        <span className="ml-auto">
          {value !== undefined && (
            <Copy
              label={`Copy ${title.toLowerCase()} as JSON`}
              text={() => JSON.stringify(value, null, 2)}
            />
          )}
        </span>
      </header>
      {value === undefined && <p className="text-panel text-faint">Nothing yet</p>}
      {value !== undefined &&
        (isPreview(value) ? <Beginning {...value} /> : <JsonTree value={value} action={action} />)}
    </section>
  );
}

/** What stands for a value too long to be sent whole: its size in bytes and how it begins. */
type Preview = { $size: number; $preview: string };

function isPreview(value: Json): value is Preview {
  return isObject(value) && typeof value.$size === 'number' && typeof value.$preview === 'string';
}

function Beginning({ $size, $preview }: Preview) {
  return (
    <>
      <p className="mb-1 text-xs text-faint">
        {Math.ceil($size / 1024).toLocaleString('en')} KB, too long to show whole; it begins:
      </p>
      <pre className="max-h-60 overflow-auto rounded-box bg-sunken p-2 font-mono text-xs break-all whitespace-pre-wrap">
        {$preview}
      </pre>
    </>
  );
}

/** How a node went: state, time, attempts. */
export function NodeFacts({ node, status }: { node: NodeRun; status: NodeStatus }) {
  const facts = [
    node.durationMs === undefined ? '' : duration(node.durationMs),
    node.iterations ? timesWords(node.iterations) : '',
    node.attempts > 1 ? count(node.attempts, 'attempt') : '',
    node.port && node.port !== 'main' && node.port !== 'none' ? `left by ${node.port}` : '',
  ].filter(Boolean);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-panel text-soft">
      <Status status={status} />
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {node.startedAt && (
        <time dateTime={node.startedAt} title={fullTime(node.startedAt)}>
          {clock(node.startedAt)}
        </time>
      )}
    </p>
  );
}

function clock(at: string): string {
  return new Date(at).toLocaleTimeString(undefined, { timeStyle: 'medium' });
}

/** What went wrong in a node or a run: the error's name and its cause. */
export function RunError({ error, cause }: { error?: string; cause?: string }) {
  if (!error && !cause) return null;
  return (
    <div
      role="alert"
      className="rounded-box border border-line-strong bg-sunken px-3 py-2 text-panel"
    >
      <p className="font-medium text-failed">{error ?? 'Failed'}</p>
      {cause && <p className="mt-0.5 break-words whitespace-pre-wrap">{cause}</p>}
    </div>
  );
}

/** Everything known of a node's run: facts, error, input, what was sent, output; `children` are what one can do about it. */
export function NodeData({
  node,
  run,
  children,
}: {
  node: NodeRun;
  run: Run;
  children?: ReactNode;
}) {
  const drawn = nodeById(run.graph, node.node);
  const starts = drawn?.config.workflow;
  const status = standing(node.status, useCatalog().get(drawn?.type ?? ''));
  return (
    <>
      <div className="flex flex-col gap-3 border-b border-line px-4 py-3">
        <NodeFacts node={node} status={status} />
        {status === 'waiting' && <WaitingFor run={run.id} node={node} />}
        <RunError error={node.error} cause={node.cause} />
        {children}
      </div>
      {typeof starts === 'string' && drawn && typeName(drawn.type) === 'run-workflow' && (
        <Children run={run.id} workflow={starts} />
      )}
      {node.status !== 'skipped' && (
        <>
          <DataBlock title="Output" value={node.output} />
          {node.sent !== undefined && node.sent !== null && (
            <DataBlock title="Sent" note="the settings as they were evaluated" value={node.sent} />
          )}
          <DataBlock title="Input" value={node.input} />
          {node.usage !== undefined && node.usage !== null && (
            <DataBlock title="Usage" value={node.usage} />
          )}
        </>
      )}
    </>
  );
}
