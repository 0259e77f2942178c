import type { Field, Format, Shape } from '../../src/catalog/shape';
import type { Json } from '../../src/words/json';

/** Short ways to write shapes down in fixtures. */
export const text = (
  format: Format = 'PLAIN',
  more: { min?: number; max?: number; pattern?: string } = {},
): Shape => ({
  kind: 'text',
  format,
  min: 0,
  max: 10_000,
  ...more,
});

export const number = (min: number, max: number, integer = true): Shape => ({
  kind: 'number',
  min,
  max,
  integer,
});
export const flag: Shape = { kind: 'flag' };
export const any: Shape = { kind: 'any' };
export const list = (item: Shape, min = 0, max = 50): Shape => ({ kind: 'list', item, min, max });
export const map = (value: Shape, max = 50): Shape => ({ kind: 'map', value, max });

export const choice = (options: Record<string, string>): Shape => ({
  kind: 'choice',
  options: Object.entries(options).map(([value, title]) => ({ value, title })),
});

export const fields = (...all: Field[]): Extract<Shape, { kind: 'fields' }> => ({
  kind: 'fields',
  fields: all,
});

export const union = (variants: Record<string, [title: string, ...fields: Field[]]>): Shape => ({
  kind: 'union',
  discriminator: 'kind',
  variants: Object.fromEntries(
    Object.entries(variants).map(([kind, [title, ...inner]]) => [
      kind,
      { title, fields: fields(...inner) },
    ]),
  ),
});

type FieldMore = Partial<Pick<Field, 'hint' | 'required' | 'dynamic' | 'advanced'>> & {
  fallback?: Json;
};

export const field = (name: string, title: string, shape: Shape, more: FieldMore = {}): Field => ({
  name,
  title,
  shape,
  hint: '',
  required: false,
  dynamic: false,
  advanced: false,
  fallback: null,
  ...more,
});
