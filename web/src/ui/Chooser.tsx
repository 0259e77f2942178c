import { Search } from 'lucide-react';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { TextInput } from './Field';
import { Keys } from './Keys';
import { classes } from './classes';

/** One thing to choose; `words` are found by the search, too. */
export type Choice = {
  id: string;
  title: string;
  detail?: string;
  icon?: ReactNode;
  group?: string;
  shortcut?: string;
  words?: string;
};

export type ChooserProps = {
  label: string;
  placeholder: string;
  choices: readonly Choice[];
  onChoose: (id: string) => void;
  none: string;
  onDrag?: (choice: Choice, data: DataTransfer) => void;
  focused?: boolean;
};

/** The choices that hold every word of the query; the one called just so comes first, then those whose title begins with it. */
export function found(choices: readonly Choice[], query: string): Choice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const text = (one: Choice) =>
    [one.title, one.detail, one.words, one.group].join(' ').toLowerCase();
  const matching = choices.filter((one) => words.every((word) => text(one).includes(word)));
  if (words.length === 0) return matching;
  const rank = (one: Choice) => {
    const title = one.title.toLowerCase();
    const at = title.indexOf(words.join(' '));
    if (title === words.join(' ')) return 0;
    return at === 0 ? 1 : at > 0 ? 2 : 3;
  };
  return matching.sort((a, b) => rank(a) - rank(b));
}

/** A list with a search on top: type, arrow keys, Enter. */
export function Chooser({
  label,
  placeholder,
  choices,
  onChoose,
  none,
  onDrag,
  focused,
}: ChooserProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [inside, setInside] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => found(choices, query), [choices, query]);
  const active = shown[Math.min(at, shown.length - 1)];

  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined)
      setAt((Math.min(at, shown.length - 1) + step + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter' && active) onChoose(active.id);
    else return;
    event.preventDefault();
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="relative m-2">
        <Search
          size={16}
          className="pointer-events-none absolute top-2 left-2.5 text-faint"
          aria-hidden
        />
        <TextInput
          ref={input}
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          placeholder={placeholder}
          className="pl-8"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          onFocus={() => setInside(true)}
          onBlur={() => setInside(false)}
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto px-2 pb-2"
      >
        {groups(shown, query !== '').map(([title, items]) => (
          <div key={title} role="group" aria-label={title || label}>
            {title && <div className="px-2 pt-3 pb-1 text-xs font-medium text-faint">{title}</div>}
            {items.map((choice) => (
              <Option
                key={choice.id}
                id={`${id}-${choice.id}`}
                choice={choice}
                active={inside && choice === active}
                onChoose={onChoose}
                onDrag={onDrag}
              />
            ))}
          </div>
        ))}
        {shown.length === 0 && <p className="px-2 py-6 text-center text-panel text-soft">{none}</p>}
      </div>
    </div>
  );
}

/** While searching the best hit comes first, so groups would tear the order apart. */
function groups(choices: Choice[], searching: boolean): [string, Choice[]][] {
  if (searching) return choices.length ? [['', choices]] : [];
  const byTitle = new Map<string, Choice[]>();
  for (const choice of choices)
    byTitle.set(choice.group ?? '', [...(byTitle.get(choice.group ?? '') ?? []), choice]);
  return [...byTitle];
}

type OptionProps = {
  id: string;
  choice: Choice;
  active: boolean;
  onChoose: (id: string) => void;
  onDrag: ChooserProps['onDrag'];
};

function Option({ id, choice, active, onChoose, onDrag }: OptionProps) {
  return (
    // Keys are handled by the search field, which keeps the focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      draggable={onDrag !== undefined}
      onDragStart={(event) => onDrag?.(choice, event.dataTransfer)}
      // The search keeps the focus, unless the press may become a drag.
      onMouseDown={(event) => onDrag ?? event.preventDefault()}
      onClick={() => onChoose(choice.id)}
      className={classes(
        'flex items-center gap-2.5 rounded-box px-2 py-1.5',
        active ? 'bg-hover' : 'hover:bg-hover',
      )}
    >
      {choice.icon}
      <span className="min-w-0 flex-1">
        <span className="block truncate text-panel">{choice.title}</span>
        {choice.detail && (
          <span className="block truncate text-xs text-faint">{choice.detail}</span>
        )}
      </span>
      {choice.shortcut && <Keys keys={choice.shortcut} />}
    </div>
  );
}
