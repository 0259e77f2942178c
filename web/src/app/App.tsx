import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { isStatus } from '@/api/http';
import { useAccount } from '@/data/account';
import { ServicesContext, useServices, type Services } from '@/data/services';
import { Notices } from '@/ui/Notices';
import { Loading, LoadFailed } from '@/ui/States';
import { TipProvider } from '@/ui/Tip';
import { Inside, Outside } from './Pages';
import { Trouble } from './Trouble';

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) =>
          failures < 2 && ![400, 401, 403, 404, 422].some((status) => isStatus(error, status)),
      },
    },
  });
}

export function App({ services }: { services: Services }) {
  const [client] = useState(newClient);
  return (
    <ServicesContext value={services}>
      <QueryClientProvider client={client}>
        <TipProvider>
          <BrowserRouter>
            <Trouble>
              <Door client={client} />
            </Trouble>
          </BrowserRouter>
          <Notices />
        </TipProvider>
      </QueryClientProvider>
    </ServicesContext>
  );
}

/** First asks whether there is a session; then shows the pages for those inside or outside. */
function Door({ client }: { client: QueryClient }) {
  const { account } = useServices();
  const { status } = useAccount();
  const [error, setError] = useState<unknown>();
  const ask = useCallback(() => {
    account.resume().then(() => setError(undefined), setError);
  }, [account]);
  useEffect(ask, [ask]);
  useEffect(() => {
    // What one person saw must not wait in memory for the next.
    return status === 'signed-in' ? () => client.clear() : undefined;
  }, [client, status]);
  if (status === 'signed-in') return <Inside />;
  if (status === 'signed-out') return <Outside />;
  if (error) return <LoadFailed error={error} retry={ask} what="Heddle" />;
  return <Loading rows={3} what="Heddle" className="mx-auto max-w-md pt-24" />;
}
