import { switchVariant } from '@/catalog/initial';
import type { UnionShape } from '@/catalog/shape';
import { variantOf } from '@/catalog/walk';
import { Field, Select } from '@/ui/Field';
import { childOf, ConfigField } from './ShapeField';
import { useForm, type FieldProps } from './formContext';

/** One of several objects: which, and below it that one's fields. */
export function UnionField({
  shape,
  path,
  value,
  title,
  hint,
  required,
  dynamic,
}: FieldProps<UnionShape>) {
  const form = useForm();
  const kind = variantOf(shape, value);
  const variant = shape.variants[kind];
  const options = Object.entries(shape.variants).map(([name, one]) => ({
    value: name,
    title: one.title,
  }));
  return (
    <div className="flex flex-col gap-3">
      <Field label={title} hint={hint} required={required} error={form.fault(path)}>
        <Select
          options={variant ? options : [{ value: '', title: 'Choose…' }, ...options]}
          value={kind}
          onChange={(event) => form.set(path, switchVariant(shape, value, event.target.value))}
        />
      </Field>
      {variant && variant.fields.fields.length > 0 && (
        <div className="flex flex-col gap-3 border-l-2 border-line pl-3">
          {variant.fields.fields.map((field) => (
            <ConfigField
              key={field.name}
              field={field}
              path={[...path, field.name]}
              value={childOf(value, field.name)}
              dynamic={dynamic}
            />
          ))}
        </div>
      )}
    </div>
  );
}
