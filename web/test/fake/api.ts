import document from '../../../functions/publishing/src/main/resources/dev/heddle/catalog/openapi.gen.json';
import type { Json } from '../../src/words/json';

type Media = { schema: object; example?: Json; examples?: Record<string, { value: Json }> };
type Response = { content?: Record<string, Media> };
export type Operation = {
  parameters?: { name: string; in: string; schema: object; example?: Json }[];
  requestBody?: { required: boolean; content: Record<string, Media> };
  responses: Record<string, Response | { $ref: string }>;
};

/** The API's description, as the real server has it. */
export const API = document as unknown as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; responses: Record<string, Response> };
};

/** What an operation answers with a status; undefined when it never does. */
export function responseOf(operation: Operation, status: number): Response | undefined {
  const response = operation.responses[status];
  if (response === undefined || !('$ref' in response)) return response;
  return API.components.responses[response.$ref.split('/').at(-1)!];
}
