import { send, isStatus, type Call, type Fetch } from './http';
import { callOf } from './routes';
import { session, type Session } from './schemas';

/** Who is using the page; `unknown` until the first refresh has answered. */
export type AccountState =
  | { status: 'unknown' }
  | { status: 'signed-out' }
  | { status: 'signed-in'; session: Session; until: number };

export type Credentials = { email: string; password: string };
export type SignUp = Credentials & { name: string; workspace: string };

/** Whether this browser was signed in: without that there is nothing to refresh. */
export type Trace = { has: () => boolean; leave: () => void; wipe: () => void };

/** Runs one task at a time across all tabs of this browser. */
export type OneAtATime = <T>(task: () => Promise<T>) => Promise<T>;

const CSRF = { 'X-Heddle-Csrf': '1' };

/**
 * The session of this tab. The access token lives in memory only; the refresh token is a cookie no
 * script can read. A refresh token is good for one use, so tabs take turns.
 */
export class Account {
  #state: AccountState = { status: 'unknown' };
  #listeners = new Set<() => void>();
  #refreshing: Promise<boolean> | undefined;
  readonly #fetch: Fetch;
  readonly #oneAtATime: OneAtATime;
  readonly #now: () => number;
  readonly #trace: Trace;

  constructor(fetch: Fetch, oneAtATime: OneAtATime, now: () => number, trace: Trace) {
    this.#trace = trace;
    this.#fetch = fetch;
    this.#oneAtATime = oneAtATime;
    this.#now = now;
  }

  state = (): AccountState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async signIn(given: Credentials): Promise<void> {
    this.#opened(await send(this.#fetch, callOf('POST auth/login', { body: given }, session)));
  }

  async signUp(given: SignUp): Promise<void> {
    this.#opened(await send(this.#fetch, callOf('POST auth/signup', { body: given }, session)));
  }

  /** Takes up the session of the cookie after a load; false when nobody was signed in here. */
  async resume(): Promise<boolean> {
    if (this.#trace.has()) return this.refresh();
    this.#set({ status: 'signed-out' });
    return false;
  }

  /** Gets a new access token with the cookie; false when there is no session to refresh. */
  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#oneAtATime(() => this.#refresh()).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async signOut(): Promise<void> {
    try {
      await send(this.#fetch, callOf('POST auth/logout', { headers: CSRF }));
    } finally {
      this.forget();
    }
  }

  /** Signed out elsewhere: forgets the token without a call. */
  forget(): void {
    this.#set({ status: 'signed-out' });
  }

  /** A token that is good for at least another ten seconds, or undefined. */
  async freshToken(): Promise<string | undefined> {
    const { status } = this.#state;
    if (status !== 'signed-in') return undefined;
    if (this.#state.until - this.#now() > 10_000) return this.#state.session.accessToken;
    return (await this.refresh()) ? this.#token() : undefined;
  }

  /** Sends a call with the token; a refused token is refreshed once and the call sent again. */
  async call<T>(call: Call<T>): Promise<T> {
    const token = await this.freshToken();
    try {
      return await this.#with(token, call);
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
      // Another call may have refreshed the token while this one was under way.
      if (this.#token() === token && !(await this.refresh())) throw error;
      return this.#with(this.#token(), call);
    }
  }

  #with<T>(token: string | undefined, call: Call<T>): Promise<T> {
    const bearer: Record<string, string> =
      token === undefined ? {} : { Authorization: `Bearer ${token}` };
    return send(this.#fetch, { ...call, headers: { ...call.headers, ...bearer } });
  }

  async #refresh(): Promise<boolean> {
    try {
      this.#opened(
        await send(this.#fetch, callOf('POST auth/refresh', { headers: CSRF }, session)),
      );
      return true;
    } catch (error) {
      if (isStatus(error, 401) || isStatus(error, 403)) this.#set({ status: 'signed-out' });
      else if (this.#state.status === 'unknown') throw error;
      return false;
    }
  }

  #token(): string | undefined {
    return this.#state.status === 'signed-in' ? this.#state.session.accessToken : undefined;
  }

  #opened(opened: Session): void {
    const until = this.#now() + opened.expiresIn * 1000;
    this.#set({ status: 'signed-in', session: opened, until });
  }

  #set(state: AccountState): void {
    this.#state = state;
    if (state.status === 'signed-in') this.#trace.leave();
    if (state.status === 'signed-out') this.#trace.wipe();
    this.#listeners.forEach((listener) => listener());
  }
}
