import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { API, responseOf } from './fake/api';
import { faultsOf, requirePromised } from './fake/contract';

const operations = Object.entries(API.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(
    ([verb, operation]) => [`${verb.toUpperCase()} ${path}`, operation] as const,
  ),
);

describe('the API’s description', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(API));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it.each(operations)('%s has examples of what it takes and answers', (_, operation) => {
    for (const { schema, example } of operation.parameters ?? []) {
      if (example !== undefined) expect(faultsOf(schema, example)).toBe('');
    }
    const taken = operation.requestBody?.content['application/json'];
    if (taken) expect(faultsOf(taken.schema, taken.example)).toBe('');
    for (const status of Object.keys(operation.responses)) {
      for (const { schema, example, examples } of Object.values(
        responseOf(operation, Number(status))?.content ?? {},
      )) {
        const all = [
          ...(example === undefined ? [] : [example]),
          ...Object.values(examples ?? {}).map((one) => one.value),
        ];
        if (Object.keys(schema).length > 0) expect(all).not.toEqual([]);
        for (const one of all) expect(faultsOf(schema, one)).toBe('');
      }
    }
  });
});

describe('the fake', () => {
  const path = '/api/v1/secrets';

  it('answers what is promised, no less and no more', () => {
    const secret = { name: 'a', updatedAt: '2030-01-31T09:00:00Z' };
    expect(() => requirePromised('GET', path, 200, { items: [secret] })).not.toThrow();
    expect(() => requirePromised('GET', path, 200, { items: [{ name: 'a' }] })).toThrow(
      /GET \/api\/v1\/secrets answers 200 otherwise: .*updatedAt/,
    );
    expect(() => requirePromised('GET', path, 200, { items: [{ ...secret, value: 'b' }] })).toThrow(
      /must NOT have additional properties/,
    );
    expect(() => requirePromised('GET', path, 418, {})).toThrow(
      'GET /api/v1/secrets never answers 418.',
    );
  });
});
