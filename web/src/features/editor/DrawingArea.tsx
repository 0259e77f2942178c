import { Panel } from '@xyflow/react';
import {
  Braces,
  Command as CommandIcon,
  Keyboard,
  ListTree,
  Plus,
  Redo2,
  StickyNote,
  Undo2,
  WandSparkles,
} from 'lucide-react';
import { useMemo, type ReactNode, type RefObject } from 'react';
import { Canvas } from '@/canvas/Canvas';
import type { CanvasEdit } from '@/canvas/context';
import type { Marks } from '@/canvas/model';
import { Map as SmallMap, ViewControls } from '@/canvas/View';
import type { Issue } from '@/api/schemas';
import { useCatalog } from '@/data/catalog';
import { useRunAt } from '@/data/iterations';
import { useRun } from '@/data/runs';
import { useDraft, useDraftStore, useGraph } from '@/draft/context';
import { useOverlay } from '@/runview/overlay';
import { Button, IconButton } from '@/ui/Button';
import { Empty } from '@/ui/States';
import { targets } from './arrange';
import type { Command } from './commands';
import { useEditor } from './editorContext';
import { Problems } from './Problems';

type DrawingAreaProps = {
  area: RefObject<HTMLDivElement | null>;
  commands: readonly Command[];
  editable?: boolean;
  onPalette?: () => void;
};

/** The canvas with its tools; without `editable` only to look at. */
export function DrawingArea({ area, commands, editable, onPalette }: DrawingAreaProps) {
  const store = useDraftStore();
  const graph = useGraph();
  const catalog = useCatalog();
  const selected = useDraft((draft) => draft.selected);
  const marks = useMarks();
  const run = useRunAt(
    useRun(useDraft((draft) => draft.run)).data,
    useDraft((draft) => draft.path),
  );
  const overlay = useOverlay(run, graph);
  const edit = useCanvasEdit();
  return (
    <div ref={area} className="relative min-h-0 flex-1">
      <Canvas
        label={`Drawing of ${graph.name}`}
        graph={graph}
        catalog={catalog}
        selected={selected}
        onSelect={store.select}
        marks={overlay ? undefined : marks}
        overlay={overlay}
        edit={editable ? edit : undefined}
      >
        <ViewControls>{editable && <EditTools commands={commands} />}</ViewControls>
        {editable && <SmallMap />}
        {editable && (
          <Panel
            position="top-right"
            className="!m-3 flex items-center gap-1 rounded-card border border-line bg-card p-0.5"
          >
            <Problems />
            <Tool commands={commands} id="becomes" icon={<Braces size={16} />} />
            <Tool commands={commands} id="commands" icon={<CommandIcon size={16} />} />
            <Tool commands={commands} id="shortcuts" icon={<Keyboard size={16} />} />
          </Panel>
        )}
        {onPalette && (
          <Panel position="top-left" className="!m-3">
            <Button onClick={onPalette}>
              <Plus size={16} aria-hidden /> Add a step
            </Button>
          </Panel>
        )}
        {!editable && (
          <Panel
            position="top-center"
            className="!m-2 rounded-card border border-line bg-card px-3 py-1.5 text-xs text-soft"
          >
            To draw, open this on a wider screen
          </Panel>
        )}
      </Canvas>
      {graph.nodes.length === 0 && <NothingYet editable={editable} />}
    </div>
  );
}

function useMarks(): Marks {
  const issues = useDraft((draft) => draft.issues);
  return useMemo(() => marksOf(issues), [issues]);
}

function marksOf(issues: readonly Issue[]): Marks {
  const marks = new Map<string, { errors: number; warnings: number }>();
  for (const { node, severity } of issues) {
    if (node === undefined || severity === 'INFO') continue;
    const mark = marks.get(node) ?? { errors: 0, warnings: 0 };
    mark[severity === 'ERROR' ? 'errors' : 'warnings']++;
    marks.set(node, mark);
  }
  return marks;
}

function useCanvasEdit(): CanvasEdit {
  const { actions, float, writing, write } = useEditor();
  const catalog = useCatalog();
  return useMemo(
    () => ({
      move: (places) => actions.move(places),
      goal: (places) => [...targets(actions.graph(), catalog, places).values()][0],
      connect: (edge) => actions.connect(edge),
      fault: (edge) => actions.fault(edge),
      drop: (id, at) => {
        const type = catalog.get(id);
        if (type) actions.drop(type, at);
      },
      add: (hook) => float({ kind: 'palette', hook }),
      remove: (ids) => actions.remove(ids),
      note: (id, change) => actions.note(id, change),
      writing,
      write,
    }),
    [actions, catalog, float, write, writing],
  );
}

function Tool({
  commands,
  id,
  icon,
}: {
  commands: readonly Command[];
  id: string;
  icon: ReactNode;
}) {
  const command = commands.find((one) => one.id === id);
  if (!command) return null;
  return (
    <IconButton
      label={command.title.replace('…', '')}
      shortcut={command.keys[0]}
      side="top"
      disabled={command.enabled?.() === false}
      onClick={command.run}
    >
      {icon}
    </IconButton>
  );
}

function EditTools({ commands }: { commands: readonly Command[] }) {
  // What can be undone changes with the history: being told of it redraws these.
  useDraft((draft) => draft.history);
  return (
    <>
      <span className="mx-0.5 h-5 w-px bg-line" aria-hidden />
      <Tool commands={commands} id="undo" icon={<Undo2 size={16} />} />
      <Tool commands={commands} id="redo" icon={<Redo2 size={16} />} />
      <span className="mx-0.5 h-5 w-px bg-line" aria-hidden />
      <Tool commands={commands} id="tidy" icon={<WandSparkles size={16} />} />
      <Tool commands={commands} id="note" icon={<StickyNote size={16} />} />
    </>
  );
}

function NothingYet({ editable }: { editable?: boolean }) {
  const { float } = useEditor();
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center">
      <div className="pointer-events-auto">
        <Empty
          icon={<ListTree size={32} strokeWidth={1.5} />}
          title="What starts this workflow?"
          action={
            editable && (
              <Button look="primary" onClick={() => float({ kind: 'palette' })}>
                <Plus size={16} aria-hidden /> Add the first step
              </Button>
            )
          }
        >
          {editable
            ? 'Choose a trigger from the list, such as a webhook, or drag one here.'
            : 'There is nothing drawn yet.'}
        </Empty>
      </div>
    </div>
  );
}
