import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { isObject, type Json, type Path } from '@/words/json';
import { count } from '@/words/count';
import { classes } from './classes';

/** What a click on a key does, and how it is named. */
export type KeyAction = { label: (path: Path) => string; run: (path: Path) => void };

type TreeProps = { value: Json; path?: Path; name?: string; depth?: number; action?: KeyAction };

/** Entries shown before one has to ask for more. */
const SHOWN = 50;

/** A JSON value as a tree that opens and closes; long texts and lists are shown in part. */
export function JsonTree({ value, path = [], name, depth = 0, action }: TreeProps) {
  const nested = (isObject(value) || Array.isArray(value)) && entriesOf(value).length > 0;
  return nested ? (
    <Branch value={value} path={path} name={name} depth={depth} action={action} />
  ) : (
    <div className="flex items-baseline gap-1.5 py-px pl-5 font-mono text-xs leading-5">
      <Key name={name} path={path} action={action} />
      <Leaf value={value} />
    </div>
  );
}

function entriesOf(value: Json): [string | number, Json][] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  return isObject(value) ? Object.entries(value) : [];
}

function Branch({ value, path = [], name, depth = 0, action }: TreeProps) {
  const entries = entriesOf(value);
  const [open, setOpen] = useState(depth < 2 || (depth < 5 && entries.length <= 4));
  const [shown, setShown] = useState(SHOWN);
  const rest = (
    <>
      {entries.slice(0, shown).map(([key, item]) => (
        <JsonTree
          key={key}
          value={item}
          path={[...path, key]}
          name={String(key)}
          depth={depth + 1}
          action={action}
        />
      ))}
      {entries.length > shown && (
        <button
          type="button"
          className="ml-5 py-1 text-accent hover:underline"
          onClick={() => setShown(shown + 200)}
        >
          Show more of {count(entries.length - shown, 'entry', 'entries')}
        </button>
      )}
    </>
  );
  if (name === undefined) {
    return (
      <div className="-ml-1 font-mono text-xs leading-5">
        {Array.isArray(value) && <p className="pl-5 text-faint">{count(entries.length, 'item')}</p>}
        {rest}
      </div>
    );
  }
  return (
    <div className="font-mono text-xs leading-5">
      <div className="flex items-baseline gap-1.5 py-px">
        <button
          type="button"
          aria-expanded={open}
          aria-label={`${open ? 'Close' : 'Open'} ${name}`}
          className="-ml-1 inline-flex size-5 shrink-0 items-center justify-center self-center rounded hover:bg-hover"
          onClick={() => setOpen(!open)}
        >
          <ChevronRight
            size={14}
            aria-hidden
            className={classes('transition-transform duration-150', open && 'rotate-90')}
          />
        </button>
        <Key name={name} path={path} action={action} />
        <span className="text-faint">
          {Array.isArray(value)
            ? count(entries.length, 'item')
            : open
              ? ''
              : `{ ${count(entries.length, 'field')} }`}
        </span>
      </div>
      {open && <div className="ml-1.5 border-l border-line pl-2">{rest}</div>}
    </div>
  );
}

function Key({ name, path, action }: { name?: string; path: Path; action?: KeyAction }) {
  if (name === undefined) return null;
  if (!action) return <span className="shrink-0 text-soft">{name}:</span>;
  return (
    <button
      type="button"
      title={action.label(path)}
      className="shrink-0 rounded px-0.5 text-soft hover:bg-accent-soft hover:text-accent"
      onClick={() => action.run(path)}
    >
      {name}:
    </button>
  );
}

function Leaf({ value }: { value: Json }) {
  const [whole, setWhole] = useState(false);
  if (typeof value === 'string') {
    const long = value.length > 200 && !whole;
    return (
      <span className="min-w-0 break-words whitespace-pre-wrap text-done">
        “{long ? value.slice(0, 200) : value}
        {long && (
          <button
            type="button"
            className="px-1 text-accent hover:underline"
            onClick={() => setWhole(true)}
          >
            … {count(value.length - 200, 'more character')}
          </button>
        )}
        ”
      </span>
    );
  }
  if (value === null) return <span className="text-faint">null</span>;
  if (typeof value === 'object')
    return <span className="text-faint">{Array.isArray(value) ? '[ ]' : '{ }'}</span>;
  return (
    <span className={typeof value === 'number' ? 'text-running' : 'text-waiting'}>
      {String(value)}
    </span>
  );
}
