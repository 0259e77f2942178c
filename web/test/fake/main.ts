import { fileURLToPath } from 'node:url';
import { setStepTime } from './engine';
import { ORDERS } from './containers';
import { TRIAGE } from './sample';
import { startFake } from './server';

/** Starts the fake with someone in it: `npm run fake`, port 8099 or PORT. */
const fake = await startFake({
  port: Number(process.env.PORT ?? 8099),
  dist: fileURLToPath(new URL('../../dist', import.meta.url)),
});
setStepTime(Number(process.env.STEP ?? 400));
const demo = fake.store.addUser({
  email: 'demo@heddle.local',
  password: 'weave-a-little',
  name: 'Demo',
  workspace: 'Demo',
});
fake.store.addWorkflow(demo.tenant.id, TRIAGE);
fake.store.addWorkflow(demo.tenant.id, ORDERS);
console.log(`A fake Heddle is at ${fake.url}`);
