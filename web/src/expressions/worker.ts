import { evaluate, type Bindings, type Outcome } from './evaluate';

/** A question to the worker, told apart from others by its number. */
export type Question = { id: number; code: string; bindings: Bindings; known: string[] };
export type Answer = { id: number; outcome: Outcome };

self.onmessage = (event: MessageEvent<Question>) => {
  const { id, code, bindings, known } = event.data;
  void evaluate(code, bindings, known).then((outcome) => {
    self.postMessage({ id, outcome } satisfies Answer);
  });
};
