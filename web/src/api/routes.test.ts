import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callOf, type Answer, type Fits, type Refusal } from './routes';
import { liveMessage, problem } from './schemas';

describe('a call', () => {
  it('has its address filled in and its query spelt', () => {
    const call = callOf('GET workflows/{workflow}/versions', {
      path: { workflow: 'a/b' },
      query: { limit: 5, cursor: undefined },
    });
    expect(call).toMatchObject({ method: 'GET', path: 'workflows/a%2Fb/versions?limit=5' });
  });

  it('carries what the route takes', () => {
    const call = callOf('POST workflows/{workflow}/publish', {
      path: { workflow: 'wf_1' },
      body: { note: 'First' },
    });
    expect(call).toMatchObject({
      method: 'POST',
      path: 'workflows/wf_1/publish',
      body: { note: 'First' },
    });
  });
});

/** Whether a schema's input fits what is written: only the compiler looks. */
function fits<Wire, Read>(_: Fits<Wire, Read> extends string ? never : true): void {
  expect(true).toBe(true);
}

describe('a schema that drifts from the API does not compile', () => {
  const secrets = (one: z.ZodRawShape) => z.object({ items: z.array(z.object(one)) });

  it('when it reads another type', () => {
    // @ts-expect-error a name is no number
    callOf('GET secrets', {}, z.object({ items: z.array(z.object({ name: z.number() })) }));
    expect(secrets({ name: z.number() }).safeParse({ items: [{ name: 'a' }] }).success).toBe(false);
  });

  it('when it needs what is not promised', () => {
    // @ts-expect-error secrets have no value
    callOf('GET secrets', {}, z.object({ items: z.array(z.object({ value: z.string() })) }));
    const optional = z.object({ items: z.array(z.object({ value: z.string().optional() })) });
    // @ts-expect-error not even one that may be missing
    callOf('GET secrets', {}, optional);
    // @ts-expect-error a cursor may be missing
    callOf('GET runs', {}, z.object({ nextCursor: z.string() }));
    expect(secrets({ value: z.string() }).safeParse({ items: [{}] }).success).toBe(false);
  });

  it('when it takes less than may come', () => {
    const unfinished = z.object({
      items: z.array(z.object({ status: z.enum(['running', 'failed']) })),
    });
    // @ts-expect-error a run may also have succeeded
    callOf('GET runs', {}, unfinished);
    expect(z.enum(['running']).safeParse('succeeded').success).toBe(false);
  });

  it('nor does a body the route does not take, or a route there is not', () => {
    const path = { workflow: 'wf_1' };
    // @ts-expect-error a note is a text
    const { body } = callOf('POST workflows/{workflow}/publish', { path, body: { note: 5 } });
    expect(body).toBeDefined();
    // @ts-expect-error there is no such route
    expect(callOf('GET nowhere', {}).path).toBe('nowhere');
  });
});

describe('what comes by no route of its own', () => {
  it('reads refusals as the server writes them', () => {
    const read = (written: Refusal) => written satisfies z.input<typeof problem>;
    expect(read).toBeTypeOf('function');
  });

  it('reads live news as the runs they tell of', () => {
    fits<Answer<'GET runs'>['items'][number], z.input<typeof liveMessage>['run']>(true);
    fits<Answer<'GET runs/{run}'>['nodes'], z.input<typeof liveMessage>['nodes']>(true);
  });
});
