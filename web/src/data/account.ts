import { useSyncExternalStore } from 'react';
import type { AccountState } from '@/api/account';
import type { Session } from '@/api/schemas';
import { useServices } from './services';

export function useAccount(): AccountState {
  const { account } = useServices();
  return useSyncExternalStore(account.subscribe, account.state);
}

/** Who is signed in; only for pages that nobody else gets to see. */
export function useSession(): Session {
  const state = useAccount();
  if (state.status !== 'signed-in') throw new Error('This page is only shown to someone signed in');
  return state.session;
}
