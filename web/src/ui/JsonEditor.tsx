import { useState } from 'react';
import { sameJson, type Json } from '@/words/json';
import { parseJson } from '@/words/parse';
import { TextArea } from './Field';

type JsonEditorProps = {
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  label?: string;
  rows?: number;
  /** Whether an empty text means "not set". */
  optional?: boolean;
};

const written = (value: Json | undefined) =>
  value === undefined ? '' : JSON.stringify(value, null, 2);

/** JSON as text: what is valid is handed on at once, what isn't is kept here and explained. */
export function JsonEditor({ value, onChange, label, rows = 6, optional }: JsonEditorProps) {
  const [text, setText] = useState(() => written(value));
  const [seen, setSeen] = useState(value);
  const [fault, setFault] = useState<string>();
  if (!sameJson(seen, value)) {
    setSeen(value);
    setText(written(value));
    setFault(undefined);
  }
  const edit = (next: string) => {
    setText(next);
    if (optional && next.trim() === '') {
      hand(undefined);
      return;
    }
    const parsed = parseJson(next);
    if (parsed.ok) hand(parsed.value);
    else setFault(parsed.message);
  };
  const hand = (next: Json | undefined) => {
    setFault(undefined);
    setSeen(next);
    onChange(next);
  };
  return (
    <div className="flex flex-col gap-1">
      <TextArea
        {...(label ? { 'aria-label': label } : {})}
        className="font-mono text-xs leading-5"
        rows={Math.min(16, Math.max(rows, text.split('\n').length))}
        spellCheck={false}
        value={text}
        aria-invalid={fault !== undefined || undefined}
        onChange={(event) => edit(event.target.value)}
      />
      {fault && (
        <p role="alert" className="text-xs text-failed">
          {fault}
        </p>
      )}
    </div>
  );
}
