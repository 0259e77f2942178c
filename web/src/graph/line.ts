import type { NodeType } from '@/catalog/nodeType';
import { fieldOf, variantOf } from '@/catalog/walk';
import type { Shape } from '@/catalog/shape';
import { isExpression, unwrap } from '@/expressions/code';
import { count } from '@/words/count';
import { getIn, isObject, type Json, type JsonObject } from '@/words/json';

/** The grey line on a node's card, with `{field}` filled in: "POST /orders". */
export function cardLine(type: NodeType, config: JsonObject): string {
  const filled = type.line.replace(/\{([\w.]+)\}/g, (_, name: string) =>
    shown(type.config, config, name.split('.')),
  );
  return filled.replace(/\s+/g, ' ').replace(/^[\s·→:,-]+|[\s·→:,-]+$/g, '') || type.title;
}

function shown(shape: Shape, config: JsonObject, path: string[]): string {
  const value = getIn(config, path);
  const field = fieldOf(shape, config, path[0] ?? '');
  return words(value, path.length === 1 ? field?.shape : undefined);
}

function words(value: Json | undefined, shape: Shape | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return text(value, shape);
  if (Array.isArray(value)) return names(value);
  if (isObject(value)) return variant(value, shape);
  return String(value);
}

function text(value: string, shape: Shape | undefined): string {
  if (isExpression(value)) return unwrap(value);
  const option = shape?.kind === 'choice' && shape.options.find((one) => one.value === value);
  return option ? option.title : value;
}

/** A list of named things reads as their names, any other as its length. */
function names(list: Json[]): string {
  const found = list.map((one) => (isObject(one) ? one.name : one));
  const texts = found.filter((one): one is string => typeof one === 'string' && one !== '');
  return texts.length === list.length ? texts.join(', ') : count(list.length, 'entry', 'entries');
}

function variant(value: JsonObject, shape: Shape | undefined): string {
  if (shape?.kind !== 'union') return count(Object.keys(value).length, 'entry', 'entries');
  const kind = variantOf(shape, value);
  const rest = Object.entries(value).filter(([key]) => key !== shape.discriminator);
  const plain = rest.filter(
    ([, one]) => one !== '' && one !== null && !isObject(one) && !Array.isArray(one),
  );
  if (plain.length === 0) return shape.variants[kind]?.title ?? kind;
  return plain.map(([key, one]) => words(one, fieldOf(shape, value, key)?.shape)).join(' ');
}
