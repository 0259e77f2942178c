import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Where the Heddle under test answers. */
export const HEDDLE_URL = (process.env.HEDDLE_URL ?? 'http://localhost:8080').replace(/\/$/, '');

const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/**
 * A page that fails the test when it breaks, violates its content security policy or asks any
 * other host for anything.
 */
export async function openPage(browser, { viewport = WIDE, ...options } = {}) {
  const context = await browser.newContext({ viewport, baseURL: HEDDLE_URL, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`broke: ${error.message}`));
  page.on('console', (message) => {
    // A refused call is told in the console, too; what the page does about it is tested elsewhere.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(HEDDLE_URL) && !/^(data|blob):/.test(url))
      troubles.push(`asked another host: ${url}`);
  });
  const close = async () => {
    await context.close();
    assert.deepEqual(troubles, []);
  };
  return { page, close };
}

let people = 0;

/** A new person with a workspace of their own, on the list of workflows. */
export async function signUp(page) {
  const person = `${Date.now().toString(36)}${process.pid}${++people}`;
  const workspace = `loom-${person}`;
  await page.goto('/sign-up');
  await type(page.getByLabel('Your name'), 'Ada Weaver');
  await type(page.getByLabel('E-mail'), `ada-${person}@example.com`);
  await type(page.getByLabel('Password'), 'four quiet threads cross');
  await type(page.getByLabel('Workspace'), workspace);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Draw your first workflow' }).waitFor();
  return { workspace };
}

/** Waits until the top bar says that the server has the draft. */
export async function saved(page) {
  await page.getByTestId('save-state').getByText('Saved', { exact: true }).waitFor();
}

/** The card of a step on the canvas. */
export const card = (page, id) => page.locator(`.react-flow__node[data-id="${id}"]`);

/** The middle of what is on the page. */
export const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};

/** Drags by hand, in steps as a hand does. */
export async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

/** Replaces what a field holds as people do: by selecting it and typing, letter by letter. */
export async function type(field, text) {
  await field.click();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(text);
}

/** Chooses a step type in the palette that floats over the canvas, by a word for it. */
export async function choose(page, words) {
  const dialog = page.getByRole('dialog');
  await type(dialog.getByRole('combobox'), words);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails with every place where the page shuts someone out. */
export async function isAccessible(page, what) {
  await page.evaluate(await axe);
  const { violations } = await page.evaluate(
    (rules) => globalThis.axe.run(document, { runOnly: rules }),
    RULES,
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  );
  assert.deepEqual(found, [], `${what} isn't accessible to everyone`);
}

/** Fails when the page is wider than the screen. */
export async function fitsWidth(page, what) {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(over, 0, `${what} is ${over} pixels too wide`);
}
