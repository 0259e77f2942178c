import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useGlide } from '@/canvas/View';
import { useCatalog } from '@/data/catalog';
import { useDraft, useDraftStore, useGraph } from '@/draft/context';
import { nodeById } from '@/graph/document';
import { CARD } from '@/graph/boxes';
import { useNarrow } from '@/ui/useMedia';
import { actionsOn } from './actions';
import { Becomes } from './Becomes';
import { commandsOn } from './commands';
import { DrawingArea } from './DrawingArea';
import { EditorContext, type Editor, type Floating } from './editorContext';
import { CommandBar, ConnectDialog, PutIntoDialog, ShortcutsDialog } from './Floats';
import { Palette, PaletteDialog } from './Palette';
import { NodePanel } from './panel/NodePanel';
import { PasteDialog } from './PasteDialog';
import { RunDrawer } from './RunDrawer';
import { useClipboard } from './useClipboard';
import { useInView } from './useInView';
import { useKeyboard } from './useKeyboard';

/** The editor: palette, canvas, panel, run log. On a phone the canvas alone, for looking. */
export function EditorPage() {
  return (
    <ReactFlowProvider>
      <Workbench />
    </ReactFlowProvider>
  );
}

function useEditorState(area: React.RefObject<HTMLDivElement | null>): Editor {
  const store = useDraftStore();
  const catalog = useCatalog();
  const flow = useReactFlow();
  const [floating, float] = useState<Floating>();
  const [writing, write] = useState<string>();
  const actions = useMemo(() => actionsOn(store, catalog), [store, catalog]);
  const centre = useCallback(() => {
    const box = area.current?.getBoundingClientRect();
    const at = box
      ? { x: box.left + box.width / 2, y: box.top + box.height / 2 }
      : { x: 400, y: 300 };
    const { x, y } = flow.screenToFlowPosition(at);
    return { x: x - CARD.width / 2, y: y - CARD.height / 2 };
  }, [area, flow]);
  const focusNode = useCallback((id: string) => {
    // A node just added is on the page only after the next frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
          ?.focus(),
      ),
    );
  }, []);
  return useMemo(
    () => ({ actions, floating, float, writing, write, centre, focusNode }),
    [actions, centre, floating, focusNode, writing],
  );
}

function Workbench() {
  const area = useRef<HTMLDivElement>(null);
  const editor = useEditorState(area);
  const store = useDraftStore();
  const flow = useReactFlow();
  const glide = useGlide();
  const narrow = useNarrow();
  const [palette, setPalette] = useState(true);
  const catalog = useCatalog();
  const commands = useMemo(
    () => commandsOn({ editor, store, catalog, flow, glide }),
    [editor, store, catalog, flow, glide],
  );
  return (
    <EditorContext value={editor}>
      {narrow ? (
        <div className="flex h-full flex-col">
          <DrawingArea area={area} commands={commands} />
        </div>
      ) : (
        <>
          <Keys editor={editor} commands={commands} area={area} />
          <div className="relative flex h-full">
            {palette && <Palette onClose={() => setPalette(false)} />}
            <div className="flex min-w-0 flex-1 flex-col">
              <DrawingArea
                editable
                area={area}
                commands={commands}
                onPalette={palette ? undefined : () => setPalette(true)}
              />
              <RunDrawer />
            </div>
            <ChosenPanel />
          </div>
          <PaletteDialog />
          <CommandBar commands={commands} />
          <ConnectDialog />
          <PutIntoDialog />
          <ShortcutsDialog commands={commands} />
          <PasteDialog />
          <Becomes />
        </>
      )}
    </EditorContext>
  );
}

/** What listens in the background and shows nothing. */
function Keys({
  editor,
  commands,
  area,
}: {
  editor: Editor;
  commands: ReturnType<typeof commandsOn>;
  area: React.RefObject<HTMLDivElement | null>;
}) {
  const store = useDraftStore();
  useInView(area);
  useKeyboard(editor, store, commands);
  useClipboard(editor, store);
  return null;
}

/** The panel appears when exactly one node is chosen. */
function ChosenPanel() {
  const selected = useDraft((draft) => draft.selected);
  const graph = useGraph();
  const chosen = [...selected].flatMap((id) => nodeById(graph, id) ?? []);
  const [only] = chosen;
  return only && chosen.length === 1 ? <NodePanel node={only} /> : null;
}
