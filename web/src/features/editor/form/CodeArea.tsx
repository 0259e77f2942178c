import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { complete, type Completion } from '@/expressions/complete';
import { parts } from '@/expressions/code';
import { CONTROL, useTied } from '@/ui/Field';
import { classes } from '@/ui/classes';
import { useForm } from './formContext';

type CodeAreaProps = {
  value: string;
  onChange: (next: string) => void;
  /** Whether the whole text is code, or templates in it, or neither. */
  mode: 'code' | 'template' | 'plain';
  lines: number;
  placeholder?: string;
  label?: string;
};

const MAX_HEIGHT = 320;

/** A text field that grows, completes names and keys, and takes references from the input pane. */
export function CodeArea({ value, onChange, mode, lines, placeholder, label }: CodeAreaProps) {
  const id = useId();
  const tied = useTied();
  const form = useForm();
  const area = useRef<HTMLTextAreaElement>(null);
  const [completion, setCompletion] = useState<Completion>();
  const [at, setAt] = useState(0);
  const offered = useRef(false);
  const caret = useRef<number>(undefined);
  const newest = useRef<(code: string) => void>(() => undefined);
  const open = completion !== undefined && completion.suggestions.length > 0;

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = '0';
    element.style.height = `${Math.min(MAX_HEIGHT, element.scrollHeight + 2)}px`;
    if (caret.current !== undefined) element.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  }, [value]);
  useEffect(
    () => () => {
      if (offered.current) form.offer(undefined);
    },
    [form],
  );

  const look = (text: string, cursor: number) => {
    setAt(0);
    setCompletion(codeAround(text, cursor, mode) ? complete(text, cursor, form.values) : undefined);
  };
  const take = (from: number, to: number, text: string) => {
    caret.current = from + text.length;
    onChange(value.slice(0, from) + text + value.slice(to));
    setCompletion(undefined);
  };
  const accept = (index: number) => {
    const chosen = completion?.suggestions[index];
    const cursor = area.current?.selectionStart ?? value.length;
    if (completion && chosen) take(completion.from, cursor, chosen.insert);
  };
  const insert = (code: string) => {
    const { selectionStart: from = value.length, selectionEnd: to = value.length } =
      area.current ?? {};
    const inside = mode === 'code' || codeAround(value, from, mode);
    take(from, to, inside ? code : `{{ ${code} }}`);
    area.current?.focus();
  };
  // The input pane inserts after the field has lost the focus, and so much later than it was offered.
  useLayoutEffect(() => {
    newest.current = insert;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const length = completion.suggestions.length;
    if (step !== undefined) setAt((at + step + length) % length);
    else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) accept(at);
    else if (event.key === 'Escape') setCompletion(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="relative">
      <textarea
        ref={area}
        {...(label ? { 'aria-label': label } : tied)}
        rows={lines}
        value={value}
        placeholder={placeholder}
        spellCheck={mode !== 'code'}
        className={classes(
          CONTROL,
          'block resize-none py-1.5',
          mode === 'code' && 'font-mono text-xs leading-5',
        )}
        {...(mode === 'plain'
          ? {}
          : {
              role: 'combobox',
              'aria-expanded': open,
              'aria-controls': `${id}-list`,
              'aria-autocomplete': 'list' as const,
              'aria-activedescendant': open ? `${id}-${at}` : undefined,
            })}
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target.value, event.target.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (mode === 'plain') return;
          offered.current = true;
          form.offer((code) => newest.current(code));
        }}
        onBlur={() => setCompletion(undefined)}
      />
      {open && <Suggestions id={id} completion={completion} at={at} onAccept={accept} />}
    </div>
  );
}

function codeAround(text: string, cursor: number, mode: CodeAreaProps['mode']): boolean {
  if (mode !== 'template') return mode === 'code';
  const open = text.lastIndexOf('{{', cursor);
  if (open < 0) return false;
  return parts(text).every(
    (part) =>
      part.kind === 'text' ||
      cursor <= part.start + part.text.length ||
      open >= part.start + part.text.length,
  );
}

type SuggestionsProps = {
  id: string;
  completion: Completion;
  at: number;
  onAccept: (index: number) => void;
};

function Suggestions({ id, completion, at, onAccept }: SuggestionsProps) {
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, id]);
  return (
    <ul
      id={`${id}-list`}
      role="listbox"
      aria-label="Completions"
      className="absolute inset-x-0 top-full z-30 mt-1 max-h-56 overflow-y-auto rounded-box border border-line bg-card p-1 shadow-float"
    >
      {completion.suggestions.map((one, index) => (
        // The field keeps the focus and handles the keys.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={one.label}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={classes(
            'flex items-baseline gap-2 rounded-[6px] px-2 py-1 font-mono text-xs',
            index === at && 'bg-hover',
          )}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAccept(index)}
        >
          <span className="min-w-0 truncate">{one.label}</span>
          <span className="ml-auto shrink-0 text-faint">{one.detail}</span>
        </li>
      ))}
    </ul>
  );
}
