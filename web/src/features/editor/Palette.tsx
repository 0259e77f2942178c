import { useMemo } from 'react';
import { PanelLeftClose } from 'lucide-react';
import { DRAG_TYPE } from '@/canvas/useDropping';
import { FamilyIcon } from '@/canvas/Card';
import type { Hook } from '@/canvas/context';
import { FAMILIES, FAMILY_TITLES, isTrigger, type Catalog } from '@/catalog/nodeType';
import { useCatalog } from '@/data/catalog';
import { nodeById } from '@/graph/document';
import { IconButton } from '@/ui/Button';
import { Chooser, type Choice } from '@/ui/Chooser';
import { ChooserDialog } from '@/ui/ChooserDialog';
import { useEditor } from './editorContext';

function choicesOf(catalog: Catalog, withTriggers: boolean): Choice[] {
  const types = [...catalog.values()].filter((type) => withTriggers || !isTrigger(type));
  return FAMILIES.flatMap((family) =>
    types
      .filter((type) => type.family === family)
      .map((type) => ({
        id: type.id,
        title: type.title,
        detail: type.summary,
        words: type.keywords.join(' '),
        group: FAMILY_TITLES[family],
        icon: <FamilyIcon type={type} />,
      })),
  );
}

const NONE = 'No step is called that. Try a word for what it does, such as “call” or “wait”.';

/** The steps there are, in groups; click, press Enter, or drag one onto the canvas. */
export function Palette({ onClose }: { onClose: () => void }) {
  const catalog = useCatalog();
  const { actions, centre, focusNode } = useEditor();
  const choices = useMemo(() => choicesOf(catalog, true), [catalog]);
  const add = (id: string) => {
    const type = catalog.get(id);
    const added = type && actions.add(type, centre());
    if (added) focusNode(added);
  };
  return (
    <aside
      aria-label="Steps to add"
      className="flex w-64 shrink-0 flex-col border-r border-line bg-card"
    >
      <header className="flex items-center pt-2 pr-2 pl-4">
        <h2 className="flex-1 text-panel font-semibold">Add a step</h2>
        <IconButton label="Hide the list" onClick={onClose}>
          <PanelLeftClose size={16} />
        </IconButton>
      </header>
      <Chooser
        label="Search steps"
        placeholder="Search"
        choices={choices}
        none={NONE}
        onChoose={add}
        onDrag={(choice, data) => {
          data.setData(DRAG_TYPE, choice.id);
          data.effectAllowed = 'copy';
        }}
      />
    </aside>
  );
}

function titleOf(hook: Hook | undefined, name: (id: string) => string): string {
  if (hook && 'node' in hook) return `Add a step after “${name(hook.node)}”`;
  if (hook && 'inside' in hook) return `Add a step inside “${name(hook.inside)}”`;
  return 'Add a step';
}

/** The same list over the canvas, for a port or a thread that was asked for. */
export function PaletteDialog() {
  const catalog = useCatalog();
  const { actions, centre, floating, float, focusNode } = useEditor();
  const hook = floating?.kind === 'palette' ? floating.hook : undefined;
  const choices = useMemo(() => choicesOf(catalog, hook === undefined), [catalog, hook]);
  const name = (id: string) => nodeById(actions.graph(), id)?.name ?? id;
  const choose = (id: string) => {
    const type = catalog.get(id);
    if (!type) return;
    const added = hook ? actions.addAt(type, hook) : actions.add(type, centre());
    float(undefined);
    if (added) focusNode(added);
  };
  return (
    <ChooserDialog
      open={floating?.kind === 'palette'}
      onClose={() => float(undefined)}
      label={titleOf(hook, name)}
      placeholder="What should happen?"
      choices={choices}
      none={NONE}
      onChoose={choose}
    />
  );
}
