import { graphDocument, type Graph } from '@/graph/document';

/** A draft kept in this browser until the server has it. */
export type Kept = { graph: Graph; revision: number };

/** Where drafts are kept; memory in tests. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps the unsaved draft of one workflow; a full or forbidden storage is no reason to stop. */
export class Keeper {
  readonly #key: string;
  readonly #shelf: Shelf;

  constructor(workflow: string, user: string, shelf: Shelf) {
    this.#key = `heddle.draft.${user}.${workflow}`;
    this.#shelf = shelf;
  }

  read(): Kept | undefined {
    try {
      const text = this.#shelf.getItem(this.#key);
      if (text === null) return undefined;
      const { graph, revision } = JSON.parse(text) as { graph: unknown; revision: number };
      return { graph: graphDocument.parse(graph), revision };
    } catch {
      // What can't be read any more can't be kept: the server's draft is the next best.
      return undefined;
    }
  }

  keep(kept: Kept): boolean {
    try {
      this.#shelf.setItem(this.#key, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  drop(): void {
    try {
      this.#shelf.removeItem(this.#key);
    } catch {
      // Nothing was kept either.
    }
  }
}
