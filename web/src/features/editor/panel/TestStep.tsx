import { useMutation } from '@tanstack/react-query';
import { FlaskConical, Pin } from 'lucide-react';
import { useState } from 'react';
import { ApiProblem, messageOf } from '@/api/problem';
import type { NodeTest } from '@/api/schemas';
import { isContainer, isTrigger } from '@/catalog/nodeType';
import { useCatalog } from '@/data/catalog';
import { useApi } from '@/data/services';
import { useDraft, useDraftStore } from '@/draft/context';
import type { GraphNode } from '@/graph/document';
import { DataBlock, RunError } from '@/runview/NodeData';
import { duration } from '@/words/time';
import { isObject, type Json, type JsonObject } from '@/words/json';
import { Button } from '@/ui/Button';
import { JsonEditor } from '@/ui/JsonEditor';
import { Alert } from '@/ui/States';
import { Status } from '@/ui/Status';
import { Segments } from '@/ui/Toggle';
import { useEditor } from '../editorContext';
import type { PanelData } from './usePanelData';

/** What the step would read in a run, as far as it is known: the data that the input pane shows. */
function known(data: PanelData): JsonObject {
  const real = data.sources.filter((source) => source.real);
  const inner = real
    .filter((source) => ['item', 'index', 'loop'].includes(source.name))
    .map((source) => [source.name, source.value] as const);
  const outputs = Object.fromEntries(
    real.flatMap((source) =>
      source.node === undefined ? [] : [[source.node, source.value] as const],
    ),
  );
  return {
    ...(data.ran?.input === undefined ? {} : { input: data.ran.input }),
    ...Object.fromEntries(inner),
    ...(Object.keys(outputs).length > 0 ? { outputs } : {}),
  };
}

function useTest(node: string) {
  const api = useApi();
  const store = useDraftStore();
  const workflow = useDraft((draft) => draft.id);
  return useMutation({
    mutationFn: async (given: JsonObject) => {
      await store.autosave.flush();
      return api.testNode(workflow, node, given);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.issues.length > 0) store.setIssues(error.issues);
    },
  });
}

/** Runs this step alone, for real, with the data at hand or with typed data; what it gives can be kept. */
export function TestStep({ node, data }: { node: GraphNode; data: PanelData }) {
  const type = useCatalog().get(node.type);
  const [typed, setTyped] = useState<Json>();
  const test = useTest(node.id);
  if (!type || isTrigger(type) || isContainer(type)) return null;
  const given = isObject(typed) ? typed : known(data);
  return (
    <section
      aria-label="Test this step"
      className="flex flex-col gap-2 border-b border-line px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        <Button small disabled={test.isPending} onClick={() => test.mutate(given)}>
          <FlaskConical size={14} aria-hidden /> {test.isPending ? 'Testing…' : 'Test this step'}
        </Button>
        <span className="text-xs text-faint">with</span>
        <Segments
          small
          label="Data of the test"
          value={typed === undefined ? 'known' : 'typed'}
          options={[
            { value: 'known', title: 'what is known' },
            { value: 'typed', title: 'typed data' },
          ]}
          onChange={(next) => setTyped(next === 'typed' ? known(data) : undefined)}
        />
      </div>
      <p className="text-xs text-faint">It is done for real, and no run is recorded.</p>
      {typed !== undefined && (
        <JsonEditor
          label="Data of the test"
          rows={8}
          value={typed}
          onChange={(next) => setTyped(next ?? {})}
        />
      )}
      {test.isError && <Alert>{messageOf(test.error)}</Alert>}
      {test.data && <Outcome node={node} outcome={test.data} />}
    </section>
  );
}

function Outcome({ node, outcome }: { node: GraphNode; outcome: NodeTest }) {
  const { actions } = useEditor();
  const { status, port, output, sent, error, cause, milliseconds } = outcome;
  return (
    <div className="-mx-4 border-t border-line">
      <div className="flex flex-col gap-2 px-4 pt-3">
        <p role="status" className="flex flex-wrap items-center gap-3 text-panel text-soft">
          <Status status={status} />
          <span>{duration(milliseconds)}</span>
          {port && port !== 'main' && <span>left by {port}</span>}
        </p>
        <RunError error={error} cause={cause} />
        {status === 'succeeded' && (
          <Button
            small
            className="self-start"
            onClick={() =>
              actions.node(node.id, { pinned: { output: output ?? null, port: port ?? 'main' } })
            }
          >
            <Pin size={14} aria-hidden /> Pin this output
          </Button>
        )}
      </div>
      {status === 'succeeded' && <DataBlock title="Output of the test" value={output ?? null} />}
      {sent !== undefined && sent !== null && <DataBlock title="Sent in the test" value={sent} />}
    </div>
  );
}

/** That a step is pinned: it gives what was kept, without running. */
export function Pinned({ node }: { node: GraphNode }) {
  const { actions } = useEditor();
  if (!node.pinned) return null;
  return (
    <section aria-label="Pinned output" className="border-b border-line">
      <div className="flex items-center gap-2 px-4 pt-3 text-panel">
        <Pin size={16} className="shrink-0 text-accent" aria-hidden />
        <span className="min-w-0 flex-1">
          Pinned: it gives this without running, also once it is published.
        </span>
        <Button small onClick={() => actions.node(node.id, { pinned: undefined })}>
          Unpin
        </Button>
      </div>
      <DataBlock
        title="Pinned output"
        value={node.pinned.output}
        note={node.pinned.port === 'main' ? undefined : `by ${node.pinned.port}`}
      />
    </section>
  );
}
