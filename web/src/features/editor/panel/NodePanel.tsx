import { Copy as CopyIcon, Ellipsis, Maximize2, Minimize2, Power, Trash2, X } from 'lucide-react';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { FamilyIcon } from '@/canvas/Card';
import { useCatalog } from '@/data/catalog';
import { useDraft, useDraftStore } from '@/draft/context';
import type { GraphNode } from '@/graph/document';
import { IconButton } from '@/ui/Button';
import { classes } from '@/ui/classes';
import { Menu } from '@/ui/Menu';
import { Tabs } from '@/ui/Tabs';
import { useEditor } from '../editorContext';
import type { Insert } from '../form/formContext';
import { InputPane } from './InputPane';
import { OutputPane } from './OutputPane';
import { Resizer } from './Resizer';
import { SettingsPane } from './SettingsPane';
import { usePanelData } from './usePanelData';

/** From this width on the three panes stand side by side, in pixels. */
const SIDE_BY_SIDE = 840;
const WIDTH = 'heddle.panel';

function storedWidth(): number {
  const width = Number(localStorage.getItem(WIDTH));
  return width >= 320 && width <= 2_000 ? width : 400;
}

/** The panel of the chosen node: what goes in, how it is set, what comes out. */
export function NodePanel({ node }: { node: GraphNode }) {
  const store = useDraftStore();
  const { focusNode } = useEditor();
  const [width, setWidth] = useState(storedWidth);
  const [tab, setTab] = useState('settings');
  const wanted = useDraft((draft) => draft.wanted);
  if (wanted?.node === node.id && tab !== 'settings') setTab('settings');
  const most = Math.max(320, window.innerWidth - 120);
  const shown = Math.min(width, most);
  const wide = shown >= SIDE_BY_SIDE;
  const resize = (next: number) => {
    const kept = Math.round(Math.min(most, Math.max(320, next)));
    localStorage.setItem(WIDTH, String(kept));
    setWidth(kept);
  };
  return (
    // Escape leaves the panel from wherever one is in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      data-panel
      aria-label={`Settings of ${node.name}`}
      style={{ width: shown }}
      className={classes(
        'flex shrink-0 animate-slide flex-col border-l border-line bg-card',
        // Three panes are for reading data: they lie over the canvas instead of squeezing it.
        wide ? 'absolute inset-y-0 right-0 z-20 shadow-float' : 'relative',
      )}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        focusNode(node.id);
      }}
    >
      <Resizer width={shown} min={320} max={most} onResize={resize} />
      <Head
        node={node}
        wide={wide}
        onWide={(wide) => resize(wide ? 1_080 : 400)}
        onClose={() => store.select([])}
      />
      <Panes key={node.id} node={node} wide={wide} tab={tab} onTab={setTab} />
    </aside>
  );
}

function Head({
  node,
  wide,
  onWide,
  onClose,
}: {
  node: GraphNode;
  wide: boolean;
  onWide: (wide: boolean) => void;
  onClose: () => void;
}) {
  const catalog = useCatalog();
  const { actions, focusNode } = useEditor();
  const type = catalog.get(node.type);
  return (
    <header className="flex items-center gap-2 px-3 py-2">
      <FamilyIcon type={type} />
      <div className="min-w-0 flex-1">
        <input
          aria-label="Name of the step"
          className="w-full rounded border border-transparent bg-transparent px-1 font-semibold text-ellipsis hover:border-line-strong focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent"
          value={node.name}
          maxLength={80}
          onChange={(event) => actions.node(node.id, { name: event.target.value })}
          onBlur={() =>
            node.name.trim() === '' && actions.node(node.id, { name: type?.title ?? node.id })
          }
          onKeyDown={(event) => event.key === 'Enter' && focusNode(node.id)}
        />
        <p className="truncate px-1 text-xs text-faint" title={type?.summary}>
          {type?.title ?? node.type}
        </p>
      </div>
      <IconButton
        label={wide ? 'One pane at a time' : 'All three panes side by side'}
        onClick={() => onWide(!wide)}
      >
        {wide ? <Minimize2 size={16} /> : <Maximize2 size={16} />}
      </IconButton>
      <Menu
        trigger={
          <IconButton label={`More for ${node.name}`}>
            <Ellipsis size={16} />
          </IconButton>
        }
        groups={[
          [
            {
              title: 'Duplicate',
              icon: <CopyIcon size={16} />,
              shortcut: 'Mod+D',
              run: () => actions.duplicate(),
            },
            {
              title: node.disabled ? 'Switch on' : 'Switch off',
              icon: <Power size={16} />,
              shortcut: 'D',
              run: () => actions.toggle(),
            },
          ],
          [
            {
              title: 'Delete',
              icon: <Trash2 size={16} />,
              shortcut: 'Delete',
              danger: true,
              run: () => actions.remove([node.id]),
            },
          ],
        ]}
      />
      <IconButton label="Close" shortcut="Escape" onClick={onClose}>
        <X size={16} />
      </IconButton>
    </header>
  );
}

function Panes({
  node,
  wide,
  tab,
  onTab,
}: {
  node: GraphNode;
  wide: boolean;
  tab: string;
  onTab: (next: string) => void;
}) {
  const type = useCatalog().get(node.type);
  const data = usePanelData(node.id);
  const inserter = useRef<Insert>(undefined);
  const [ready, setReady] = useState(false);
  const offer = useCallback((insert: Insert | undefined) => {
    inserter.current = insert;
    setReady(insert !== undefined);
  }, []);
  const insert = ready ? (code: string) => inserter.current?.(code) : undefined;
  const input = <InputPane data={data} insert={insert} />;
  const settings = <SettingsPane node={node} type={type} data={data} offer={offer} />;
  const output = <OutputPane node={node} data={data} />;
  if (wide) {
    return (
      <div className="grid min-h-0 flex-1 grid-cols-[1fr_1.2fr_1fr] border-t border-line">
        <Column title="Input">{input}</Column>
        <Column title="Settings">{settings}</Column>
        <Column title="Output">{output}</Column>
      </div>
    );
  }
  return (
    <Tabs
      label="Panes of the step"
      value={tab}
      onChange={onTab}
      tabs={[
        { value: 'input', title: 'Input', content: input },
        { value: 'settings', title: 'Settings', content: settings },
        { value: 'output', title: 'Output', content: output },
      ]}
    />
  );
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex min-h-0 min-w-0 flex-col border-r border-line last:border-0"
    >
      <h3 className="border-b border-line px-4 py-2 text-xs font-medium text-faint">{title}</h3>
      {/* A pane that scrolls must be reachable by the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2">
        {children}
      </div>
    </section>
  );
}
