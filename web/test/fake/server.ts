import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import { isObject, type Json } from '../../src/words/json';
import { asksOf } from './approvals';
import { authRoute } from './auth';
import { execute } from './engine';
import { NODE_TYPES_DOCUMENT } from './catalog';
import { bodyFaults, problemOf, requirePromised } from './contract';
import { ROUTES, type Answer, type Request, type World } from './routes';
import { Refused, Store, type Run } from './store';
import { runSummary, startRun } from './workflows';

/** What the real server sends with every page. */
const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
};

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export type Fake = {
  url: string;
  store: Store;
  tokenTime: (seconds: number) => void;
  close: () => Promise<void>;
};

/** Starts the fake API on a port (0: any free one), with the built pages of `dist` when given. */
export async function startFake({ port = 0, dist = '', demo = true } = {}): Promise<Fake> {
  const store = new Store();
  const settings = { demo, seconds: 600 };
  const { sockets, tell } = liveSockets(store);
  const world = { store, tell };
  const server = createServer(
    (request, response) => void serve(world, settings, dist, request, response),
  );
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/live') socket.destroy();
    else
      sockets.handleUpgrade(request, socket, head, (open) =>
        sockets.emit('connection', open, request),
      );
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    store,
    tokenTime: (seconds) => (settings.seconds = seconds),
    close: () => closed(server, sockets),
  };
}

function closed(server: Server, sockets: WebSocketServer): Promise<void> {
  sockets.clients.forEach((client) => client.terminate());
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/** The WebSocket: topics per client, told of every change of a run. */
function liveSockets(store: Store): { sockets: WebSocketServer; tell: (run: Run) => void } {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'heddle.v1' });
  const topics = new WeakMap<WebSocket, Set<string>>();
  sockets.on('connection', (socket, request) => {
    const token = (request.headers['sec-websocket-protocol'] ?? '').split(',')[1]?.trim() ?? '';
    if (!store.tokens.has(token)) return socket.close(4401);
    const mine = new Set<string>();
    topics.set(socket, mine);
    socket.on('message', (data: Buffer) => {
      const { action, topic } = JSON.parse(data.toString()) as { action: string; topic: string };
      if (action === 'subscribe') mine.add(topic);
      else mine.delete(topic);
    });
  });
  const tell = (run: Run) => {
    const nodes = run.nodes.map(
      ({ node, path, status, port, attempts, startedAt, endedAt, error }) => ({
        node,
        path,
        status,
        port,
        attempts,
        startedAt,
        endedAt,
        error,
      }),
    );
    for (const client of sockets.clients) {
      for (const topic of [`run:${run.id}`, `workflow:${run.workflow}`, 'runs']) {
        if (topics.get(client)?.has(topic))
          client.send(JSON.stringify({ topic, run: runSummary(run), nodes }));
      }
    }
  };
  return { sockets, tell };
}

async function serve(
  world: World,
  settings: { demo: boolean; seconds: number },
  dist: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const request = {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers as Request['headers'],
    body: await bodyOf(incoming),
  };
  if (!request.path.startsWith('/api/') && !request.path.startsWith('/hooks')) {
    file(dist, request.path, response);
    return;
  }
  const answer = await answered(world, settings, request);
  const problem = answer.status >= 400 && request.path.startsWith('/api/');
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'Content-Type': problem ? 'application/problem+json' : 'application/json',
    ...answer.headers,
  });
  response.end(body);
  // After the answer, so that a page doesn't hang; what is thrown here ends the tests.
  requirePromised(
    request.method,
    request.path,
    answer.status,
    body === '' ? undefined : (JSON.parse(body) as Json),
  );
}

async function answered(
  world: World,
  settings: { demo: boolean; seconds: number },
  request: Request,
): Promise<Answer> {
  try {
    if (request.path.startsWith('/hooks')) return await hook(world, request);
    return await route(world, settings, request);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return {
      status: error.status,
      body: { ...problemOf(error), detail: error.message, instance: randomUUID(), ...error.more },
    };
  }
}

async function route(
  world: World,
  settings: { demo: boolean; seconds: number },
  request: Request,
): Promise<Answer> {
  const path = request.path.replace('/api/v1/', '');
  const demo = world.store.users[0];
  if (path === 'health')
    return {
      status: 200,
      body:
        settings.demo && demo
          ? { status: 'ok', demo: { email: demo.email, password: demo.password } }
          : { status: 'ok' },
    };
  if (path === 'node-types') return { status: 200, body: NODE_TYPES_DOCUMENT };
  const auth = authRoute(world.store, settings.seconds, path, request);
  if (auth) return auth;
  const token = world.store.tokens.get(
    (request.headers.authorization ?? '').replace('Bearer ', ''),
  );
  if (!token || token.until < Date.now()) throw new Refused(401, 'Log in first.');
  refuseUntaken(request);
  for (const [method, pattern, handler] of ROUTES) {
    const ids = new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}$`).exec(path);
    if (ids && method === request.method)
      return handler(world, token.user, request, ...ids.slice(1));
  }
  throw new Refused(404, 'There is no such route.');
}

function refuseUntaken(request: Request): void {
  const faults = bodyFaults(request.method, request.path, request.body);
  if (faults) throw new Refused(422, faults);
}

async function hook({ store, tell }: World, request: Request): Promise<Answer> {
  const [, root, slug, ...rest] = request.path.split('/');
  const draft = root === 'hooks-test';
  const path = rest.join('/');
  for (const workflow of store.workflows) {
    const published = workflow.versions.find((one) => one.current);
    const graph = draft ? workflow.graph : published?.graph;
    const node = graph?.nodes.find((one) => one.type === 'webhook@1' && one.config.path === path);
    if (
      !graph ||
      !node ||
      !store.users.some((user) => user.tenant.slug === slug && user.tenant.id === workflow.tenant)
    )
      continue;
    const input = {
      method: request.method,
      path,
      query: Object.fromEntries(request.query),
      headers: {},
      body: (request.body ?? null) as Json,
    };
    const run = startRun(store, workflow, graph, {
      input,
      trigger: node.id,
      version: draft ? 0 : published!.version,
    });
    const done = execute(run, asksOf(store), () => tell(run));
    if (node.config.respond !== 'answer') return { status: 202, body: { run: run.id } };
    await done;
    return isObject(run.output) && 'status' in run.output
      ? { status: Number(run.output.status), body: run.output.body }
      : {
          status: run.status === 'succeeded' ? 200 : 500,
          body: { run: run.id, status: run.status },
        };
  }
  return { status: 404, body: { title: 'No workflow listens here.' } };
}

async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}

function file(dist: string, path: string, response: ServerResponse): void {
  const wanted = join(dist, normalize(path));
  const found =
    dist !== '' && existsSync(wanted) && statSync(wanted).isFile()
      ? wanted
      : join(dist, 'index.html');
  if (dist === '' || !existsSync(found)) {
    response.writeHead(404).end('Build the pages first: npm run build');
    return;
  }
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream',
  });
  createReadStream(found).pipe(response);
}
