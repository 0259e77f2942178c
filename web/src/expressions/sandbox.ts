import type { Bindings, Outcome } from './evaluate';
import type { Answer, Question } from './worker';

/** The part of a Web Worker the sandbox needs. */
export type Evaluator = {
  postMessage: (question: Question) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

type Waiting = { question: Question; settle: (outcome: Outcome) => void };

/** How long one expression may take before it is stopped, in milliseconds. */
const TIME_LIMIT = 1_000;

/**
 * Evaluates expressions one after another in a worker; one that takes too long costs the worker its
 * life, and the next gets a new one. So no expression can hold up the page.
 */
export class Sandbox {
  #open: () => Evaluator;
  #worker: Evaluator | undefined;
  #queue: Waiting[] = [];
  #current: Waiting | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next = 1;

  constructor(open: () => Evaluator = openWorker) {
    this.#open = open;
  }

  evaluate = (code: string, bindings: Bindings, known: string[]): Promise<Outcome> =>
    new Promise((settle) => {
      this.#queue.push({ question: { id: this.#next++, code, bindings, known }, settle });
      this.#advance();
    });

  #advance(): void {
    if (this.#current) return;
    this.#current = this.#queue.shift();
    if (!this.#current) return;
    this.#worker ??= this.#start();
    this.#timer = setTimeout(() => this.#stopped(), TIME_LIMIT);
    this.#worker.postMessage(this.#current.question);
  }

  #start(): Evaluator {
    const worker = this.#open();
    worker.onmessage = (event) => {
      if (event.data.id === this.#current?.question.id) this.#settle(event.data.outcome);
    };
    worker.onerror = () => this.#lost('The expression could not be evaluated here.');
    return worker;
  }

  #stopped(): void {
    this.#lost('This took longer than a second and was stopped.');
  }

  #lost(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#settle({ ok: false, message });
  }

  #settle(outcome: Outcome): void {
    clearTimeout(this.#timer);
    const done = this.#current;
    this.#current = undefined;
    done?.settle(outcome);
    this.#advance();
  }
}

function openWorker(): Evaluator {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
