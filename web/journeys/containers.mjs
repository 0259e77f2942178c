import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import {
  card,
  choose,
  drag,
  fitsWidth,
  isAccessible,
  middle,
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

const field = (page, name) =>
  page.locator(`[data-panel] [data-field="${name}"]`).locator('textarea, input').first();

/** A start by hand, and a for-each over the numbers it is given. */
async function startOfLoop(page) {
  await page.getByRole('button', { name: 'Start from blank' }).click();
  await page.getByRole('button', { name: 'Add the first step' }).click();
  await choose(page, 'manual');
  await card(page, 'manual1').waitFor();
}

/** Runs the draft with an input and waits until the run log says how it stands. */
async function runWith(page, input, ...words) {
  await saved(page);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await type(page.getByRole('textbox', { name: 'Input' }), JSON.stringify(input));
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
  const log = page.locator('section[aria-label="Run log"]');
  for (const word of words) await log.getByText(word).first().waitFor({ timeout: 30_000 });
  return log;
}

async function publish(page) {
  await saved(page);
  await page.getByText('No problems').waitFor();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 1 is published.').waitFor();
}

test('by hand: steps are dropped into a for-each, published, run, and one item is looked at', async () => {
  const { page, close } = await openPage(browser);
  await signUp(page);
  await startOfLoop(page);
  await page.getByRole('button', { name: 'Add a step after', exact: false }).first().click();
  await choose(page, 'for each');
  await type(field(page, 'items'), '$trigger.numbers');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  const frame = card(page, 'forEach1');
  const pane = await page.locator('.react-flow__pane').boundingBox();
  const drop = async (name, dx, dy) => {
    const box = await frame.boundingBox();
    await page
      .getByRole('option', { name })
      .first()
      .dragTo(page.locator('.react-flow__pane'), {
        targetPosition: { x: box.x - pane.x + dx, y: box.y - pane.y + dy },
      });
  };
  await drop(/^Set fields/, 160, 120);
  await card(page, 'set1').waitFor();
  assert.match(await card(page, 'set1').getAttribute('aria-label'), /inside For each/);
  await type(
    page.locator('[data-panel]').getByRole('textbox', { name: 'Name', exact: true }),
    'double',
  );
  await page.locator('[data-panel]').getByLabel('Kind of Value').selectOption('code');
  const value = page.locator('[data-panel]').getByRole('combobox', { name: 'Value', exact: true });
  await type(value, '$item * 2 + $ind');
  await page.getByRole('option', { name: /^index/ }).click();
  assert.equal(await value.inputValue(), '$item * 2 + $index');

  await page.getByRole('button', { name: 'Add a step after Set fields' }).click();
  await choose(page, 'set fields');
  assert.match(await card(page, 'set2').getAttribute('aria-label'), /inside For each/);
  await type(
    page.locator('[data-panel]').getByRole('textbox', { name: 'Name', exact: true }),
    'text',
  );
  await type(
    page.locator('[data-panel]').getByRole('combobox', { name: 'Value', exact: true }),
    'It is {{ $set1.double }}',
  );
  await isAccessible(page, 'A container');

  // Chosen first: the panel takes its room, then everything is fitted in and stays.
  const fit = async () => {
    await page.keyboard.press('1');
    await page.waitForTimeout(500);
  };
  await card(page, 'forEach1').focus();
  await page.keyboard.press('Escape');
  await page.locator('[data-panel]').waitFor({ state: 'detached' });
  await fit();
  await card(page, 'manual1').click();
  await card(page, 'manual1').focus();
  await fit();
  const place = (id) => card(page, id).evaluate((node) => node.style.transform);
  const [before, within] = [await place('manual1'), await middle(card(page, 'set2'))];
  await drag(page, await middle(card(page, 'manual1')), { x: within.x, y: within.y + 20 });
  await page.getByText(/starts runs, so it stays outside/).waitFor();
  assert.equal(await place('manual1'), before);
  const handle = (id, name) =>
    page.locator(`.react-flow__handle[data-nodeid="${id}"][data-handleid="${name}"]`);
  await drag(page, await middle(handle('manual1', 'main')), await middle(handle('set1', 'in')));
  await page.getByText(/threads don’t cross its wall/).waitFor();
  await publish(page);

  const log = await runWith(page, { numbers: [10, 20, 30] }, 'Succeeded');
  await card(page, 'set2').getByText('3×').waitFor();
  await log.getByRole('button', { name: /^Set fields 2 3 times/ }).click();
  await log.getByText('It is 62').waitFor();
  await page.getByRole('button', { name: 'The time before in For each' }).last().click();
  await log.getByText('It is 41').waitFor();
  assert.match(
    await page
      .getByLabel(/^Which time through For each/)
      .last()
      .inputValue(),
    /^2$/,
  );
  await isAccessible(page, 'An iteration');
  await close();
});

test('by keyboard: steps are added inside, put in, taken out, and one undo brings a container back', async () => {
  const { page, close } = await openPage(browser);
  await signUp(page);
  const press = (...keys) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const isOn = (id) =>
    page.waitForFunction(
      (wanted) => document.activeElement?.getAttribute('data-id') === wanted,
      id,
    );
  const inside = async (id, name) =>
    page.waitForFunction(
      ([of, container]) =>
        (
          document
            .querySelector(`.react-flow__node[data-id="${of}"]`)
            ?.getAttribute('aria-label') ?? ''
        ).includes(`inside ${container}`),
      [id, name],
    );
  const typeInto = async (name, text) => {
    await press('Enter');
    await field(page, name).focus();
    await press('Control+a');
    await page.keyboard.type(text);
    await press('Escape');
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-id'));
  };
  await startOfLoop(page);
  await isOn('manual1');
  await press('a');
  await choose(page, 'for each');
  await isOn('forEach1');
  await typeInto('items', '$trigger.numbers');
  await isOn('forEach1');
  await press('i');
  await choose(page, 'set fields');
  await isOn('set1');
  await inside('set1', 'For each');
  await typeInto('fields[0].name', 'x');
  await typeInto('fields[0].value', '{{ $index }}{{ $item }}');
  await isOn('set1');
  await press('a');
  await choose(page, 'set fields');
  await isOn('set2');
  await inside('set2', 'For each');
  await typeInto('fields[0].name', 'y');
  await typeInto('fields[0].value', 'last {{ $set1.x }}');

  await press('o');
  await page.getByText(/taken out\. 1 connection was cut/).waitFor();
  await press('p');
  await type(page.getByRole('dialog').getByRole('combobox'), 'for each');
  await press('Enter');
  await inside('set2', 'For each');
  await press('Control+z', 'Control+z');
  await page.getByTestId('announcer').getByText('Undone: Take out.').waitFor({ state: 'attached' });
  await inside('set2', 'For each');

  await card(page, 'forEach1').focus();
  await press('Delete');
  await card(page, 'set1').waitFor({ state: 'detached' });
  await card(page, 'manual1').focus();
  await press('Control+z');
  await inside('set1', 'For each');
  await press('l');
  await publish(page);
  const log = await runWith(page, { numbers: ['a', 'b'] }, 'Succeeded');
  await log.getByRole('button', { name: /^Set fields 2 2 times/ }).press('Enter');
  await log.getByText('last 1b').waitFor();
  const which = page.getByLabel(/^Which time through For each/).last();
  await which.focus();
  await press('Control+a', '1');
  await log.getByText('last 0a').waitFor();
  await close();
});

test('a run asks, someone answers on a phone, and the run goes on', async () => {
  const { page, close } = await openPage(browser);
  await signUp(page);
  await startOfLoop(page);
  await page.getByRole('button', { name: 'Add a step after', exact: false }).first().click();
  await choose(page, 'approval');
  await type(field(page, 'title'), 'Pay {{ $trigger.amount }} euros?');
  await type(field(page, 'message'), 'To a new supplier.');
  await page.getByRole('button', { name: 'Add a step after Approval on approved' }).click();
  await choose(page, 'set fields');
  await type(
    page.locator('[data-panel]').getByRole('textbox', { name: 'Name', exact: true }),
    'said',
  );
  await type(
    page.locator('[data-panel]').getByRole('combobox', { name: 'Value', exact: true }),
    '{{ $approval1.comment }}, thanks',
  );
  await runWith(page, { amount: 900 }, 'Running');
  await card(page, 'approval1').getByText('Waiting').waitFor({ timeout: 30_000 });

  const storage = await page.context().storageState();
  const phone = await openPage(browser, {
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
    storageState: storage,
  });
  await phone.page.goto('/approvals');
  await phone.page.getByRole('link', { name: 'Pay 900 euros?' }).waitFor({ timeout: 30_000 });
  await fitsWidth(phone.page, 'The approvals');
  await isAccessible(phone.page, 'The approvals');
  assert.match(
    await phone.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /Approvals/ })
      .innerText(),
    /1/,
  );
  await phone.page.getByRole('link', { name: 'Pay 900 euros?' }).tap();
  await phone.page.getByText('To a new supplier.').waitFor();
  await fitsWidth(phone.page, 'An approval');
  await isAccessible(phone.page, 'An approval');
  await type(phone.page.getByLabel('Comment'), 'Fine');
  await phone.page.getByRole('button', { name: 'Approve' }).tap();
  await phone.page.getByText('Approved. The run goes on.').waitFor();
  await phone.page.getByRole('link', { name: /^a run of/ }).tap();
  await phone.page.getByRole('button', { name: /^Set fields/ }).tap({ timeout: 30_000 });
  await phone.page.getByText('Fine, thanks').first().waitFor({ timeout: 30_000 });
  await phone.close();
  await card(page, 'set1').getByText('Succeeded').waitFor({ timeout: 30_000 });
  await close();
});
