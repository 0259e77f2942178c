import type { ReactFlowInstance } from '@xyflow/react';
import { isContainer, type Catalog } from '@/catalog/nodeType';
import type { DraftStore } from '@/draft/store';
import type { GraphNode } from '@/graph/document';
import { isApple } from '@/ui/Keys';
import { copyText } from '@/ui/Copy';
import { announce, notify } from '@/ui/notices';
import type { Editor } from './editorContext';

/** One thing the editor can do: the same object for key, menu and command bar. */
export type Command = {
  id: string;
  title: string;
  group: 'Edit' | 'Canvas' | 'Workflow';
  /** The first is shown; all work. */
  keys: readonly string[];
  /** Whether the browser's own clipboard events do it when the keys are pressed. */
  byBrowser?: boolean;
  enabled?: () => boolean;
  run: () => void;
};

export type CommandsOn = {
  editor: Editor;
  store: DraftStore;
  catalog: Catalog;
  flow: ReactFlowInstance;
  glide: number;
};

export function commandsOn({ editor, store, catalog, flow, glide }: CommandsOn): Command[] {
  const { actions, float } = editor;
  const chosen = () => [...store.getState().selected];
  const chosenNodes = () =>
    actions.graph().nodes.filter((node) => store.getState().selected.has(node.id));
  const any = () => chosen().length > 0;
  const one = () => chosenNodes()[0];
  const isHome = (node: GraphNode | undefined) =>
    node !== undefined && isContainer(catalog.get(node.type));
  return [
    {
      id: 'undo',
      title: 'Undo',
      group: 'Edit',
      keys: ['Mod+Z'],
      enabled: () => store.getState().history.past.length > 0,
      run: actions.undo,
    },
    {
      id: 'redo',
      title: 'Redo',
      group: 'Edit',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      enabled: () => store.getState().history.future.length > 0,
      run: actions.redo,
    },
    {
      id: 'copy',
      title: 'Copy as JSON',
      group: 'Edit',
      keys: ['Mod+C'],
      byBrowser: true,
      enabled: any,
      run: () => void copyText(actions.copy()),
    },
    {
      id: 'paste',
      title: 'Paste or import JSON…',
      group: 'Edit',
      keys: ['Mod+V'],
      byBrowser: true,
      run: () => float({ kind: 'paste' }),
    },
    {
      id: 'duplicate',
      title: 'Duplicate',
      group: 'Edit',
      keys: ['Mod+D'],
      enabled: any,
      run: () => actions.duplicate(),
    },
    {
      id: 'delete',
      title: 'Delete',
      group: 'Edit',
      keys: ['Delete', 'Backspace'],
      enabled: any,
      run: () => actions.remove(chosen()),
    },
    {
      id: 'select-all',
      title: 'Select everything',
      group: 'Edit',
      keys: ['Mod+A'],
      run: () => selectAll(editor, store),
    },
    {
      id: 'toggle',
      title: 'Switch steps off or on',
      group: 'Edit',
      keys: ['D'],
      enabled: () => chosenNodes().length > 0,
      run: () => actions.toggle(),
    },
    {
      id: 'add',
      title: 'Add a step…',
      group: 'Canvas',
      keys: ['N'],
      run: () => float({ kind: 'palette' }),
    },
    {
      id: 'add-after',
      title: 'Add a step after this one…',
      group: 'Canvas',
      keys: ['A'],
      enabled: () => one() !== undefined,
      run: () => addAfter(editor, one()?.id),
    },
    {
      id: 'connect',
      title: 'Connect to…',
      group: 'Canvas',
      keys: ['C'],
      enabled: () => one() !== undefined,
      run: () => float({ kind: 'connect', node: one()?.id ?? '' }),
    },
    {
      id: 'add-inside',
      title: 'Add a step inside…',
      group: 'Canvas',
      keys: ['I'],
      enabled: () => isHome(one()),
      run: () => float({ kind: 'palette', hook: { inside: one()?.id ?? '' } }),
    },
    {
      id: 'put-into',
      title: 'Put into a container…',
      group: 'Canvas',
      keys: ['P'],
      enabled: () => actions.homes().length > 0,
      run: () => float({ kind: 'put-into' }),
    },
    {
      id: 'take-out',
      title: 'Take out of its container',
      group: 'Canvas',
      keys: ['O'],
      enabled: () => actions.canTakeOut(),
      run: () => actions.takeOut(),
    },
    {
      id: 'note',
      title: 'Add a note',
      group: 'Canvas',
      keys: ['S'],
      run: () => editor.write(actions.addNote(editor.centre())),
    },
    {
      id: 'tidy',
      title: 'Tidy up',
      group: 'Canvas',
      keys: ['L'],
      run: () => void tidy(editor, flow, glide),
    },
    {
      id: 'fit',
      title: 'Fit everything in',
      group: 'Canvas',
      keys: ['1'],
      run: () => void flow.fitView({ duration: glide, padding: 0.15, maxZoom: 1 }),
    },
    {
      id: 'zoom-in',
      title: 'Zoom in',
      group: 'Canvas',
      keys: ['=', '+'],
      run: () => void flow.zoomIn({ duration: glide }),
    },
    {
      id: 'zoom-out',
      title: 'Zoom out',
      group: 'Canvas',
      keys: ['-'],
      run: () => void flow.zoomOut({ duration: glide }),
    },
    {
      id: 'run',
      title: 'Run the draft…',
      group: 'Workflow',
      keys: ['Mod+Enter'],
      run: () => store.ask('run'),
    },
    {
      id: 'publish',
      title: 'Publish…',
      group: 'Workflow',
      keys: ['Mod+Shift+P'],
      run: () => store.ask('publish'),
    },
    {
      id: 'becomes',
      title: 'What it becomes…',
      group: 'Workflow',
      keys: ['W'],
      run: () => float({ kind: 'becomes' }),
    },
    {
      id: 'settings',
      title: 'Settings of the workflow…',
      group: 'Workflow',
      keys: ['Mod+,'],
      run: () => store.ask('settings'),
    },
    { id: 'save', title: 'Save now', group: 'Workflow', keys: ['Mod+S'], run: () => save(store) },
    {
      id: 'commands',
      title: 'Find a command…',
      group: 'Workflow',
      keys: ['Mod+K'],
      run: () => float({ kind: 'commands' }),
    },
    {
      id: 'shortcuts',
      title: 'Keyboard shortcuts',
      group: 'Workflow',
      keys: ['?'],
      run: () => float({ kind: 'shortcuts' }),
    },
  ];
}

