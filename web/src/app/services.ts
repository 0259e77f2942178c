import { Account, type OneAtATime, type Trace } from '@/api/account';
import { createApi } from '@/api/client';
import { Live, openSocket } from '@/api/live';
import type { Services } from '@/data/services';
import { Sandbox } from '@/expressions/sandbox';

/** Tabs take turns where the browser has locks; without, the server's grace must do. */
const oneAtATime: OneAtATime = async (task) =>
  'locks' in navigator ? await navigator.locks.request('heddle-refresh', task) : task();

const TRACE = 'heddle.signed-in';
const trace: Trace = {
  has: () => localStorage.getItem(TRACE) !== null,
  leave: () => localStorage.setItem(TRACE, 'yes'),
  wipe: () => localStorage.removeItem(TRACE),
};

/** What the pages talk to, in this browser. */
export function openServices(): Services {
  const account = new Account((url, init) => fetch(url, init), oneAtATime, Date.now, trace);
  const live = new Live(openSocket, () => account.freshToken());
  const sandbox = new Sandbox();
  tellOtherTabs(account);
  return { account, api: createApi(account), live, evaluate: sandbox.evaluate };
}

/** Signing out in one tab signs the others out, too. */
function tellOtherTabs(account: Account): void {
  const channel = new BroadcastChannel('heddle-account');
  let signedIn = false;
  channel.onmessage = () => {
    signedIn = false;
    account.forget();
  };
  account.subscribe(() => {
    const { status } = account.state();
    if (signedIn && status === 'signed-out') channel.postMessage('signed-out');
    signedIn = status === 'signed-in';
  });
}
