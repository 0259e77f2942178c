import { useState } from 'react';
import type { NumberShape } from '@/catalog/shape';
import type { Json } from '@/words/json';
import { TextInput } from './Field';

/** A number as text: what is no number yet stays in the field and is not handed on. */
export function NumberInput({
  shape,
  value,
  onChange,
  label,
}: {
  shape: NumberShape;
  value: Json | undefined;
  onChange: (next: number | undefined) => void;
  label?: string;
}) {
  const written = typeof value === 'number' ? String(value) : '';
  const [text, setText] = useState(written);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (Number(text) !== value || text.trim() === '') setText(written);
  }
  const edit = (next: string) => {
    setText(next);
    const number = Number(next.replace(',', '.'));
    if (next.trim() === '') hand(undefined);
    else if (Number.isFinite(number)) hand(number);
  };
  const hand = (next: number | undefined) => {
    setSeen(next);
    onChange(next);
  };
  const bounds = [shape.min, shape.max].map((bound) =>
    Number.isFinite(bound) ? bound : undefined,
  );
  return (
    <TextInput
      {...(label ? { 'aria-label': label } : {})}
      inputMode={shape.integer ? 'numeric' : 'decimal'}
      className="max-w-40"
      value={text}
      title={
        bounds[0] !== undefined && bounds[1] !== undefined
          ? `${bounds[0].toLocaleString('en')} to ${bounds[1].toLocaleString('en')}`
          : undefined
      }
      onChange={(event) => edit(event.target.value)}
    />
  );
}
