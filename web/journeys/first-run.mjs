import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import {
  card,
  choose,
  fitsWidth,
  HEDDLE_URL,
  isAccessible,
  openPage,
  PHONE,
  saved,
  signUp,
  type,
} from './steps.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

/** Draws webhook → set → if → two answers by hand, from an empty canvas. */
async function draw(page) {
  await page.getByRole('button', { name: 'Start from blank' }).click();
  await page.getByRole('button', { name: 'Add the first step' }).click();
  await choose(page, 'webhook');
  const panel = page.locator('[data-panel]');
  await type(panel.getByLabel('Path'), 'greet');
  await panel.getByLabel('Response').selectOption('answer');

  await page.getByRole('button', { name: 'Add a step after Webhook' }).click();
  await choose(page, 'set fields');
  await type(panel.getByRole('textbox', { name: 'Name', exact: true }), 'greeting');
  await type(
    panel.getByRole('combobox', { name: 'Value', exact: true }),
    'Hello {{ $trigger.body.name }}',
  );

  await page.getByRole('button', { name: 'Add a step after Set fields' }).click();
  await choose(page, 'if');
  await type(panel.getByLabel('Condition'), '$exists($trigger.body.name)');

  await page.getByRole('button', { name: 'Add a step after If on true' }).click();
  await choose(page, 'respond');
  await panel.getByLabel('Kind of Body').selectOption('code');
  await type(
    panel.getByRole('combobox', { name: 'Body', exact: true }),
    '{"text": $set1.greeting}',
  );

  await page.getByRole('button', { name: 'Add a step after If on false' }).click();
  await choose(page, 'respond');
  await type(panel.getByRole('textbox', { name: 'Status' }), '400');
  await panel.getByLabel('Kind of Body').selectOption('text');
  await type(panel.getByRole('combobox', { name: 'Body', exact: true }), 'Send your name.');
  await type(page.getByLabel('Name of the workflow'), 'Greeter');
  await saved(page);
}

