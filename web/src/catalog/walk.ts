import { isObject, type Json, type Path } from '@/words/json';
import type { Field, Shape, UnionShape } from './shape';

/** Where in a config a text may hold code, and whether templates count there. */
export type Spot = { path: Path; text: string; templates: boolean };

/** A copy of the config in which each text that may hold code went through the function. */
export function mapCode(
  shape: Shape | undefined,
  config: Json,
  change: (spot: Spot) => string,
): Json {
  return walk(shape, config, [], false, change);
}

/** Every text of the config that may hold code. */
export function codeSpots(shape: Shape | undefined, config: Json): Spot[] {
  const spots: Spot[] = [];
  mapCode(shape, config, (spot) => {
    spots.push(spot);
    return spot.text;
  });
  return spots;
}

function walk(
  shape: Shape | undefined,
  value: Json,
  path: Path,
  dynamic: boolean,
  change: (spot: Spot) => string,
): Json {
  if (typeof value === 'string') return change({ path, text: value, templates: dynamic });
  if (Array.isArray(value)) {
    const item = shape?.kind === 'list' ? shape.item : undefined;
    return value.map((entry, index) => walk(item, entry, [...path, index], dynamic, change));
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, entry]) => {
    const known = fieldOf(shape, value, key);
    const inner = known?.shape ?? (shape?.kind === 'map' ? shape.value : undefined);
    const open = dynamic || (known?.dynamic ?? shape === undefined);
    return [key, walk(inner, entry, [...path, key], open, change)] as const;
  });
  return Object.fromEntries(entries);
}

/** The word by which a union's value says which of the objects it is. */
export function variantOf(shape: UnionShape, value: Json | undefined): string {
  const word = isObject(value) ? value[shape.discriminator] : undefined;
  return typeof word === 'string' ? word : '';
}

/** The field a key of the value belongs to, through the variant the value chose. */
export function fieldOf(shape: Shape | undefined, value: Json, key: string): Field | undefined {
  if (shape?.kind === 'fields') return shape.fields.find((field) => field.name === key);
  if (shape?.kind !== 'union' || !isObject(value)) return undefined;
  const variant = shape.variants[variantOf(shape, value)];
  return variant?.fields.fields.find((field) => field.name === key);
}
