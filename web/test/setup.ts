import { afterEach } from 'vitest';

if (typeof document !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { cleanup, configure } = await import('@testing-library/react');
  // What a page shows late it shows at last; the bound ends a wait for what never comes.
  configure({ asyncUtilTimeout: 60_000 });
  afterEach(cleanup);
  afterEach(() => localStorage.clear());
  standIns();
}

/** What a browser has and jsdom has not; each does as little as the widgets under test need. */
function standIns(): void {
  window.matchMedia = (query) =>
    ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
  globalThis.ResizeObserver = class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  };
  // Newer browsers answer a promise here, which no effect may hand on as its clean-up.
  Object.assign(Element.prototype, { scrollIntoView: () => Promise.resolve() });
  Element.prototype.hasPointerCapture = () => false;
  Element.prototype.setPointerCapture = () => undefined;
  Element.prototype.releasePointerCapture = () => undefined;
}
