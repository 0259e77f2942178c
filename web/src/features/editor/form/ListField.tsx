import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { initialItem } from '@/catalog/initial';
import type { ListShape } from '@/catalog/shape';
import type { Json } from '@/words/json';
import { Button, IconButton } from '@/ui/Button';
import { childOf, ConfigField, ShapeField } from './ShapeField';
import { useForm, type FieldProps } from './formContext';

/** A list: each entry a small card that can be moved and taken away. */
export function ListField({
  shape,
  path,
  value,
  title,
  hint,
  dynamic,
  aside,
}: FieldProps<ListShape> & { aside?: ReactNode }) {
  const form = useForm();
  const items = Array.isArray(value) ? value : [];
  const put = (next: Json[]) => form.set(path, next);
  const move = (from: number, to: number) => {
    const moved = items[from];
    if (moved === undefined) return;
    put(items.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="contents">
        <span className="flex min-h-6 items-center text-panel font-medium">
          {title}
          <span className="ml-auto">{aside}</span>
        </span>
      </legend>
      {hint && <p className="text-xs text-faint">{hint}</p>}
      {form.fault(path) && <p className="text-xs text-failed">{form.fault(path)}</p>}
      {items.map((item, index) => (
        <div key={index} className="flex gap-1 rounded-box border border-line bg-ground p-2">
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            {shape.item.kind === 'fields' ? (
              shape.item.fields.map((field) => (
                <ConfigField
                  key={field.name}
                  field={field}
                  path={[...path, index, field.name]}
                  value={childOf(item, field.name)}
                  dynamic={dynamic}
                />
              ))
            ) : (
              <ShapeField
                shape={shape.item}
                path={[...path, index]}
                value={item}
                title={`${title} ${index + 1}`}
                dynamic={dynamic}
              />
            )}
          </div>
          <div className="flex flex-col">
            <IconButton
              label={`Remove ${title} ${index + 1}`}
              className="size-6"
              onClick={() => put(items.toSpliced(index, 1))}
            >
              <X size={14} />
            </IconButton>
            {items.length > 1 && (
              <>
                <IconButton
                  label={`Move ${title} ${index + 1} up`}
                  className="size-6"
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  <ArrowUp size={14} />
                </IconButton>
                <IconButton
                  label={`Move ${title} ${index + 1} down`}
                  className="size-6"
                  disabled={index === items.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  <ArrowDown size={14} />
                </IconButton>
              </>
            )}
          </div>
        </div>
      ))}
      <Button
        small
        className="self-start"
        disabled={items.length >= shape.max}
        onClick={() => put([...items, initialItem(shape.item)])}
      >
        <Plus size={14} aria-hidden /> Add to {title.toLowerCase()}
      </Button>
    </fieldset>
  );
}
