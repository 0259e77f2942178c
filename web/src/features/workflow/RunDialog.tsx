import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem, messageOf } from '@/api/problem';
import { IssueList } from '@/canvas/IssueList';
import { isTrigger, type Catalog } from '@/catalog/nodeType';
import { triggerSample } from '@/catalog/sample';
import { useCatalog } from '@/data/catalog';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import { useDraft, useDraftStore, useGraph } from '@/draft/context';
import type { GraphNode } from '@/graph/document';
import type { Json } from '@/words/json';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field, Select } from '@/ui/Field';
import { JsonEditor } from '@/ui/JsonEditor';
import { Alert } from '@/ui/States';
import { lastInput, rememberInput } from './lastInput';

/** Runs the draft with an input of one's choice. */
export function RunDialog() {
  const open = useDraft((draft) => draft.asked === 'run');
  return open ? <RunDraft /> : null;
}

function useStart(onStarted: () => void) {
  const api = useApi();
  const store = useDraftStore();
  const client = useQueryClient();
  const navigate = useNavigate();
  const id = useDraft((draft) => draft.id);
  return useMutation({
    mutationFn: async (start: { input: Json | undefined; trigger: string }) => {
      await store.autosave.flush();
      return api.runDraft(id, start);
    },
    onSuccess: (run) => {
      store.showRun(run.id);
      // The run wants the whole canvas; its data is in the log.
      store.select([]);
      void client.invalidateQueries({ queryKey: keys.runs.all });
      void navigate(`/workflows/${id}`);
      onStarted();
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.issues.length > 0) store.setIssues(error.issues);
    },
  });
}

function sampleOf(node: GraphNode | undefined, catalog: Catalog): Json {
  const type = node && catalog.get(node.type);
  return type ? triggerSample(type, node.config) : {};
}

function RunDraft() {
  const store = useDraftStore();
  const graph = useGraph();
  const catalog = useCatalog();
  const id = useDraft((draft) => draft.id);
  const triggers = graph.nodes.filter((node) => isTrigger(catalog.get(node.type)));
  const [chosen, setChosen] = useState(triggers[0]?.id ?? '');
  const trigger = triggers.find((node) => node.id === chosen);
  const [input, setInput] = useState<Json | undefined>(
    () => lastInput(id, chosen) ?? sampleOf(trigger, catalog),
  );
  const close = () => store.ask(undefined);
  const start = useStart(close);
  const issues = start.error instanceof ApiProblem ? start.error.issues : [];
  const run = () => {
    rememberInput(id, chosen, input);
    start.mutate({ input, trigger: chosen });
  };
  const choose = (next: string) => {
    setChosen(next);
    setInput(
      lastInput(id, next) ??
        sampleOf(
          triggers.find((node) => node.id === next),
          catalog,
        ),
    );
  };
  if (!trigger) return <NoTrigger onClose={close} />;
  return (
    <Dialog
      open
      onClose={close}
      title="Run the draft"
      about="It runs as it is drawn now, whatever is published."
      foot={
        <>
          <Button className="mr-auto" onClick={() => setInput(sampleOf(trigger, catalog))}>
            Use the sample
          </Button>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={start.isPending} onClick={run}>
            <Play size={14} aria-hidden /> {start.isPending ? 'Starting…' : 'Run'}
          </Button>
        </>
      }
    >
      {/* A shortcut for those who type; the button does the same. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className="flex flex-col gap-3"
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && run()}
      >
        {triggers.length > 1 && (
          <Field label="Start at">
            <Select
              options={triggers.map((node) => ({ value: node.id, title: node.name }))}
              value={chosen}
              onChange={(event) => choose(event.target.value)}
            />
          </Field>
        )}
        <Field label="Input" hint={`What “${trigger.name}” hands to the run, as JSON.`}>
          <JsonEditor key={chosen} rows={10} optional value={input} onChange={setInput} />
        </Field>
        {start.isError && <Alert>{messageOf(start.error)}</Alert>}
        {issues.length > 0 && (
          <IssueList
            issues={issues}
            graph={graph}
            onGo={(issue) => {
              close();
              store.goTo(issue);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

function NoTrigger({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title="Nothing starts this workflow yet"
      about="Add a trigger, such as a webhook or one that starts by hand, and connect it to the first step."
      foot={<Button onClick={onClose}>Close</Button>}
    />
  );
}
