import { useMemo } from 'react';
import { FamilyIcon } from '@/canvas/Card';
import { useCatalog } from '@/data/catalog';
import { useDraft, useDraftStore, useGraph } from '@/draft/context';
import { nodeById } from '@/graph/document';
import { childrenOf } from '@/graph/nest';
import { portsOf } from '@/graph/ports';
import { edgeFault } from '@/graph/reach';
import { count } from '@/words/count';
import { ChooserDialog } from '@/ui/ChooserDialog';
import { Dialog } from '@/ui/Dialog';
import { Keys } from '@/ui/Keys';
import type { Command } from './commands';
import { useEditor } from './editorContext';

/** Every command and every step, by name. */
export function CommandBar({ commands }: { commands: readonly Command[] }) {
  const { floating, float, focusNode } = useEditor();
  const store = useDraftStore();
  const graph = useGraph();
  const catalog = useCatalog();
  const open = floating?.kind === 'commands';
  const choices = useMemo(
    () =>
      open
        ? [
            ...commands
              .filter((command) => command.id !== 'commands' && command.enabled?.() !== false)
              .map(({ id, title, group, keys }) => ({ id, title, group, shortcut: keys[0] })),
            ...graph.nodes.map((node) => ({
              id: `go ${node.id}`,
              title: `Go to ${node.name}`,
              words: node.id,
              group: 'Steps',
              icon: <FamilyIcon type={catalog.get(node.type)} />,
            })),
          ]
        : [],
    [catalog, commands, graph.nodes, open],
  );
  const choose = (id: string) => {
    float(undefined);
    const node = id.startsWith('go ') ? id.slice(3) : undefined;
    // The dialog gives the focus back first; then the command may move it.
    setTimeout(() => {
      if (node === undefined) commands.find((command) => command.id === id)?.run();
      else {
        store.select([node]);
        focusNode(node);
      }
    });
  };
  return (
    <ChooserDialog
      open={open}
      onClose={() => float(undefined)}
      label="What do you want to do?"
      placeholder="A command, or a step’s name"
      choices={choices}
      none="No command or step is called that."
      onChoose={choose}
    />
  );
}

/** The nodes a step can lead to, each by each of its ports. */
export function ConnectDialog() {
  const { actions, floating, float, focusNode } = useEditor();
  const graph = useGraph();
  const catalog = useCatalog();
  const from = floating?.kind === 'connect' ? nodeById(graph, floating.node) : undefined;
  const choices = useMemo(() => {
    if (!from) return [];
    const ports = portsOf(catalog.get(from.type), from.config);
    return ports.flatMap((port) =>
      graph.nodes
        .filter(
          (node) =>
            edgeFault(graph, catalog, { source: from.id, port: port.name, target: node.id }) ===
            undefined,
        )
        .map((node) => ({
          id: JSON.stringify([port.name, node.id]),
          title: node.name,
          group: port.title ? `Port ${port.title}` : 'Connect to',
          icon: <FamilyIcon type={catalog.get(node.type)} />,
        })),
    );
  }, [catalog, from, graph]);
  const choose = (id: string) => {
    const [port, target] = JSON.parse(id) as [string, string];
    if (from) actions.connect({ source: from.id, port, target });
    float(undefined);
    if (from) focusNode(from.id);
  };
  return (
    <ChooserDialog
      open={floating?.kind === 'connect'}
      onClose={() => float(undefined)}
      label={`Connect “${from?.name ?? ''}” to`}
      placeholder="A step’s name"
      choices={choices}
      none="There is no step it could lead to. Add one first."
      onChoose={choose}
    />
  );
}

/** The containers that what is chosen can be put into. */
export function PutIntoDialog() {
  const { actions, floating, float, focusNode } = useEditor();
  const graph = useGraph();
  const catalog = useCatalog();
  const chosen = useDraft((draft) => draft.selected);
  const open = floating?.kind === 'put-into';
  const choices = open
    ? actions.homes().flatMap((id) => {
        const node = nodeById(graph, id);
        return node
          ? [
              {
                id,
                title: node.name,
                detail: count(childrenOf(graph, id).length, 'step'),
                icon: <FamilyIcon type={catalog.get(node.type)} />,
              },
            ]
          : [];
      })
    : [];
  const choose = (container: string) => {
    const [first] = graph.nodes.filter((node) => chosen.has(node.id));
    actions.putInto(container);
    float(undefined);
    if (first) focusNode(first.id);
  };
  return (
    <ChooserDialog
      open={open}
      onClose={() => float(undefined)}
      label="Put into"
      placeholder="A container’s name"
      choices={choices}
      none="There is no container it could go into. Add one first."
      onChoose={choose}
    />
  );
}

const GOING: [string, string][] = [
  ['ArrowRight', 'Go to the next step in that direction'],
  ['Shift+ArrowRight', 'Move what is selected by one dot'],
  ['Mod+Shift+ArrowRight', 'Move it by five'],
  ['Enter', 'Into the settings of the step'],
  ['Escape', 'Back to the canvas; select nothing'],
  ['Tab', 'From step to step in order'],
];

/** All shortcuts, from the same list that menus and keys use. */
export function ShortcutsDialog({ commands }: { commands: readonly Command[] }) {
  const { floating, float } = useEditor();
  const groups = ['Edit', 'Canvas', 'Workflow'] as const;
  return (
    <Dialog
      wide
      open={floating?.kind === 'shortcuts'}
      onClose={() => float(undefined)}
      title="Keyboard shortcuts"
      about="Everything on the canvas works without a mouse. Drag with Shift held to select a region."
    >
      <div className="grid gap-x-8 gap-y-4 pb-4 sm:grid-cols-2">
        {groups.map((group) => (
          <Shortcuts
            key={group}
            title={group}
            rows={commands
              .filter((one) => one.group === group && one.keys[0])
              .map((one) => [one.keys[0] ?? '', one.title])}
          />
        ))}
        <Shortcuts title="Getting around" rows={GOING} />
      </div>
    </Dialog>
  );
}

function Shortcuts({ title, rows }: { title: string; rows: [string, string][] }) {
  return (
    <section>
      <h3 className="mb-1 text-xs font-medium text-faint">{title}</h3>
      <dl>
        {rows.map(([keys, words]) => (
          <div key={words} className="flex items-center border-b border-line py-1 last:border-0">
            <dt className="flex-1 text-panel">{words.replace('…', '')}</dt>
            <dd>
              <span className="sr-only">{keys}</span>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