test('someone signs up, draws a workflow, publishes it, calls it and sees the run', async () => {
  const { page, close } = await openPage(browser);
  const { workspace } = await signUp(page);
  await draw(page);
  await page.getByText('No problems').waitFor();
  await isAccessible(page, 'The editor with a panel');

  await page.getByRole('button', { name: 'Publish' }).click();
  await type(page.getByRole('textbox', { name: 'Note', exact: true }), 'The first one');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 1 is published.').waitFor();

  const hook = `${HEDDLE_URL}/hooks/${workspace}/greet`;
  const call = (body) =>
    fetch(hook, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const greeted = await call({ name: 'Ada' });
  assert.deepEqual([greeted.status, await greeted.json()], [200, { text: 'Hello Ada' }]);
  assert.equal((await call({})).status, 400);

  await page
    .getByRole('navigation', { name: 'Workflow' })
    .getByRole('link', { name: 'Runs' })
    .click();
  await page
    .getByRole('list', { name: 'Runs' })
    .getByRole('listitem')
    .nth(1)
    .getByRole('link')
    .click();
  await card(page, 'respond1').getByText('Succeeded').waitFor();
  assert.equal(await card(page, 'respond2').getByText('Succeeded').count(), 0);
  assert.ok((await page.locator('.thread-taken').count()) >= 3);
  await card(page, 'set1').click();
  await page.getByText('Hello Ada').first().waitFor();
  await isAccessible(page, 'A run');
  await close();
});

test('a draft survives a reload, is undone and redone, and runs with an input', async () => {
  const { page, close } = await openPage(browser);
  await signUp(page);
  await page.getByRole('button', { name: 'Start from the sample' }).click();
  await card(page, 'greeting').click();
  await type(
    page.getByRole('combobox', { name: 'Value', exact: true }),
    'Good day {{ $trigger.body.name }}',
  );
  await page.reload();
  await saved(page);
  await card(page, 'greeting').click();
  assert.equal(
    await page.getByRole('combobox', { name: 'Value', exact: true }).inputValue(),
    'Good day {{ $trigger.body.name }}',
  );

  await type(page.getByLabel('Id', { exact: true }), 'hello');
  await page.getByLabel('Id', { exact: true }).press('Enter');
  await card(page, 'answer').click();
  assert.match(
    await page.getByRole('textbox', { name: 'Body', exact: true }).inputValue(),
    /\$hello\.text/,
  );
  await card(page, 'call').focus();
  await page.keyboard.press('Control+z');
  await card(page, 'greeting').waitFor();
  await page.keyboard.press('Control+Shift+z');
  await card(page, 'hello').waitFor();

  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await type(page.getByRole('textbox', { name: 'Input' }), '{"body": {"name": "Grace"}}');
  await page.keyboard.press('Control+Enter');
  const log = page.getByRole('region', { name: 'Run log' });
  await log.getByText('Succeeded').first().waitFor({ timeout: 30_000 });
  await log.getByText('Good day Grace').first().waitFor();
  await isAccessible(page, 'The editor with a run');
  await close();
});

test('the keyboard alone does everything on the canvas', async () => {
  const { page, close } = await openPage(browser);
  await signUp(page);
  await page.getByRole('button', { name: 'Start from the sample' }).press('Enter');
  await card(page, 'call').waitFor();
  const spoken = (words) =>
    page.getByTestId('announcer').getByText(words).waitFor({ state: 'attached' });
  const isOn = (id) =>
    page.waitForFunction(
      (wanted) => document.activeElement?.getAttribute('data-id') === wanted,
      id,
    );
  const press = (...keys) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

  await card(page, 'call').focus();
  await press('ArrowRight');
  await isOn('named');
  await press('ArrowRight', 'ArrowRight');
  await isOn('answer');
  await press('Shift+ArrowDown');
  await spoken('Moved down.');
  await press('Delete');
  await spoken('Deleted Answer.');
  await card(page, 'answer').waitFor({ state: 'detached' });
  await card(page, 'greeting').focus();
  await press('a');
  await choose(page, 'wait');
  await isOn('wait1');
  await press('Enter');
  await page.waitForFunction(() => document.activeElement?.closest('[data-settings]') !== null);
  await press('Escape');
  await isOn('wait1');
  await press('c');
  await type(page.getByRole('dialog').getByRole('combobox'), 'ask for');
  await press('Enter');
  await spoken('Connected to Ask for the name.');
  await press('Control+k');
  await type(page.getByRole('dialog').getByRole('combobox'), 'tidy');
  await press('Enter');
  await spoken('Tidied up.');
  await press('Control+z', 'Control+z');
  await spoken('Undone: Connect.');
  await press('?');
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
  await isAccessible(page, 'The list of shortcuts');
  await press('Escape');
  await saved(page);
  await close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`every page is open to everyone, ${colorScheme}`, async () => {
    const { page, close } = await openPage(browser, { colorScheme, reducedMotion: 'reduce' });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await isAccessible(page, 'Signing in');
    await signUp(page);
    await isAccessible(page, 'The first look');
    await page.getByRole('button', { name: 'Start from the sample' }).click();
    await card(page, 'named').waitFor();
    await isAccessible(page, 'The editor');
    await page
      .getByRole('navigation', { name: 'Workflow' })
      .getByRole('link', { name: 'Runs' })
      .click();
    await page.getByText('Nothing has run yet').waitFor();
    await isAccessible(page, 'The runs');
    await page
      .getByRole('navigation', { name: 'Workflow' })
      .getByRole('link', { name: 'Versions' })
      .click();
    await page.getByText('Not published yet').waitFor();
    await isAccessible(page, 'The versions');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('heading', { name: 'Run the draft' }).waitFor();
    await isAccessible(page, 'The run dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'All workflows' }).click();
    await page.getByRole('list', { name: 'Workflows' }).waitFor();
    await isAccessible(page, 'The workflows');
    await close();
  });
}

test('on a phone one reads runs and looks at drawings', async () => {
  const { page, close } = await openPage(browser, {
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  });
  await signUp(page);
  await fitsWidth(page, 'The first look');
  await page.getByRole('button', { name: 'Start from the sample' }).tap();
  await page.getByText('To draw, open this on a wider screen').waitFor();
  await fitsWidth(page, 'The drawing');
  await isAccessible(page, 'The drawing on a phone');
  await page.getByRole('button', { name: 'Run', exact: true }).tap();
  await type(page.getByRole('textbox', { name: 'Input' }), '{"body": {"name": "Grace"}}');
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).tap();
  await page
    .getByRole('navigation', { name: 'Workflow' })
    .getByRole('link', { name: 'Runs' })
    .tap();
  await page
    .getByRole('list', { name: 'Runs' })
    .getByText('Succeeded')
    .waitFor({ timeout: 30_000 });
  await fitsWidth(page, 'The runs');
  await page.getByRole('list', { name: 'Runs' }).getByRole('link').first().tap();
  await page.getByRole('button', { name: /Greet/ }).tap();
  await page.getByText('Hello Grace').first().waitFor();
  await fitsWidth(page, 'A run');
  await isAccessible(page, 'A run on a phone');
  await close();
});

/** The picture of the README: the demo's workflow with a run on it, or the sample's without a demo. */
test('the editor shows itself', { skip: !process.env.HEDDLE_SCREENSHOT }, async () => {
  const { page, close } = await openPage(browser, {
    deviceScaleFactor: 1.5,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const { demo } = await (await fetch(`${HEDDLE_URL}/api/v1/health`)).json();
  if (demo) {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Fill it in' }).click();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('list', { name: 'Workflows' }).getByRole('link').first().click();
  } else {
    await signUp(page);
    await page.getByRole('button', { name: 'Start from the sample' }).click();
  }
  const cards = page.locator('.react-flow__node-card');
  await cards.first().waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const text = 'Nothing works since this morning, every order fails and customers are leaving.';
  await type(
    page.getByRole('textbox', { name: 'Input' }),
    JSON.stringify({ body: { text, name: 'Ada' } }),
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  await page
    .locator('section[aria-label="Run log"] > header')
    .getByText(/Succeeded|Failed/)
    .waitFor({ timeout: 30_000 });
  await cards.nth(1).click();
  await page.getByRole('button', { name: 'Hide the list' }).click();
  await cards.nth(1).focus();
  await page.keyboard.press('1');
  await page.mouse.move(720, 200);
  await page.waitForTimeout(500);
  await page.screenshot({ path: process.env.HEDDLE_SCREENSHOT });
  await close();
});
