import { createContext, use } from 'react';
import type { Account } from '@/api/account';
import type { Api } from '@/api/client';
import type { Live } from '@/api/live';
import type { Evaluate } from '@/expressions/preview';

/** What the pages talk to; made once per page, other ones in tests. */
export type Services = { account: Account; api: Api; live: Live; evaluate: Evaluate };

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('ServicesContext is missing around this component');
  return services;
}

export const useApi = (): Api => useServices().api;
