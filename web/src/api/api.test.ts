import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startFake, type Fake } from '../../test/fake/server';
import { TRIAGE } from '../../test/fake/sample';
import { Account } from './account';
import { createApi } from './client';
import type { Fetch } from './http';
import { Live, type Socket } from './live';
import {
  ApiProblem,
  fieldErrors,
  messageOf,
  readProblem,
  UnknownAnswer,
  Unreachable,
} from './problem';
import type { LiveMessage } from './schemas';

let fake: Fake;
beforeAll(async () => {
  fake = await startFake();
});
afterAll(() => fake.close());

/** A browser's fetch: keeps the refresh cookie. */
function browser(): Fetch {
  let cookie = '';
  return async (url, init) => {
    const answer = await fetch(fake.url + url, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie },
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer;
  };
}

/** One that remembers nothing but lets everything be tried. */
const noTrace = { has: () => true, leave: () => undefined, wipe: () => undefined };
const account = (send = browser()) => new Account(send, (task) => task(), Date.now, noTrace);
let number = 0;
async function signedUp(send = browser()) {
  const mine = account(send);
  await mine.signUp({
    email: `a${++number}@b.example`,
    password: 'long enough',
    name: 'Ada',
    workspace: `Team ${number}`,
  });
  return mine;
}

describe('the account', () => {
  it('is opened, refreshed with the cookie after a reload, and closed', async () => {
    const send = browser();
    const first = await signedUp(send);
    expect(first.state()).toMatchObject({
      status: 'signed-in',
      session: { user: { name: 'Ada' } },
    });
    const reloaded = account(send);
    expect(reloaded.state().status).toBe('unknown');
    expect(await reloaded.resume()).toBe(true);
    await reloaded.signOut();
    expect(await reloaded.refresh()).toBe(false);
    expect(reloaded.state().status).toBe('signed-out');
  });

  it('refreshes once for many calls whose token was refused, and sends them again', async () => {
    const mine = await signedUp();
    const api = createApi(mine);
    fake.store.tokens.clear();
    const pages = await Promise.all([api.workflows(), api.workflows(), api.secrets()]);
    expect(pages.map((page) => page.items)).toEqual([[], [], []]);
    expect([...fake.store.tokens.values()]).toHaveLength(1);
  });

  it('says signed out when the session is gone', async () => {
    const mine = await signedUp();
    fake.store.tokens.clear();
    fake.store.refreshes.clear();
    await expect(createApi(mine).workflows()).rejects.toMatchObject({ status: 401 });
    expect(mine.state().status).toBe('signed-out');
  });

  it('tells errors by field', async () => {
    const error = await account()
      .signUp({ email: 'x', password: 'short', name: '', workspace: 'w' })
      .catch((caught: unknown) => caught);
    const errors = fieldErrors(error, ['email', 'password', 'name', 'workspace']);
    expect(Object.keys(errors)).toEqual(['email', 'password', 'name']);
  });
});

describe('the client', () => {
  it('saves against a revision and is refused when another was faster', async () => {
    const api = createApi(await signedUp());
    const made = await api.createWorkflow(TRIAGE);
    const saved = await api.saveWorkflow(made.id, { ...TRIAGE, name: 'B' }, made.revision);
    expect(saved).toMatchObject({ name: 'B', revision: made.revision + 1 });
    await expect(api.saveWorkflow(made.id, TRIAGE, made.revision)).rejects.toMatchObject({
      status: 412,
    });
  });

  it('brings issues along when publishing is refused', async () => {
    const api = createApi(await signedUp());
    const made = await api.createWorkflow({ ...TRIAGE, nodes: TRIAGE.nodes.slice(1), edges: [] });
    const error = await api.publish(made.id, '').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiProblem);
    expect((error as ApiProblem).issues.map((one) => one.rule)).toContain('has-a-trigger');
  });

  it('says in words what went wrong', async () => {
    const answers =
      (status: number, body: string): Fetch =>
      () =>
        Promise.resolve(new Response(body, { status }));
    const api = (send: Fetch) => createApi(account(send));
    await expect(api(answers(200, '{"items": 5}')).workflows()).rejects.toThrow(UnknownAnswer);
    await expect(api(() => Promise.reject(new TypeError())).workflows()).rejects.toThrow(
      Unreachable,
    );
    await expect(api(answers(502, '<html>')).workflows()).rejects.toThrow(/problem of its own/);
    expect(messageOf(readProblem(429, {}, '7'))).toContain('7 seconds');
  });
});

/** For hangs only. */
const AT_LAST = { timeout: 60_000 };

describe('live news', () => {
  const open = (token: string) =>
    new WebSocket(`${fake.url.replace('http', 'ws')}/live`, [
      'heddle.v1',
      token,
    ]) as unknown as Socket;
  const messages: LiveMessage[] = [];
  beforeEach(() => messages.splice(0));

  it('come while one listens, also after the line broke', async () => {
    const mine = await signedUp();
    const api = createApi(mine);
    const made = await api.createWorkflow(TRIAGE);
    const sockets: Socket[] = [];
    const live = new Live((token) => {
      sockets.push(open(token));
      return sockets.at(-1)!;
    }, mine.freshToken.bind(mine));
    const stop = live.subscribe(`workflow:${made.id}`, (message) => messages.push(message));
    await vi.waitFor(() => expect(live.connected()).toBe(true));
    sockets[0]?.close();
    await vi.waitFor(() => expect(live.connected()).toBe(false));
    await vi.waitFor(() => expect(live.connected()).toBe(true), AT_LAST);
    await api.runDraft(made.id, { input: { body: { text: 'Hi' } } });
    await vi.waitFor(() => expect(messages.at(-1)?.run.status).toBe('succeeded'), AT_LAST);
    expect(messages.at(-1)?.nodes.map((node) => node.node)).toContain('classify');
    stop();
    await vi.waitFor(() => expect(live.connected()).toBe(false), AT_LAST);
  });
});
