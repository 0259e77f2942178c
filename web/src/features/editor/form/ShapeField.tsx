import { isExpression, unwrap, wrap } from '@/expressions/code';
import { initialValue } from '@/catalog/initial';
import type { Field as CatalogField, Shape } from '@/catalog/shape';
import { pathText, type Json, type Path } from '@/words/json';
import { Field, Select, TextInput } from '@/ui/Field';
import { Segments, Toggle } from '@/ui/Toggle';
import { AnyField } from './AnyField';
import { CodeArea } from './CodeArea';
import { ListField } from './ListField';
import { MapField } from './MapField';
import { NumberInput } from '@/ui/NumberInput';
import { Result } from './Result';
import { TextField } from './TextField';
import { UnionField } from './UnionField';
import { useForm, type FieldProps } from './formContext';

/** The field for one entry of a node's settings, drawn from its shape and nothing else. */
export function ConfigField({
  field,
  path,
  value,
  dynamic,
}: {
  field: CatalogField;
  path: Path;
  value: Json | undefined;
  dynamic: boolean;
}) {
  return (
    <div data-field={pathText(path)}>
      <ShapeField
        shape={field.shape}
        path={path}
        value={value ?? field.fallback ?? undefined}
        title={field.title}
        hint={field.hint}
        required={field.required}
        dynamic={dynamic || field.dynamic}
      />
    </div>
  );
}

/** Any shape as a field: written out where it may be fixed, as code where it is an expression. */
export function ShapeField(props: FieldProps<Shape>) {
  const { shape, value, dynamic, path } = props;
  const form = useForm();
  if (shape.kind === 'any') return <AnyField {...props} shape={shape} />;
  if (shape.kind === 'text' && (shape.format === 'EXPRESSION' || shape.format === 'CONDITION'))
    return <ExpressionField {...props} />;
  const toggled = dynamic && isToggled(shape);
  const code = toggled && isExpression(value);
  const aside = toggled && (
    <ModeToggle
      title={props.title}
      code={code}
      onChange={(next) => form.set(path, next ? asCode(value) : asFixed(value, shape))}
    />
  );
  return code ? (
    <ExpressionField {...props} aside={aside} />
  ) : (
    <FixedField {...props} aside={aside} />
  );
}

/** Objects and unions are dynamic inside, field by field; the rest may be an expression as a whole. */
function isToggled(shape: Shape): boolean {
  return (
    shape.kind !== 'fields' &&
    shape.kind !== 'union' &&
    !(shape.kind === 'text' && (shape.format === 'SECRET' || shape.format === 'WORKFLOW'))
  );
}

function asCode(value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return '{%  %}';
  return wrap(JSON.stringify(value));
}

/** A literal that was written as code becomes the value again; any other code starts over. */
function asFixed(value: Json | undefined, shape: Shape): Json {
  try {
    return JSON.parse(unwrap(typeof value === 'string' ? value : '')) as Json;
  } catch {
    return initialValue(shape);
  }
}

function ModeToggle({
  title,
  code,
  onChange,
}: {
  title: string;
  code: boolean;
  onChange: (code: boolean) => void;
}) {
  return (
    <Segments
      small
      label={`${title} is`}
      value={code ? 'code' : 'fixed'}
      options={[
        { value: 'fixed', title: 'Fixed' },
        { value: 'code', title: 'Expression' },
      ]}
      onChange={(next) => onChange(next === 'code')}
    />
  );
}

type WithAside<P> = P & { aside?: React.ReactNode };

function ExpressionField({
  path,
  value,
  title,
  hint,
  required,
  aside,
}: WithAside<FieldProps<Shape>>) {
  const form = useForm();
  const text = typeof value === 'string' ? value : '';
  return (
    <Field label={title} hint={hint} required={required} error={form.fault(path)} aside={aside}>
      <CodeArea
        mode="code"
        lines={1}
        placeholder="$trigger…"
        value={isExpression(text) ? inner(text) : text}
        onChange={(next) => form.set(path, next === '' && !aside ? '' : keep(next))}
      />
      {text !== '' && <Result text={isExpression(text) ? text : wrap(text)} />}
    </Field>
  );
}

/** The code between the braces; one space at each end belongs to them. */
function inner(text: string): string {
  return text.slice(2, -2).replace(/^ /, '').replace(/ $/, '');
}

const keep = (code: string) => `{% ${code} %}`;

function FixedField(props: WithAside<FieldProps<Shape>>) {
  const { shape, path, value, title, hint, required, aside, dynamic } = props;
  const form = useForm();
  const around = { label: title, hint, required, aside, error: form.fault(path) };
  switch (shape.kind) {
    case 'text':
      return <TextField {...props} shape={shape} aside={aside} />;
    case 'number':
      return (
        <Field {...around}>
          <NumberInput shape={shape} value={value} onChange={(next) => form.set(path, next)} />
        </Field>
      );
    case 'flag':
      return (
        <Field {...around}>
          <Toggle checked={value === true} onChange={(next) => form.set(path, next)} />
        </Field>
      );
    case 'choice':
      return (
        <Field {...around}>
          <Select
            options={withUnknown(shape.options, value)}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => form.set(path, event.target.value)}
          />
        </Field>
      );
    case 'list':
      return <ListField {...props} shape={shape} aside={aside} />;
    case 'map':
      return <MapField {...props} shape={shape} aside={aside} />;
    case 'union':
      return <UnionField {...props} shape={shape} />;
    case 'fields':
      return (
        <fieldset className="flex flex-col gap-3 rounded-box border border-line p-3">
          <legend className="px-1 text-panel font-medium">{title}</legend>
          {shape.fields.map((field) => (
            <ConfigField
              key={field.name}
              field={field}
              path={[...path, field.name]}
              value={childOf(value, field.name)}
              dynamic={dynamic}
            />
          ))}
        </fieldset>
      );
    case 'any':
      return <TextInput disabled value="" />;
  }
}

/** A word that is no longer offered stays visible, so that one sees what is wrong. */
function withUnknown(options: { value: string; title: string }[], value: Json | undefined) {
  const known = typeof value !== 'string' || options.some((option) => option.value === value);
  return known && value !== undefined
    ? options
    : [
        {
          value: typeof value === 'string' ? value : '',
          title: typeof value === 'string' && value ? `${value} (unknown)` : 'Choose…',
        },
        ...options,
      ];
}

export function childOf(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value[name]
    : undefined;
}
