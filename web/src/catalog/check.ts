import { isObject, type Json, type Path } from '@/words/json';
import { isExpression } from '@/expressions/code';
import { count } from '@/words/count';
import type {
  Field,
  FieldsShape,
  ListShape,
  MapShape,
  NumberShape,
  Shape,
  TextShape,
} from './shape';

/** What is wrong with one value of a form, in words. */
export type Fault = { path: Path; message: string };

/** Checks a value against its shape as far as a form can; the compiler has the last word. */
export function check(shape: Shape, value: Json | undefined, path: Path = []): Fault[] {
  if (value === undefined) return [];
  if (isExpression(value)) return [];
  switch (shape.kind) {
    case 'text':
      return textFault(shape, value, path);
    case 'number':
      return numberFault(shape, value, path);
    case 'flag':
      return typeof value === 'boolean' ? [] : [{ path, message: 'Choose yes or no.' }];
    case 'choice':
      return shape.options.some((option) => option.value === value)
        ? []
        : [{ path, message: 'Choose one of the list.' }];
    case 'list':
      return listFaults(shape, value, path);
    case 'map':
      return mapFaults(shape, value, path);
    case 'fields':
      return fieldsFaults(shape, value, path);
    case 'union':
      return unionFaults(shape, value, path);
    case 'any':
      return [];
  }
}

function textFault(shape: TextShape, value: Json, path: Path): Fault[] {
  if (shape.format === 'JSON_SCHEMA' && isObject(value)) return [];
  if (typeof value !== 'string') return [{ path, message: 'This must be text.' }];
  if (value.length < shape.min && value !== '')
    return [{ path, message: `Give at least ${count(shape.min, 'character')}.` }];
  if (value.length > shape.max)
    return [{ path, message: `Keep it under ${count(shape.max, 'character')}.` }];
  if (shape.pattern && value !== '' && !value.includes('{{') && !fits(shape.pattern, value))
    return [{ path, message: 'This isn’t in the expected form.' }];
  return [];
}

/** Patterns are Java's; one the browser can't read is left to the compiler. */
function fits(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    return true;
  }
}

function numberFault(shape: NumberShape, value: Json, path: Path): Fault[] {
  if (typeof value !== 'number') return [{ path, message: 'This must be a number.' }];
  if (shape.integer && !Number.isInteger(value)) return [{ path, message: 'Use a whole number.' }];
  if (value < shape.min)
    return [{ path, message: `The least is ${shape.min.toLocaleString('en')}.` }];
  if (value > shape.max)
    return [{ path, message: `The most is ${shape.max.toLocaleString('en')}.` }];
  return [];
}

function listFaults(shape: ListShape, value: Json, path: Path): Fault[] {
  if (!Array.isArray(value)) return [{ path, message: 'This must be a list.' }];
  const items = value.flatMap((item, index) => check(shape.item, item, [...path, index]));
  if (value.length < shape.min)
    return [{ path, message: `Add at least ${count(shape.min, 'entry', 'entries')}.` }, ...items];
  if (value.length > shape.max)
    return [{ path, message: `Keep at most ${count(shape.max, 'entry', 'entries')}.` }, ...items];
  return items;
}

function mapFaults(shape: MapShape, value: Json, path: Path): Fault[] {
  if (!isObject(value)) return [{ path, message: 'This must be a list of names and values.' }];
  const keys = Object.keys(value);
  const inner = keys.flatMap((key) => check(shape.value, value[key], [...path, key]));
  return keys.length > shape.max
    ? [{ path, message: `Keep at most ${count(shape.max, 'entry', 'entries')}.` }, ...inner]
    : inner;
}

function fieldsFaults(shape: FieldsShape, value: Json, path: Path): Fault[] {
  if (!isObject(value)) return [{ path, message: 'This must be an object.' }];
  return shape.fields.flatMap((field) =>
    fieldFaults(field, value[field.name], [...path, field.name]),
  );
}

function fieldFaults(field: Field, value: Json | undefined, path: Path): Fault[] {
  const missing = value === undefined || value === '' || value === null;
  const least = field.shape.kind === 'text' ? field.shape.min : 1;
  if (missing && field.required && field.shape.kind !== 'any' && least > 0)
    return [{ path, message: `${field.title} is needed.` }];
  return missing ? [] : check(field.shape, value, path);
}

function unionFaults(shape: Extract<Shape, { kind: 'union' }>, value: Json, path: Path): Fault[] {
  const kind = isObject(value) ? value[shape.discriminator] : undefined;
  const variant = typeof kind === 'string' ? shape.variants[kind] : undefined;
  if (!variant) return [{ path, message: 'Choose one of the list.' }];
  return fieldsFaults(variant.fields, value, path);
}
