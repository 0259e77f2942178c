import { isObject, type Json, type JsonObject } from '@/words/json';

/** One field of a flat JSON Schema; `more` is what the table doesn't show, kept as it is. */
export type Row = {
  name: string;
  type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  required: boolean;
  more: JsonObject;
};

export const TYPES: { value: Row['type']; title: string }[] = [
  { value: 'string', title: 'Text' },
  { value: 'number', title: 'Number' },
  { value: 'integer', title: 'Whole number' },
  { value: 'boolean', title: 'Yes or no' },
  { value: 'array', title: 'List' },
  { value: 'object', title: 'Object' },
];

const SHOWN = new Set(['type', 'properties', 'required', 'additionalProperties']);

/** The rows of an object schema, or undefined when it is more than a table can show. */
export function toRows(schema: Json | undefined): Row[] | undefined {
  if (schema === undefined || schema === null) return [];
  if (!isObject(schema) || (schema.type !== undefined && schema.type !== 'object'))
    return undefined;
  if (Object.keys(schema).some((key) => !SHOWN.has(key))) return undefined;
  const properties = schema.properties ?? {};
  if (!isObject(properties)) return undefined;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const rows = Object.entries(properties).map(([name, one]) =>
    row(name, one, required.includes(name)),
  );
  return rows.includes(undefined) ? undefined : (rows as Row[]);
}

/** A list of words without a type is text. */
function row(name: string, schema: Json, required: boolean): Row | undefined {
  if (!isObject(schema)) return undefined;
  const { type, ...more } = schema;
  const known = TYPES.find(
    (one) => one.value === (type ?? (Array.isArray(more.enum) ? 'string' : undefined)),
  );
  return known && { name, type: known.value, required, more };
}

export function fromRows(rows: readonly Row[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(rows.map(({ name, type, more }) => [name, { type, ...more }])),
    required: rows.filter((one) => one.required).map((one) => one.name),
    additionalProperties: false,
  };
}
