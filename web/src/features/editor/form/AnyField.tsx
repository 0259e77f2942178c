import { isExpression, unwrap, wrap } from '@/expressions/code';
import type { Shape } from '@/catalog/shape';
import type { Json } from '@/words/json';
import { Field } from '@/ui/Field';
import { JsonEditor } from '@/ui/JsonEditor';
import { Toggle } from '@/ui/Toggle';
import { CodeArea } from './CodeArea';
import { useForm, type FieldProps } from './formContext';
import { NumberInput } from '@/ui/NumberInput';
import { Result } from './Result';
import { Results } from './Results';

const KINDS = {
  text: 'Text',
  number: 'Number',
  flag: 'Yes or no',
  json: 'JSON',
  code: 'Expression',
} as const;
type Kind = keyof typeof KINDS;

function kindOf(value: Json | undefined): Kind {
  if (isExpression(value)) return 'code';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'flag' : 'json';
}

/** A value turned into another kind, keeping what makes sense there. */
function turned(value: Json | undefined, kind: Kind): Json {
  const plain = isExpression(value) ? literal(unwrap(value as string)) : value;
  switch (kind) {
    case 'text':
      return typeof plain === 'string'
        ? plain
        : plain === undefined || plain === null
          ? ''
          : JSON.stringify(plain);
    case 'number':
      return Number.isFinite(Number(plain)) ? Number(plain) : 0;
    case 'flag':
      return plain === true || plain === 'true';
    case 'json':
      return typeof plain === 'string' ? literal(plain) : (plain ?? null);
    case 'code':
      return plain === undefined || plain === null || plain === ''
        ? '{%  %}'
        : wrap(JSON.stringify(plain));
  }
}

function literal(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

const ANY_NUMBER = { kind: 'number', min: -Infinity, max: Infinity, integer: false } as const;

/** Any JSON value: first what kind of value, then the value. */
export function AnyField({ path, value, title, hint, required, dynamic }: FieldProps<Shape>) {
  const form = useForm();
  const kind = kindOf(value);
  const put = (next: Json | undefined) => form.set(path, next);
  const kinds = (Object.keys(KINDS) as Kind[]).filter((one) => dynamic || one !== 'code');
  const chooser = (
    <select
      aria-label={`Kind of ${title}`}
      className="h-6 rounded-[6px] bg-sunken px-1 text-xs text-soft"
      value={kind}
      onChange={(event) => put(turned(value, event.target.value as Kind))}
    >
      {kinds.map((one) => (
        <option key={one} value={one}>
          {KINDS[one]}
        </option>
      ))}
    </select>
  );
  const text = typeof value === 'string' ? value : '';
  return (
    <Field label={title} hint={hint} required={required} error={form.fault(path)} aside={chooser}>
      {kind === 'text' && (
        <CodeArea mode={dynamic ? 'template' : 'plain'} lines={1} value={text} onChange={put} />
      )}
      {kind === 'code' && (
        <CodeArea
          mode="code"
          lines={1}
          placeholder="$trigger…"
          value={unwrap(text)}
          onChange={(next) => put(`{% ${next} %}`)}
        />
      )}
      {kind === 'number' && (
        <NumberInput shape={ANY_NUMBER} value={value} onChange={(next) => put(next ?? 0)} />
      )}
      {kind === 'flag' && <Toggle checked={value === true} onChange={put} />}
      {kind === 'json' && (
        <JsonEditor key={path.join('.')} rows={4} optional value={value} onChange={put} />
      )}
      {dynamic && (kind === 'text' || kind === 'code') && <Result text={text} />}
      {dynamic && kind === 'json' && value !== undefined && <Results value={value} />}
    </Field>
  );
}
