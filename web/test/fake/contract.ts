import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isObject, type Json } from '../../src/words/json';
import { API, responseOf, type Operation } from './api';
import type { Refused } from './store';

const ajv = new Ajv2020({ allErrors: true, strict: false });
formats(ajv);
ajv.addSchema(closed(API as unknown as Json) as object, 'api');

/** Objects of a fixed form that hold nothing else: more than what is promised is no promise. */
function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'example' || key === 'value' ? value : closed(value),
    ]),
  );
  return isObject(schema.properties) && schema.type === 'object'
    ? { additionalProperties: false, ...inner }
    : inner;
}

const validators = new Map<string, ValidateFunction>();

/** What is wrong with a value of a schema of the API's description; empty when nothing is. */
export function faultsOf(schema: object, value: unknown): string {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
  const validate = validators.get(text) ?? ajv.compile(JSON.parse(text) as object);
  validators.set(text, validate);
  return validate(value) ? '' : ajv.errorsText(validate.errors, { dataVar: '' });
}

/** The operation that a call is for, and how its address is written there. */
function operationOf(method: string, path: string): [string, Operation] | undefined {
  const parts = path.split('/');
  const isOf = (template: string) => {
    const names = template.split('/');
    return (
      names.length === parts.length &&
      names.every((name, index) => name.startsWith('{') || name === parts[index])
    );
  };
  const found = Object.entries(API.paths)
    .filter(([template, verbs]) => isOf(template) && method.toLowerCase() in verbs)
    .sort(([one], [other]) => one.split('{').length - other.split('{').length)[0];
  return found && [`${method} ${found[0]}`, found[1][method.toLowerCase()]!];
}

/** Why the real server would refuse this body; empty when it takes it. */
export function bodyFaults(method: string, path: string, body: unknown): string {
  const content = operationOf(method, path)?.[1].requestBody?.content['application/json'];
  return content ? faultsOf(content.schema, body ?? {}) : '';
}

/** Type and title of what is refused, as the real server has them. */
export function problemOf(refused: Refused): { type: string; title: string; status: number } {
  const kinds = Object.values(API.components.responses)
    .flatMap((response) =>
      Object.values(response.content?.['application/problem+json']?.examples ?? {}),
    )
    .map(
      (example) =>
        example.value as { type: string; title: string; status: number; issues?: unknown },
    )
    .filter((value) => value.status === refused.status);
  const { type, title, status } =
    kinds.find((value) => 'issues' in value === 'issues' in refused.more) ?? kinds[0]!;
  return { type, title, status };
}

/** Throws unless the real server could answer this. */
export function requirePromised(method: string, path: string, status: number, body: unknown): void {
  const [route, operation] = operationOf(method, path) ?? [];
  if (!operation) return;
  const response = responseOf(operation, status);
  if (!response) throw new Error(`${route} never answers ${status}.`);
  const media = Object.values(response.content ?? {})[0];
  const faults = media
    ? faultsOf(media.schema, body)
    : body === undefined
      ? ''
      : 'nothing is answered';
  if (faults) throw new Error(`${route} answers ${status} otherwise: ${faults}`);
}
