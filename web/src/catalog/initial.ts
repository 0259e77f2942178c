import { isObject, type Json, type JsonObject } from '@/words/json';
import type { Field, FieldsShape, Shape } from './shape';

/** What a new node is given: fallbacks, and the smallest value of each required field. */
export function initialConfig(shape: FieldsShape): JsonObject {
  const entries = shape.fields.map((field) => [field.name, initialField(field)] as const);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}

function initialField(field: Field): Json | undefined {
  if (field.fallback !== undefined && field.fallback !== null) return field.fallback;
  return field.required ? initialValue(field.shape) : undefined;
}

/** The smallest value of a shape, the one a form starts with. */
export function initialValue(shape: Shape): Json {
  switch (shape.kind) {
    case 'text':
      return '';
    case 'number':
      return Math.min(Math.max(0, shape.min), shape.max);
    case 'flag':
      return false;
    case 'choice':
      return shape.options[0]?.value ?? '';
    case 'list':
      return Array.from({ length: Math.min(shape.min, 20) }, () => initialItem(shape.item));
    case 'map':
      return {};
    case 'fields':
      return initialConfig(shape);
    case 'union':
      return initialVariant(shape.discriminator, Object.entries(shape.variants)[0]);
    case 'any':
      return {};
  }
}

/** A new entry of a list: where any value may stand, a text is the likeliest. */
export function initialItem(shape: Shape): Json {
  const item = shape.kind === 'any' ? '' : initialValue(shape);
  if (shape.kind !== 'fields' || !isObject(item)) return item;
  const loose = shape.fields.filter((field) => field.shape.kind === 'any' && field.required);
  return { ...item, ...Object.fromEntries(loose.map((field) => [field.name, ''])) };
}

function initialVariant(
  discriminator: string,
  entry: [string, { fields: FieldsShape }] | undefined,
): JsonObject {
  return entry ? { [discriminator]: entry[0], ...initialConfig(entry[1].fields) } : {};
}

/** A union's value changed to another variant; fields of the same name and shape are kept. */
export function switchVariant(
  shape: Extract<Shape, { kind: 'union' }>,
  value: Json | undefined,
  variant: string,
): JsonObject {
  const fields = shape.variants[variant]?.fields;
  if (!fields) return { [shape.discriminator]: variant };
  const old = isObject(value) ? value : {};
  const kept = fields.fields.filter((field) => Object.hasOwn(old, field.name));
  return {
    [shape.discriminator]: variant,
    ...initialConfig(fields),
    ...Object.fromEntries(kept.map((field) => [field.name, old[field.name] as Json])),
  };
}

/** A made-up value of a shape, for a greyed example before anything has run. */
export function example(shape: Shape): Json {
  switch (shape.kind) {
    case 'text':
      return 'text';
    case 'number':
      return 0;
    case 'flag':
      return true;
    case 'choice':
      return shape.options[0]?.value ?? 'text';
    case 'list':
      return [example(shape.item)];
    case 'map':
      return { name: example(shape.value) };
    case 'fields':
      return Object.fromEntries(shape.fields.map((field) => [field.name, example(field.shape)]));
    case 'union':
      return exampleVariant(shape);
    case 'any':
      return {};
  }
}

function exampleVariant(shape: Extract<Shape, { kind: 'union' }>): Json {
  const [kind, variant] = Object.entries(shape.variants)[0] ?? [];
  if (kind === undefined || !variant) return {};
  return { [shape.discriminator]: kind, ...(example(variant.fields) as JsonObject) };
}
