import { useQuery } from '@tanstack/react-query';
import type { WorkflowSummary } from '@/api/schemas';
import { isCalled, type Catalog } from '@/catalog/nodeType';
import { useCatalog } from './catalog';
import { keys } from './keys';
import { useApi } from './services';

/** Pages of workflows asked for at most: a list to choose from is not for thousands. */
const MOST_PAGES = 10;

/** The workflows that another one can start: those with a trigger that is called. */
export function useCallableWorkflows() {
  const api = useApi();
  const catalog = useCatalog();
  return useQuery({
    queryKey: keys.workflows.callable,
    queryFn: async () => {
      const found: WorkflowSummary[] = [];
      let cursor: string | undefined;
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const page = await api.workflows(cursor, 100);
        found.push(...page.items.filter((one) => isCallable(one, catalog)));
        cursor = page.nextCursor;
        if (cursor === undefined) break;
      }
      return found;
    },
    staleTime: 30_000,
  });
}

function isCallable(workflow: WorkflowSummary, catalog: Catalog): boolean {
  return workflow.triggers.some((id) => isCalled(catalog.get(id)));
}