function selectAll({ actions }: Editor, store: DraftStore): void {
  const { nodes, notes, edges } = actions.graph();
  store.select([...nodes, ...notes, ...edges].map((one) => one.id));
  announce('Everything is selected.');
}

function addAfter({ actions, float }: Editor, node: string | undefined): void {
  const port = node === undefined ? undefined : actions.nextPort(node);
  if (node !== undefined && port !== undefined) float({ kind: 'palette', hook: { node, port } });
}

async function tidy({ actions }: Editor, flow: ReactFlowInstance, duration: number): Promise<void> {
  await actions.tidy();
  await flow.fitView({ duration, padding: 0.15, maxZoom: 1 });
}

function save(store: DraftStore): void {
  store.autosave.flush().then(
    () => announce('Saved.'),
    (error: unknown) => notify(error instanceof Error ? error.message : 'Not saved', 'failed'),
  );
}

/** A pressed key as commands write theirs: `Mod+Shift+Z`. */
export function keyOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string {
  const mod = isApple ? event.metaKey : event.ctrlKey;
  const letter = event.key.length === 1;
  const name = letter ? event.key.toUpperCase() : event.key;
  // A sign such as ? is typed with Shift on some keyboards and without on others.
  const shift = event.shiftKey && (!letter || /[A-Z]/.test(name));
  return [mod && 'Mod', event.altKey && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}
