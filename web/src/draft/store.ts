import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Issue, Workflow } from '@/api/schemas';
import type { Graph } from '@/graph/document';
import { begin, record, redo, undo, type History } from '@/graph/history';
import { sameJson } from '@/words/json';
import { Autosave, type AutosaveOptions, type SaveState } from './autosave';
import type { Keeper } from './keeper';

/** What the pages of one workflow share. */
export type Draft = {
  id: string;
  history: History<Graph>;
  /** What the server last said of the draft: problems, versions. */
  workflow: Workflow;
  issues: Issue[];
  save: SaveState;
  selected: ReadonlySet<string>;
  /** The run shown on the canvas. */
  run: string | undefined;
  /** The iteration of its containers that is looked at; empty for the run as a whole. */
  path: string;
  /** The dialog that is asked for, from wherever. */
  asked: Asked | undefined;
  /** The field one was sent to, such as by a problem; taken up by the panel of its node. */
  wanted: { node: string; field: string } | undefined;
};

export type Asked = 'run' | 'publish' | 'settings';
export type Change = { label: string; burst?: string };
export type DraftStore = StoreApi<Draft> & {
  change: (change: Change, edit: (graph: Graph) => Graph) => void;
  undo: () => string | undefined;
  redo: () => string | undefined;
  select: (ids: Iterable<string>) => void;
  showRun: (run: string | undefined) => void;
  showPath: (path: string) => void;
  /** Chooses what a problem is about, and its field. */
  goTo: (issue: Pick<Issue, 'node' | 'edge' | 'field'>) => void;
  ask: (asked: Asked | undefined) => void;
  setIssues: (issues: Issue[]) => void;
  /** The server's draft in place of this one. */
  adopt: (workflow: Workflow) => void;
  /** Takes up what was kept in this browser, once. */
  resume: () => void;
  autosave: Autosave;
};

type Outside = Pick<AutosaveOptions, 'save' | 'load'> & { keeper: Keeper; now: () => number };

/** The draft of a workflow as the server has it; `resume` brings what was kept in this browser. */
export function openDraft(workflow: Workflow, outside: Outside): DraftStore {
  const store = createStore<Draft>(() => ({
    id: workflow.id,
    history: begin(workflow.graph),
    workflow,
    issues: workflow.issues,
    save: { kind: 'saved' },
    selected: new Set<string>(),
    run: undefined,
    path: '',
    asked: undefined,
    wanted: undefined,
  }));
  const autosave = new Autosave({
    ...outside,
    revision: workflow.revision,
    onState: (save) => store.setState({ save }),
    onSaved: (saved) => store.setState({ workflow: saved, issues: saved.issues }),
  });
  const go = (history: History<Graph>) => {
    store.setState({ history });
    autosave.changed(history.now.value);
  };
  let resumed = false;
  const draft: DraftStore = {
    ...store,
    autosave,
    resume: () => {
      if (!resumed) resume(draft, workflow, outside.keeper);
      resumed = true;
    },
    change: ({ label, burst }, edit) => {
      const { history } = store.getState();
      const next = edit(history.now.value);
      if (next !== history.now.value)
        go(record(history, next, { label, burst, at: outside.now() }));
    },
    undo: () => step(store, undo, go, (history) => history.now.label),
    redo: () => step(store, redo, go, (_, after) => after.now.label),
    select: (ids) => store.setState({ selected: new Set(ids) }),
    showRun: (run) => store.setState({ run, path: '' }),
    showPath: (path) => store.setState({ path }),
    goTo: ({ node, edge, field }) => {
      if (node !== undefined)
        store.setState({ selected: new Set([node]), wanted: { node, field: field ?? '' } });
      else if (edge !== undefined) store.setState({ selected: new Set([edge]) });
      else if (field?.startsWith('settings')) store.setState({ asked: 'settings' });
    },
    ask: (asked) => store.setState({ asked }),
    setIssues: (issues) => store.setState({ issues }),
    adopt: (server) => {
      autosave.adopt(server);
      const { history } = store.getState();
      const what = { label: 'Take the saved draft', at: outside.now() };
      const next = sameJson(history.now.value, server.graph)
        ? history
        : record(history, server.graph, what);
      store.setState({ history: next, workflow: server, issues: server.issues });
    },
  };
  return draft;
}

function step(
  store: StoreApi<Draft>,
  move: (history: History<Graph>) => History<Graph>,
  go: (history: History<Graph>) => void,
  label: (before: History<Graph>, after: History<Graph>) => string,
): string | undefined {
  const before = store.getState().history;
  const after = move(before);
  if (after === before) return undefined;
  go(after);
  return label(before, after);
}

/** Takes up what was kept here: sends it when nothing happened meanwhile, else asks. */
function resume(draft: DraftStore, workflow: Workflow, keeper: Keeper): void {
  const kept = keeper.read();
  if (!kept) return;
  if (sameJson(kept.graph, workflow.graph)) {
    keeper.drop();
    return;
  }
  draft.change({ label: 'Restore unsaved changes' }, () => kept.graph);
  if (kept.revision !== workflow.revision) draft.autosave.conflict();
}
