import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import { card, drag, middle, openPage, saved, signUp, type } from './steps.mjs';

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

async function openSample(options) {
  const opened = await openPage(browser, options);
  const { workspace } = await signUp(opened.page);
  await opened.page.getByRole('button', { name: 'Start from the sample' }).click();
  await card(opened.page, 'answer').waitFor();
  await opened.page.waitForTimeout(300);
  return { ...opened, workspace };
}

const edges = (page) => page.locator('.react-flow__edge').count();

test('the mouse drags steps in, threads them and moves them on the grid', async () => {
  const { page, close } = await openSample();
  await page
    .getByRole('option', { name: /^Wait (?!for an event)/ })
    .dragTo(page.locator('.react-flow__pane'), { targetPosition: { x: 620, y: 620 } });
  await card(page, 'wait1').waitFor();
  await page.waitForTimeout(400);
  const before = await edges(page);
  const port = (id, name) => card(page, id).locator(`.react-flow__handle[data-handleid="${name}"]`);
  await drag(page, await middle(port('call', 'main')), await middle(port('wait1', 'in')));
  assert.equal(await edges(page), before + 1);

  const from = await middle(card(page, 'wait1'));
  await drag(page, from, { x: from.x - 93, y: from.y + 41 });
  await saved(page);
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('.react-flow__node')]
      .map((node) => new DOMMatrix(getComputedStyle(node).transform))
      .flatMap(({ e, f }) => [e % 20, f % 20].map(Math.abs)),
  );
  assert.ok(
    places.every((rest) => rest === 0),
    'a card is off the grid',
  );

  const out = await middle(port('wait1', 'main'));
  await drag(page, out, { x: out.x + 40, y: out.y + 60 });
  await page.getByRole('dialog').getByText('Add a step after “Wait”').waitFor();
  await page.keyboard.press('Escape');
  await close();
});

test('what is copied as JSON is pasted under new names; nonsense is explained', async () => {
  const { page, close } = await openSample({ permissions: ['clipboard-read', 'clipboard-write'] });
  await card(page, 'greeting').click();
  await card(page, 'answer').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await card(page, 'greeting1').waitFor();
  await card(page, 'answer1').click();
  assert.match(
    await page.getByRole('textbox', { name: 'Body', exact: true }).inputValue(),
    /\$greeting1\.text/,
  );

  await page.evaluate(() => navigator.clipboard.writeText('{"nodes": [}'));
  await card(page, 'call').focus();
  await page.keyboard.press('Control+v');
  await page.getByText('This isn’t valid JSON: look at line 1, column 12.').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByText('What starts this workflow?').waitFor();
  await page.keyboard.press('Control+z');
  await card(page, 'answer1').waitFor();
  await close();
});

test('without a network the draft is kept, and sent when it is back', async () => {
  const { page, close } = await openSample();
  await page.context().setOffline(true);
  await type(page.getByLabel('Name of the workflow'), 'Written on a train');
  await page.getByText('Offline, kept here').waitFor();
  await page.context().setOffline(false);
  await saved(page);
  await page.reload();
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-label="Name of the workflow"]')?.value === 'Written on a train',
  );
  await close();
});

test('two who change the same workflow are asked whose draft stays', async () => {
  const { page, close } = await openSample();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await type(other.getByLabel('Name of the workflow'), 'Theirs');
  await saved(other);
  await type(page.getByLabel('Name of the workflow'), 'Mine');
  await page.getByRole('heading', { name: 'Someone else changed this workflow' }).waitFor();
  await page.getByRole('button', { name: 'Overwrite with mine' }).click();
  await saved(page);
  await type(other.getByLabel('Name of the workflow'), 'Theirs again');
  await other.getByRole('button', { name: 'Take theirs' }).click();
  await other.waitForFunction(
    () => document.querySelector('[aria-label="Name of the workflow"]')?.value === 'Mine',
  );
  await close();
});

test('a problem leads to its field, and a version can be gone back to', async () => {
  const { page, close } = await openSample();
  const publish = async (version) => {
    await saved(page);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText(`Version ${version} is published.`).waitFor();
  };
  await publish(1);
  await card(page, 'named').click();
  await type(page.getByLabel('Condition'), '$nobody.name = 1');
  await page.getByText('No node before this one is called `$nobody`.').waitFor();
  await saved(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Has a name\?/ })
    .first()
    .click();
  await page.waitForFunction(() => document.activeElement?.value === '$nobody.name = 1');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('$trigger.body.name != ""');
  await page.keyboard.press('Escape');
  await publish(2);
  await page
    .getByRole('navigation', { name: 'Workflow' })
    .getByRole('link', { name: 'Versions' })
    .click();
  await page.getByRole('button', { name: 'Roll back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
  await page.getByText('Version 1 is the published one now.').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'v1' }).getByText('Current').waitFor();
  await close();
});

test('one who signs out is out in every tab, and comes back to where they wanted', async () => {
  const { page, close } = await openSample();
  const other = await page.context().newPage();
  await other.goto('/runs');
  await other.getByRole('heading', { name: 'Runs' }).waitFor();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  await type(page.getByLabel('E-mail'), 'nobody@example.com');
  await type(page.getByLabel('Password'), 'not the right one');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  await close();
});
