import type { z } from 'zod';
import type { Call, Method } from './http';
import type { paths } from './schema.gen';

type Operations = {
  [P in keyof paths]: {
    [V in Lowercase<Method>]: paths[P][V] extends { responses: object }
      ? {
          route: `${Uppercase<V>} ${P extends `/api/v1/${infer Rest}` ? Rest : never}`;
          operation: paths[P][V];
        }
      : never;
  }[Lowercase<Method>];
}[keyof paths];

/** A route of the API by verb and path, such as `GET workflows/{workflow}`. */
export type Route = Operations['route'];

type Operation<R extends Route> = Extract<Operations, { route: R }>['operation'];

type Content<T> = T extends { content: { 'application/json': infer C } } ? C : undefined;

/** What a route answers when all went well, as the server writes it. */
export type Answer<R extends Route> =
  Operation<R> extends { responses: infer S }
    ? Content<S[keyof S & (200 | 201 | 202 | 204)]>
    : never;

/** What a route is sent. */
export type Body<R extends Route> =
  Operation<R> extends { requestBody?: infer B } ? Content<Exclude<B, undefined>> : never;

type Parameters<R extends Route, In extends 'path' | 'query'> =
  Operation<R> extends { parameters: infer P }
    ? P extends { [I in In]?: infer T }
      ? Exclude<T, undefined>
      : never
    : never;

/** How every refusal of the server reads. */
export type Refusal =
  paths['/api/v1/health']['get']['responses'][500]['content']['application/problem+json'];

/** Of what the server writes, the part that a schema reads; what only the schema knows is impossible. */
type Part<Wire, Read> = unknown extends Read
  ? unknown
  : Read extends readonly (infer R)[]
    ? Wire extends readonly (infer W)[]
      ? Part<W, R>[]
      : never
    : Read extends object
      ? Wire extends object
        ? {
            [K in keyof Wire as K extends keyof Read ? K : never]: K extends keyof Read
              ? Part<Wire[K], Exclude<Read[K], undefined>>
              : never;
          } & {
            [K in Exclude<keyof Read, keyof Wire>]?: never;
          }
        : never
      : Wire;

/**
 * `unknown` when a schema takes whatever the server may write, and knows nothing that the server
 * doesn't promise; else what is wrong, which then shows up in the compiler's words.
 */
export type Fits<Wire, Read> = [Wire] extends [Read]
  ? [Read] extends [Part<Wire, Read>]
    ? unknown
    : 'This schema reads what the API does not promise.'
  : 'The API may answer what this schema refuses.';

type Given<R extends Route> = {
  query?: Parameters<R, 'query'>;
  headers?: Record<string, string>;
} & ([Parameters<R, 'path'>] extends [never] ? { path?: never } : { path: Parameters<R, 'path'> }) &
  (Operation<R> extends { requestBody: object } ? { body: Body<R> } : { body?: Body<R> });

/** A call of a route that answers nothing. */
export function callOf<R extends Route>(route: R, given: Given<R>): Call<void>;
/** A call of a route, and how its answer is read. */
export function callOf<R extends Route, S extends z.ZodType>(
  route: R,
  given: Given<R>,
  answer: S & Fits<Answer<R>, z.input<S>>,
): Call<z.output<S>>;
export function callOf<R extends Route>(
  route: R,
  given: Given<R>,
  answer?: z.ZodType,
): Call<unknown> {
  const [method, template] = route.split(' ') as [Method, string];
  const { path, query, headers, body } = given as {
    path?: Values;
    query?: Values;
    headers?: Record<string, string>;
    body?: unknown;
  };
  return {
    method,
    path: filled(template, path ?? {}) + search(query ?? {}),
    headers,
    body,
    answer,
  };
}

type Values = Record<string, string | number | undefined>;

function filled(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name])),
  );
}

function search(values: Values): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  const found = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return found.size ? `?${found.toString()}` : '';
}
