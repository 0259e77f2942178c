import { isObject, type Json, type JsonObject } from '@/words/json';
import { example } from './initial';
import type { NodeType } from './nodeType';

/** What a trigger would hand a run: its own sample, else an example of its output with its settings in it. */
export function triggerSample(type: NodeType, config: JsonObject): Json {
  if (config.sample !== undefined && config.sample !== null) return config.sample;
  const made = example(type.output);
  if (!isObject(made)) return made;
  return Object.fromEntries(
    Object.entries(made).map(([key, value]) => [key, settled(key, value, config)]),
  );
}

/** A webhook's method and path are known before anyone calls it. */
function settled(key: string, value: Json, config: JsonObject): Json {
  const own = config[key];
  if (typeof own === 'string' && own !== '' && typeof value === 'string')
    return own === 'ANY' ? 'POST' : own;
  return isObject(value) ? {} : value;
}
