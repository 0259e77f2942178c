// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Json } from '@/words/json';
import { show } from '../../test/render';
import { Button } from './Button';
import { Chooser, found } from './Chooser';
import { Copy } from './Copy';
import { Dialog } from './Dialog';
import { Field, TextInput } from './Field';
import { JsonTree } from './Json';
import { JsonEditor } from './JsonEditor';
import { Menu } from './Menu';
import { announce, notify } from './notices';
import { Status } from './Status';
import { setTheme } from './theme';
import { Time } from './Time';
import { Segments, Toggle } from './Toggle';

const CHOICES = [
  { id: 'wait', title: 'Wait', group: 'Flow', words: 'sleep pause' },
  { id: 'http', title: 'HTTP request', group: 'Connect', detail: 'Calls a URL' },
  { id: 'await', title: 'Await someone', group: 'Flow' },
];

describe('the chooser', () => {
  it('finds first what is called just so, then what begins so', () => {
    const titles = found(
      [
        { id: 'a', title: 'Await' },
        { id: 'b', title: 'Wait for an event' },
        { id: 'c', title: 'Wait' },
      ],
      'wait',
    ).map((one) => one.title);
    expect(titles).toEqual(['Wait', 'Wait for an event', 'Await']);
  });

  it('finds by any word, best first, and takes the keyboard', async () => {
    const onChoose = vi.fn();
    const { user } = show(
      <Chooser
        label="Steps"
        placeholder=""
        choices={CHOICES}
        onChoose={onChoose}
        none="Nothing."
        focused
      />,
    );
    expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
      'Flow',
      'Connect',
    ]);
    await user.keyboard('wai');
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual([
      'Wait',
      'Await someone',
    ]);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(onChoose).toHaveBeenCalledWith('await');
    await user.clear(screen.getByRole('combobox'));
    await user.keyboard('url calls');
    await user.click(screen.getByRole('option'));
    expect(onChoose).toHaveBeenLastCalledWith('http');
    await user.keyboard('zzz');
    expect(screen.getByText('Nothing.')).toBeVisible();
  });
});

describe('the JSON tree', () => {
  it('opens, closes, cuts what is long and offers its keys', async () => {
    const run = vi.fn();
    const value = {
      list: Array.from({ length: 60 }, (_, index) => index),
      text: 'x'.repeat(300),
      none: null,
    };
    const { user } = show(<JsonTree value={value} action={{ label: () => 'Insert', run }} />);
    expect(screen.getByText('Show more of 10 entries')).toBeVisible();
    await user.click(screen.getByText('Show more of 10 entries'));
    expect(screen.getByText('59')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close list' }));
    expect(screen.queryByText('59')).toBeNull();
    await user.click(screen.getByText('… 100 more characters'));
    expect(screen.getByText(/x{300}/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'none:' }));
    expect(run).toHaveBeenCalledWith(['none']);
  });
});

describe('the JSON editor', () => {
  function Harness({ onValue }: { onValue: (value: Json | undefined) => void }) {
    const [value, setValue] = useState<Json | undefined>({ a: 1 });
    const put = (next: Json | undefined) => {
      setValue(next);
      onValue(next);
    };
    return (
      <>
        <JsonEditor label="Input" optional value={value} onChange={put} />
        <Button onClick={() => setValue([2])}>Other</Button>
      </>
    );
  }

  it('hands on what is valid, keeps and explains what is not, follows from outside', async () => {
    const onValue = vi.fn();
    const { user } = show(<Harness onValue={onValue} />);
    const field = screen.getByLabelText('Input');
    await user.clear(field);
    expect(onValue).toHaveBeenLastCalledWith(undefined);
    await user.click(field);
    await user.paste('{"b": }');
    expect(screen.getByRole('alert')).toHaveTextContent('look at line 1, column 7');
    expect(field).toHaveValue('{"b": }');
    await user.click(screen.getByText('Other'));
    expect(field).toHaveValue('[\n  2\n]');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('windows and menus', () => {
  it('open with the focus on what they are about, and close with Escape', async () => {
    const onClose = vi.fn();
    const { user } = show(
      <Dialog
        open
        onClose={onClose}
        title="Publish"
        about="The draft becomes a version."
        foot={<Button>Go</Button>}
      >
        <Field label="Note">
          <TextInput />
        </Field>
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: 'Publish' })).toHaveAccessibleDescription(
      'The draft becomes a version.',
    );
    await waitFor(() => expect(screen.getByLabelText('Note')).toHaveFocus());
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
  });

  it('list what can be done, with keys', async () => {
    const run = vi.fn();
    const { user } = show(
      <Menu
        trigger={<Button>More</Button>}
        groups={[
          [{ title: 'Duplicate', shortcut: 'Mod+D', run }],
          [{ title: 'Delete', disabled: true, run }],
        ]}
      />,
    );
    await user.click(screen.getByText('More'));
    expect(screen.getByRole('menuitem', { name: 'Delete' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await user.click(screen.getByRole('menuitem', { name: /Duplicate/ }));
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe('small widgets', () => {
  it('tie label, hint and error to their control', () => {
    show(
      <Field label="E-mail" hint="For mail." error="It is taken." required>
        <TextInput />
      </Field>,
    );
    const field = screen.getByRole('textbox', { name: 'E-mail' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('For mail. It is taken.');
    expect(field).toHaveAttribute('aria-required', 'true');
  });

  it('switch and choose', async () => {
    const flip = vi.fn();
    const pick = vi.fn();
    const options = [
      { value: 'a', title: 'Fixed' },
      { value: 'b', title: 'Expression' },
    ];
    const { user } = show(
      <>
        <Toggle label="On" checked={false} onChange={flip} />
        <Segments label="Mode" value="a" options={options} onChange={pick} />
      </>,
    );
    await user.click(screen.getByRole('switch'));
    await user.click(screen.getByRole('radio', { name: 'Expression' }));
    expect([flip.mock.calls, pick.mock.calls]).toEqual([[[true]], [['b']]]);
  });

  it('copy, and say so', async () => {
    const { user } = show(<Copy label="Copy it" text={() => 'the text'} />);
    await user.click(screen.getByRole('button', { name: 'Copy it' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe('the text');
  });

  it('say times in short and in full, and states in words', () => {
    show(
      <>
        <Time at={new Date(Date.now() - 200_000).toISOString()} />
        <Status status="timed-out" />
        <Status status="skipped" words={false} />
      </>,
    );
    expect(screen.getByText('3 min ago')).toHaveAttribute('title', expect.stringContaining('20'));
    expect(screen.getByText('Timed out')).toBeVisible();
    expect(screen.getByText('Skipped')).toHaveClass('sr-only');
  });

  it('tell and announce', async () => {
    const { user } = show(null);
    act(() => {
      notify('It failed.', 'failed');
      announce('Moved left.');
    });
    expect(within(screen.getByRole('status')).getByText('It failed.')).toBeVisible();
    expect(screen.getByTestId('announcer')).toHaveTextContent('Moved left.');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('It failed.')).toBeNull();
  });

  it('keep the chosen look', () => {
    setTheme('dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    setTheme('system');
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});
