import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useStore } from 'zustand';
import type { Workflow } from '@/api/schemas';
import { useSession } from '@/data/account';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import type { Graph } from '@/graph/document';
import { Keeper } from './keeper';
import { openDraft, type Draft, type DraftStore } from './store';

const DraftContext = createContext<DraftStore | undefined>(undefined);

/** Holds the draft of one workflow for all pages inside; saves what is left when they close. */
export function DraftProvider({ workflow, children }: { workflow: Workflow; children: ReactNode }) {
  const api = useApi();
  const { user } = useSession();
  const client = useQueryClient();
  const [store] = useState(() =>
    openDraft(workflow, {
      keeper: new Keeper(workflow.id, user.id, localStorage),
      save: (graph, revision) => api.saveWorkflow(workflow.id, graph, revision),
      load: () => api.workflow(workflow.id),
      now: Date.now,
    }),
  );
  useEffect(() => {
    store.resume();
    const online = () => store.autosave.retry();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      store.autosave.stop();
      void client.invalidateQueries({ queryKey: keys.workflows.all });
    };
  }, [client, store]);
  return <DraftContext value={store}>{children}</DraftContext>;
}

export function useDraftStore(): DraftStore {
  const store = use(DraftContext);
  if (!store) throw new Error('DraftProvider is missing around this component');
  return store;
}

export function useDraft<T>(select: (draft: Draft) => T): T {
  return useStore(useDraftStore(), select);
}

export const useGraph = (): Graph => useDraft((draft) => draft.history.now.value);
