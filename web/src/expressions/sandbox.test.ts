import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Sandbox, type Evaluator } from './sandbox';
import type { Answer, Question } from './worker';

class FakeEvaluator implements Evaluator {
  onmessage: ((event: MessageEvent<Answer>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  terminated = false;

  postMessage(question: Question): void {
    if (question.code === 'loop') return;
    const outcome = { ok: true as const, value: question.code, undefinedResult: false };
    queueMicrotask(() =>
      this.onmessage?.({ data: { id: question.id, outcome } } as MessageEvent<Answer>),
    );
  }

  terminate(): void {
    this.terminated = true;
  }
}

describe('the sandbox', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('stops what takes too long and goes on with a new worker', async () => {
    const opened: FakeEvaluator[] = [];
    const sandbox = new Sandbox(() => {
      const evaluator = new FakeEvaluator();
      opened.push(evaluator);
      return evaluator;
    });
    const first = sandbox.evaluate('1', {}, []);
    const endless = sandbox.evaluate('loop', {}, []);
    const last = sandbox.evaluate('2', {}, []);
    expect(await first).toMatchObject({ ok: true, value: '1' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await endless).toMatchObject({
      ok: false,
      message: expect.stringContaining('stopped') as string,
    });
    expect(await last).toMatchObject({ ok: true, value: '2' });
    expect(opened.map((one) => one.terminated)).toEqual([true, false]);
  });
});
