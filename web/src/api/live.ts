import { liveMessage, type LiveMessage } from './schemas';

/** The part of a WebSocket that is used. */
export type Socket = {
  readyState: number;
  send: (text: string) => void;
  close: () => void;
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
};

export type Listener = (message: LiveMessage) => void;

/** How long the line is kept after the last listener left, in milliseconds: the next page listens soon. */
const LINGER = 3_000;
/** Longest pause between two attempts to connect, in milliseconds. */
const MAX_PAUSE = 20_000;
const OPEN = 1;

/**
 * News of runs over one WebSocket for the whole page. It opens with the first subscription, closes
 * soon after the last, and connects again after ever longer pauses when the line breaks. Whoever listens
 * must still ask once after `connected` turns true: what happened meanwhile is not sent again.
 */
export class Live {
  readonly #open: (token: string) => Socket;
  readonly #token: () => Promise<string | undefined>;
  readonly #topics = new Map<string, Set<Listener>>();
  readonly #watchers = new Set<() => void>();
  #socket: Socket | undefined;
  #connecting = false;
  #attempts = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lingering: ReturnType<typeof setTimeout> | undefined;

  constructor(open: (token: string) => Socket, token: () => Promise<string | undefined>) {
    this.#open = open;
    this.#token = token;
  }

  connected = (): boolean => this.#socket?.readyState === OPEN;

  /** Is told whenever `connected` changes. */
  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  subscribe(topic: string, listener: Listener): () => void {
    const listeners = this.#topics.get(topic) ?? new Set();
    if (listeners.size === 0) this.#say('subscribe', topic);
    this.#topics.set(topic, listeners.add(listener));
    clearTimeout(this.#lingering);
    void this.#connect();
    return () => this.#unsubscribe(topic, listener);
  }

  #unsubscribe(topic: string, listener: Listener): void {
    const listeners = this.#topics.get(topic);
    if (!listeners?.delete(listener) || listeners.size > 0) return;
    this.#topics.delete(topic);
    this.#say('unsubscribe', topic);
    if (this.#topics.size === 0) this.#lingering = setTimeout(() => this.#close(), LINGER);
  }

  async #connect(): Promise<void> {
    if (this.#socket || this.#connecting || this.#topics.size === 0) return;
    this.#connecting = true;
    clearTimeout(this.#timer);
    const token = await this.#token().catch(() => undefined);
    this.#connecting = false;
    if (this.#topics.size === 0) return;
    if (token === undefined) this.#again();
    else this.#listen(this.#open(token));
  }

  #listen(socket: Socket): void {
    this.#socket = socket;
    socket.onopen = () => {
      this.#attempts = 0;
      for (const topic of this.#topics.keys()) this.#say('subscribe', topic);
      this.#changed();
    };
    socket.onmessage = (event) => this.#heard(event.data);
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#changed();
      this.#again();
    };
  }

  #heard(data: unknown): void {
    const read = liveMessage.safeParse(parsed(data));
    if (read.success) this.#topics.get(read.data.topic)?.forEach((listener) => listener(read.data));
  }

  #again(): void {
    if (this.#topics.size === 0) return;
    const pause = Math.min(MAX_PAUSE, 500 * 2 ** this.#attempts++);
    // A random part keeps all pages from coming back at the same moment after a restart.
    this.#timer = setTimeout(() => void this.#connect(), pause * (0.5 + Math.random() / 2));
  }

  #close(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#changed();
  }

  #say(action: 'subscribe' | 'unsubscribe', topic: string): void {
    if (this.connected()) this.#socket?.send(JSON.stringify({ action, topic }));
  }

  #changed(): void {
    this.#watchers.forEach((watcher) => watcher());
  }
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return undefined;
  }
}

/** A socket to this page's own host; the token goes as a subprotocol, so never into an address. */
export function openSocket(token: string): Socket {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new WebSocket(`${scheme}://${location.host}/live`, ['heddle.v1', token]) as Socket;
}
