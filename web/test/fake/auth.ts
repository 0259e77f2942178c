import { randomUUID } from 'node:crypto';
import type { Answer, Request } from './routes';
import { Refused, type Store, type User } from './store';

const COOKIE = 'heddle_refresh';

/** The auth routes; undefined when the path is another's. */
export function authRoute(
  store: Store,
  seconds: number,
  path: string,
  request: Request,
): Answer | undefined {
  switch (`${request.method} ${path}`) {
    case 'POST auth/signup':
      return opened(store, seconds, signUp(store, request.body as Record<string, string>), 201);
    case 'POST auth/login':
      return opened(store, seconds, signIn(store, request.body as Record<string, string>), 200);
    case 'POST auth/refresh':
      return refresh(store, seconds, request);
    case 'POST auth/logout':
      store.refreshes.delete(cookieOf(request));
      return { status: 204, headers: { 'Set-Cookie': `${COOKIE}=; Max-Age=0; Path=/api/v1/auth` } };
    default:
      return undefined;
  }
}

function signUp(store: Store, given: Record<string, string>): User {
  const errors = [
    ...(/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(given.email ?? '')
      ? []
      : [{ field: 'email', message: 'Enter a valid email address' }]),
    ...((given.password ?? '').length >= 10
      ? []
      : [{ field: 'password', message: 'Must be 10 to 1000 characters' }]),
    ...(given.name ? [] : [{ field: 'name', message: 'Required' }]),
    ...(given.workspace ? [] : [{ field: 'workspace', message: 'Required' }]),
  ];
  if (errors.length) throw new Refused(422, 'Some fields are invalid.', { errors });
  return store.addUser(given as Parameters<Store['addUser']>[0]);
}

function signIn(store: Store, given: Record<string, string>): User {
  const user = store.users.find(
    (one) => one.email === given.email && one.password === given.password,
  );
  if (!user) throw new Refused(401, 'Incorrect email or password.');
  return user;
}

function refresh(store: Store, seconds: number, request: Request): Answer {
  if (request.headers['x-heddle-csrf'] !== '1')
    throw new Refused(403, 'The header X-Heddle-Csrf is missing.');
  const user = store.refreshes.get(cookieOf(request));
  if (!user) throw new Refused(401, 'Log in first.');
  store.refreshes.delete(cookieOf(request));
  return opened(store, seconds, user, 200);
}

function cookieOf(request: Request): string {
  return new RegExp(`${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1] ?? '';
}

function opened(store: Store, seconds: number, user: User, status: number): Answer {
  const accessToken = randomUUID();
  const cookie = randomUUID();
  store.tokens.set(accessToken, { user, until: Date.now() + seconds * 1000 });
  store.refreshes.set(cookie, user);
  const { id, email, name, tenant } = user;
  return {
    status,
    body: { accessToken, expiresIn: seconds, user: { id, email, name }, tenant },
    headers: {
      'Set-Cookie': `${COOKIE}=${cookie}; HttpOnly; SameSite=Strict; Path=/api/v1/auth; Max-Age=2592000`,
    },
  };
}
