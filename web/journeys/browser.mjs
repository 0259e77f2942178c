import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser is for one page of one host: it looks nothing up and updates nothing. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** In one process the browser ends with the first page that is closed, and every journey closes its own. */
const outlivesPages = (flag) => flag !== '--single-process';

/** A Chrome or Chromium: CHROME_PATH, one that is installed, else the one from npm (Linux x64). */
async function executable() {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named))
    throw new Error(`CHROME_PATH names ${named}, which is not there`);
  const found = named ?? USUAL.find((path) => existsSync(path));
  if (found) return { path: found, flags: FLAGS };
  const { default: packed } = await import('@sparticuz/chromium');
  return {
    path: await packed.executablePath(),
    flags: [...packed.args.filter(outlivesPages), ...FLAGS],
  };
}

/** Starts the browser; close it when done. */
export async function openBrowser() {
  const { path, flags } = await executable();
  return chromium.launch({ executablePath: path, args: flags, timeout: 60_000 });
}
