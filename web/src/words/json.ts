import { z } from 'zod';

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object. */
export type JsonObject = { [key: string]: Json };

/** The way to a value inside another: keys and indexes. */
export type Path = readonly (string | number)[];

export const json: z.ZodType<Json> = z.json();

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at the path, or undefined when something on the way is missing. */
export function getIn(value: Json | undefined, path: Path): Json | undefined {
  let at: Json | undefined = value;
  for (const step of path) {
    if (Array.isArray(at) && typeof step === 'number') at = at[step];
    else if (isObject(at) && Object.hasOwn(at, step)) at = at[step];
    else return undefined;
  }
  return at;
}

/** A copy with the value put at the path; undefined removes it; what is missing on the way is made. */
export function setIn(
  value: Json | undefined,
  path: Path,
  put: Json | undefined,
): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return put;
  if (typeof step === 'number') return setItem(Array.isArray(value) ? value : [], step, rest, put);
  return setKey(isObject(value) ? value : {}, step, rest, put);
}

function setItem(list: Json[], at: number, rest: Path, put: Json | undefined): Json[] {
  const next = setIn(list[at], rest, put);
  if (next === undefined) return list.filter((_, index) => index !== at);
  return list.length <= at ? [...list, next] : list.with(at, next);
}

function setKey(object: JsonObject, key: string, rest: Path, put: Json | undefined): JsonObject {
  const next = setIn(object[key], rest, put);
  if (next !== undefined) return { ...object, [key]: next };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** Whether two values are the same JSON; the order of an object's keys does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a).filter((key) => a[key] !== undefined);
  const others = Object.keys(b).filter((key) => b[key] !== undefined);
  return keys.length === others.length && keys.every((key) => sameJson(a[key], b[key]));
}

/** The path as a person writes it: `fields[0].value`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step,
    '',
  );
}
