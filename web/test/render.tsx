import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import type { Api } from '@/api/client';
import { session, type Workflow } from '@/api/schemas';
import { CatalogContext } from '@/data/catalog';
import { ServicesContext, type Services } from '@/data/services';
import { DraftProvider } from '@/draft/context';
import { Keeper } from '@/draft/keeper';
import { openDraft } from '@/draft/store';
import { evaluate } from '@/expressions/evaluate';
import type { Graph } from '@/graph/document';
import { Notices } from '@/ui/Notices';
import { TipProvider } from '@/ui/Tip';
import type { Json } from '@/words/json';
import { workflowOf as answered } from './answers';
import { CATALOG } from './fake/catalog';

export const SESSION = session.parse({
  accessToken: 't',
  expiresIn: 600,
  user: { id: 'usr_1', email: 'ada@example.com', name: 'Ada' },
  tenant: { id: 'ten_1', slug: 'loom', name: 'Loom', role: 'OWNER' },
});

export { CATALOG };

/** A workflow as the server has it, with this drawing. */
export function workflowOf(graph: Graph, more: Partial<Workflow> = {}): Workflow {
  return { ...answered({ name: graph.name, graph: graph as unknown as Json }), ...more };
}

/** An open draft of this drawing, without a server. */
export function openedDraft(graph: Graph) {
  const shelf = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const never = () => new Promise<never>(() => undefined);
  return openDraft(workflowOf(graph), {
    keeper: new Keeper('w', 'u', shelf),
    save: never,
    load: never,
    now: () => 0,
  });
}

/** Shows something as the pages do, signed in, with only the calls of the API that the test gives. */
export function show(
  children: ReactNode,
  {
    api = {},
    path = '/',
    services = {},
  }: { api?: Partial<Api>; path?: string; services?: Partial<Services> } = {},
) {
  const state = { status: 'signed-in' as const, session: SESSION, until: Number.MAX_SAFE_INTEGER };
  const account = {
    state: () => state,
    subscribe: () => () => undefined,
  } as unknown as Services['account'];
  const live = {
    connected: () => false,
    watch: () => () => undefined,
    subscribe: () => () => undefined,
  } as unknown as Services['live'];
  const given: Services = { account, live, api: api as Api, evaluate, ...services };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const user = userEvent.setup();
  const view = render(
    <ServicesContext value={given}>
      <QueryClientProvider client={client}>
        <TipProvider>
          <MemoryRouter initialEntries={[path]}>
            <CatalogContext value={CATALOG}>{children}</CatalogContext>
          </MemoryRouter>
          <Notices />
        </TipProvider>
      </QueryClientProvider>
    </ServicesContext>,
  );
  return { user, ...view };
}

/** Inside an open draft. */
export const withDraft = (graph: Graph, children: ReactNode, more: Partial<Workflow> = {}) => (
  <DraftProvider workflow={workflowOf(graph, more)}>{children}</DraftProvider>
);
