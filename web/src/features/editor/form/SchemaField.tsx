import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { TextShape } from '@/catalog/shape';
import { fromRows, toRows, TYPES, type Row } from '@/catalog/schemaTable';
import { parseJson } from '@/words/parse';
import type { Json } from '@/words/json';
import { Button, IconButton } from '@/ui/Button';
import { Field, Select, TextInput } from '@/ui/Field';
import { JsonEditor } from '@/ui/JsonEditor';
import { Segments } from '@/ui/Toggle';
import { useForm, type FieldProps } from './formContext';

/** A JSON Schema: as a table while it is a plain object, as JSON always. Kept as text or object, as it came. */
export function SchemaField({ path, value, title, hint, required }: FieldProps<TextShape>) {
  const form = useForm();
  const asText = typeof value === 'string' && value !== '';
  const parsed = asText ? parseJson(value) : undefined;
  const schema: Json | undefined = parsed
    ? parsed.ok
      ? parsed.value
      : undefined
    : value === ''
      ? undefined
      : value;
  const rows = toRows(schema);
  const [wanted, setWanted] = useState<'table' | 'json'>('table');
  const shown = rows ? wanted : 'json';
  const put = (next: Json | undefined) =>
    form.set(path, next !== undefined && asText ? JSON.stringify(next) : next);
  return (
    <Field
      label={title}
      hint={rows ? hint : 'This schema is more than a table can show.'}
      required={required}
      error={form.fault(path)}
      aside={
        rows && (
          <Segments
            small
            label={`${title} as`}
            value={shown}
            options={[
              { value: 'table', title: 'Table' },
              { value: 'json', title: 'JSON' },
            ]}
            onChange={setWanted}
          />
        )
      }
    >
      {shown === 'table' && rows ? (
        <Table rows={rows} onChange={(next) => put(fromRows(next))} />
      ) : (
        <JsonEditor rows={10} optional value={schema} onChange={put} />
      )}
    </Field>
  );
}

function Table({ rows, onChange }: { rows: Row[]; onChange: (rows: Row[]) => void }) {
  const change = (index: number, part: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <div className="flex flex-col gap-1.5">
      {rows.map((row, index) => (
        <div key={index} className="flex items-center gap-1.5">
          <TextInput
            aria-label={`Field ${index + 1}`}
            placeholder="Field"
            spellCheck={false}
            value={row.name}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <Select
            aria-label={`Type of ${row.name}`}
            className="max-w-28"
            options={TYPES}
            value={row.type}
            onChange={(event) => change(index, { type: event.target.value as Row['type'] })}
          />
          <label className="flex h-8 shrink-0 items-center gap-1 text-xs text-soft">
            <input
              type="checkbox"
              checked={row.required}
              onChange={(event) => change(index, { required: event.target.checked })}
              className="size-4 accent-[var(--accent)]"
            />
            needed
          </label>
          <IconButton
            label={`Remove ${row.name || 'the field'}`}
            className="size-7"
            onClick={() => onChange(rows.toSpliced(index, 1))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      <Button
        small
        className="self-start"
        onClick={() =>
          onChange([
            ...rows,
            { name: `field${rows.length + 1}`, type: 'string', required: true, more: {} },
          ])
        }
      >
        <Plus size={14} aria-hidden /> Add a field
      </Button>
    </div>
  );
}
