import { z } from 'zod';
import { json, type Json } from '@/words/json';

/** How a text is edited and what it must look like. */
export const FORMATS = [
  'PLAIN',
  'MULTILINE',
  'URL',
  'EMAIL',
  'SECRET',
  'CRON',
  'TIME_ZONE',
  'DATE_TIME',
  'JSON_SCHEMA',
  'WORKFLOW',
  'EXPRESSION',
  'CONDITION',
] as const;

export type Format = (typeof FORMATS)[number];
export type TextShape = {
  kind: 'text';
  format: Format;
  min: number;
  max: number;
  pattern?: string | null;
};
export type NumberShape = { kind: 'number'; min: number; max: number; integer: boolean };
export type ChoiceShape = { kind: 'choice'; options: { value: string; title: string }[] };
export type ListShape = { kind: 'list'; item: Shape; min: number; max: number };
export type MapShape = { kind: 'map'; value: Shape; max: number };
export type FieldsShape = { kind: 'fields'; fields: Field[] };
export type Variant = { title: string; fields: FieldsShape };
export type UnionShape = {
  kind: 'union';
  discriminator: string;
  variants: Record<string, Variant>;
};

/** The shape of a JSON value, as the catalog writes it: what every form is drawn from. */
export type Shape =
  | TextShape
  | NumberShape
  | { kind: 'flag' }
  | ChoiceShape
  | ListShape
  | MapShape
  | FieldsShape
  | UnionShape
  | { kind: 'any' };

/** One field of an object; `dynamic` fields may hold expressions and templates. */
export type Field = {
  name: string;
  title: string;
  hint: string;
  shape: Shape;
  required: boolean;
  dynamic: boolean;
  advanced: boolean;
  fallback?: Json | null;
};

/** A bound that JSON can't write (Java's infinities arrive as text) is no bound. */
const bound = (none: number) =>
  z
    .union([z.number(), z.literal(['Infinity', '-Infinity', 'NaN']), z.null()])
    .optional()
    .transform((value) => (typeof value === 'number' ? value : none));

const text = z.object({
  kind: z.literal('text'),
  format: z.enum(FORMATS).catch('PLAIN'),
  min: z.number().default(0),
  max: z.number().default(Number.MAX_SAFE_INTEGER),
  pattern: z.string().nullish(),
});
const number = z.object({
  kind: z.literal('number'),
  min: bound(Number.NEGATIVE_INFINITY),
  max: bound(Number.POSITIVE_INFINITY),
  integer: z.boolean(),
});
const flag = z.object({ kind: z.literal('flag') });
const choice = z.object({
  kind: z.literal('choice'),
  options: z.array(z.object({ value: z.string(), title: z.string() })),
});
const any = z.object({ kind: z.literal('any') });
const list = z.object({
  kind: z.literal('list'),
  item: z.lazy(() => shape),
  min: z.number().default(0),
  max: z.number().default(Number.MAX_SAFE_INTEGER),
});
const map = z.object({
  kind: z.literal('map'),
  value: z.lazy(() => shape),
  max: z.number().default(Number.MAX_SAFE_INTEGER),
});

export const field: z.ZodType<Field> = z.lazy(() =>
  z.object({
    name: z.string(),
    title: z.string(),
    hint: z
      .string()
      .nullish()
      .transform((hint) => hint ?? ''),
    shape,
    required: z.boolean().default(false),
    dynamic: z.boolean().default(false),
    advanced: z.boolean().default(false),
    fallback: json.nullish(),
  }),
);

export const fieldsShape: z.ZodType<FieldsShape> = z.object({
  kind: z.literal('fields'),
  fields: z.array(field),
});

const union = z.object({
  kind: z.literal('union'),
  discriminator: z.string(),
  variants: z.record(
    z.string(),
    z.object({ title: z.string(), fields: z.lazy(() => fieldsShape) }),
  ),
});

export const shape: z.ZodType<Shape> = z.union([
  text,
  number,
  flag,
  choice,
  list,
  map,
  fieldsShape,
  union,
  any,
]);
