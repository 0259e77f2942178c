import { Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { initialValue } from '@/catalog/initial';
import type { MapShape } from '@/catalog/shape';
import { isObject, sameJson, type Json, type JsonObject } from '@/words/json';
import { Button, IconButton } from '@/ui/Button';
import { TextInput } from '@/ui/Field';
import { CodeArea } from './CodeArea';
import { Result } from './Result';
import { ShapeField } from './ShapeField';
import { useForm, type FieldProps } from './formContext';

type Row = [key: string, value: Json];

const toObject = (rows: Row[]): JsonObject =>
  Object.fromEntries(rows.filter(([key]) => key !== ''));

/**
 * Names and values, row by row. Rows are kept here while a name is empty or twice there: an object
 * can't hold those.
 */
export function MapField({
  shape,
  path,
  value,
  title,
  hint,
  dynamic,
  aside,
}: FieldProps<MapShape> & { aside?: ReactNode }) {
  const form = useForm();
  const given = isObject(value) ? value : {};
  const [rows, setRows] = useState<Row[]>(() => Object.entries(given));
  if (!sameJson(toObject(rows), given)) setRows(Object.entries(given));
  const put = (next: Row[]) => {
    setRows(next);
    form.set(path, toObject(next));
  };
  const change = (index: number, row: Row) =>
    put(rows.map((one, at) => (at === index ? row : one)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="contents">
        <span className="flex min-h-6 items-center text-panel font-medium">
          {title}
          <span className="ml-auto">{aside}</span>
        </span>
      </legend>
      {hint && <p className="text-xs text-faint">{hint}</p>}
      {rows.map(([key, item], index) => (
        <div key={index} className="flex items-start gap-1.5">
          <TextInput
            aria-label={`${title}: name ${index + 1}`}
            placeholder="Name"
            className="basis-2/5"
            spellCheck={false}
            value={key}
            onChange={(event) => change(index, [event.target.value, item])}
          />
          <div className="min-w-0 flex-1">
            {isPlain(shape, item) ? (
              <MapValue
                label={`${title}: value of ${key || index + 1}`}
                dynamic={dynamic}
                value={typeof item === 'string' ? item : ''}
                onChange={(next) => change(index, [key, next])}
              />
            ) : (
              <ShapeField
                shape={shape.value}
                path={[...path, key]}
                value={item}
                title={key}
                dynamic={dynamic}
              />
            )}
          </div>
          <IconButton
            label={`Remove ${key || `row ${index + 1}`}`}
            onClick={() => put(rows.toSpliced(index, 1))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      <Button
        small
        className="self-start"
        disabled={rows.length >= shape.max}
        onClick={() =>
          setRows([...rows, ['', shape.value.kind === 'any' ? '' : initialValue(shape.value)]])
        }
      >
        <Plus size={14} aria-hidden /> Add to {title.toLowerCase()}
      </Button>
    </fieldset>
  );
}

/** Most values are text, also where any would do; an expression of any value is text, too. */
function isPlain(shape: MapShape, item: Json): boolean {
  return shape.value.kind === 'text' || (shape.value.kind === 'any' && typeof item === 'string');
}

function MapValue({
  label,
  dynamic,
  value,
  onChange,
}: {
  label: string;
  dynamic: boolean;
  value: string;
  onChange: (next: string) => void;
}) {
  if (!dynamic)
    return (
      <TextInput
        aria-label={label}
        placeholder="Value"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <>
      <CodeArea
        label={label}
        mode="template"
        lines={1}
        placeholder="Value"
        value={value}
        onChange={onChange}
      />
      <Result text={value} />
    </>
  );
}
