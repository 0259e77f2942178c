import { isStatus } from '@/api/http';
import { messageOf, Unreachable } from '@/api/problem';
import type { Workflow } from '@/api/schemas';
import type { Graph } from '@/graph/document';
import { sameJson } from '@/words/json';
import type { Keeper } from './keeper';

/** Where the draft is, in the words of the top bar. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'conflict' }
  | { kind: 'refused'; message: string };

/** What the autosave needs and whom it tells. */
export type AutosaveOptions = {
  revision: number;
  keeper: Keeper;
  save: (graph: Graph, revision: number) => Promise<Workflow>;
  /** The server's revision, asked for when someone chose to overwrite. */
  load: () => Promise<Workflow>;
  onState: (state: SaveState) => void;
  onSaved: (workflow: Workflow) => void;
};

/** How long after the last change the draft is sent, in milliseconds. */
export const QUIET = 700;
/** How long to wait before trying again when the server is away, in milliseconds. */
export const RETRY = 5_000;

/**
 * Sends the draft to the server a moment after the last change, one save at a time. Every change is
 * kept in this browser first, so that neither a reload nor a lost network loses it.
 */
export class Autosave {
  readonly #options: AutosaveOptions;
  #revision: number;
  #wanted: Graph | undefined;
  /** What was sent last, when no answer came: the server may have it. */
  #unanswered: Graph | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #state: SaveState = { kind: 'saved' };

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#revision = options.revision;
  }

  changed(graph: Graph): void {
    this.#wanted = graph;
    this.#options.keeper.keep({ graph, revision: this.#revision });
    if (this.#state.kind === 'conflict') return;
    if (this.#state.kind !== 'offline') this.#tell({ kind: 'saving' });
    this.#later(QUIET);
  }

  /** Sends what is not sent yet; throws when the server does not have the draft afterwards. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#wanted && this.#state.kind !== 'conflict') {
      await this.#send();
      if (this.#state.kind !== 'saving' && this.#state.kind !== 'saved') break;
    }
    if (this.#wanted) throw new Error(notSaved(this.#state));
  }

  /** The network is back. */
  retry(): void {
    if (this.#wanted && this.#state.kind === 'offline') void this.#send();
  }

  /** After a conflict: this draft replaces the server's. */
  async overwrite(): Promise<void> {
    this.#revision = (await this.#options.load()).revision;
    this.#tell({ kind: 'saving' });
    await this.#send();
  }

  /** After a conflict or a roll-back: the server's draft is the one to go on with. */
  adopt(workflow: Workflow): void {
    clearTimeout(this.#timer);
    this.#wanted = undefined;
    this.#revision = workflow.revision;
    this.#options.keeper.drop();
    this.#tell({ kind: 'saved' });
  }

  conflict(): void {
    clearTimeout(this.#timer);
    this.#tell({ kind: 'conflict' });
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.#wanted) void this.#send();
  }

  #send(): Promise<void> {
    this.#running ??= this.#attempt().finally(() => {
      this.#running = undefined;
      if (this.#wanted && this.#state.kind === 'saving') this.#later(QUIET);
    });
    return this.#running;
  }

  async #attempt(): Promise<void> {
    clearTimeout(this.#timer);
    const sent = this.#wanted;
    if (!sent) return;
    try {
      const workflow = await this.#options.save(sent, this.#revision);
      this.#revision = workflow.revision;
      this.#arrived(sent);
      this.#options.onSaved(workflow);
    } catch (error) {
      await this.#failed(error, sent);
    }
  }

  #arrived(sent: Graph): void {
    if (this.#wanted === sent) {
      this.#wanted = undefined;
      this.#options.keeper.drop();
      this.#tell({ kind: 'saved' });
    } else if (this.#wanted) {
      this.#options.keeper.keep({ graph: this.#wanted, revision: this.#revision });
      this.#tell({ kind: 'saving' });
    }
  }

  async #failed(error: unknown, sent: Graph): Promise<void> {
    const before = this.#unanswered;
    this.#unanswered = error instanceof Unreachable ? sent : undefined;
    if (isStatus(error, 412)) await this.#disputed(sent, before);
    else if (error instanceof Unreachable || isBusy(error)) {
      this.#tell({ kind: 'offline' });
      this.#later(RETRY);
    } else this.#tell({ kind: 'refused', message: messageOf(error) });
  }

  /** A save whose answer was lost looks like someone else's: then the server has what was sent. */
  async #disputed(sent: Graph, before: Graph | undefined): Promise<void> {
    const server = await this.#options.load().catch(() => undefined);
    const mine = server && [sent, before].find((graph) => graph && sameJson(graph, server.graph));
    if (!mine) {
      this.#tell({ kind: 'conflict' });
      return;
    }
    this.#revision = server.revision;
    if (mine === sent) this.#arrived(sent);
    else await this.#attempt();
  }

  #later(time: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), time);
  }

  #tell(state: SaveState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}

function isBusy(error: unknown): boolean {
  return [429, 500, 502, 503, 504].some((status) => isStatus(error, status));
}

function notSaved(state: SaveState): string {
  if (state.kind === 'conflict')
    return 'Someone else changed this workflow. Decide which draft stays first.';
  if (state.kind === 'refused') return `The draft could not be saved. ${state.message}`;
  return 'The draft isn’t on the server yet, because it can’t be reached.';
}
