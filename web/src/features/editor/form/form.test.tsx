// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { useMemo, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Api } from '@/api/client';
import { initialValue } from '@/catalog/initial';
import type { Shape } from '@/catalog/shape';
import { setIn, type Json } from '@/words/json';
import {
  any,
  choice,
  field,
  fields,
  flag,
  list,
  map,
  number,
  text,
  union,
} from '../../../../test/fake/shapes';
import { show } from '../../../../test/render';
import { FormContext, type Form, type Insert } from './formContext';
import { ShapeField } from './ShapeField';

type Given = { shape: Shape; value?: Json; dynamic?: boolean; fault?: string; api?: Partial<Api> };

/** One field in a form whose expressions read a ticket; answers what the form holds at last. */
function field1({ shape, value, dynamic = false, fault, api }: Given) {
  let held: Json | undefined = value ?? initialValue(shape);
  let inserter: Insert | undefined;
  const initial = held;
  function Harness() {
    const [config, setConfig] = useState<Json | undefined>({ it: initial });
    const form = useMemo<Form>(
      () => ({
        node: 'n',
        values: new Map<string, Json>([
          ['ticket', { body: { text: 'Help', tags: ['a'] } }],
          ['trigger', {}],
        ]),
        real: new Set(['ticket']),
        fault: () => fault,
        set: (path, next) => setConfig((before) => setIn(before, path, next)),
        offer: (insert) => (inserter = insert),
      }),
      [],
    );
    held = (config as { it?: Json }).it;
    return (
      <FormContext value={form}>
        <ShapeField shape={shape} path={['it']} value={held} title="It" dynamic={dynamic} />
      </FormContext>
    );
  }
  const view = show(<Harness />, { api });
  return { ...view, held: () => held, insert: (code: string) => inserter?.(code) };
}

describe('plain fields', () => {
  it('text, with what is wrong', async () => {
    const { user, held } = field1({ shape: text(), fault: 'It is needed.' });
    const input = screen.getByRole('textbox', { name: 'It' });
    await user.type(input, 'abc');
    expect(held()).toBe('abc');
    expect(input).toHaveAccessibleDescription('It is needed.');
    await user.clear(input);
    expect(held()).toBeUndefined();
  });

  it('number: what is none yet is not handed on', async () => {
    const { user, held } = field1({ shape: number(0, 10), value: 1 });
    const input = screen.getByRole('textbox', { name: 'It' });
    await user.clear(input);
    await user.type(input, '2.');
    expect([held(), (input as HTMLInputElement).value]).toEqual([2, '2.']);
    await user.type(input, 'x');
    expect(held()).toBe(2);
  });

  it('flag and choice', async () => {
    const { user, held, unmount } = field1({ shape: flag });
    await user.click(screen.getByRole('switch', { name: 'It' }));
    expect(held()).toBe(true);
    unmount();
    const other = field1({ shape: choice({ a: 'First', b: 'Second' }), value: 'gone' });
    expect(screen.getByRole('option', { name: 'gone (unknown)' })).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: 'It' }), 'b');
    expect(other.held()).toBe('b');
  });

  it('cron in words, time zones to choose from', () => {
    const { unmount } = field1({ shape: text('CRON'), value: '0 9 ? * MON-FRI *' });
    expect(screen.getByText('At 09:00, Monday to Friday.')).toBeVisible();
    unmount();
    field1({ shape: text('TIME_ZONE'), value: 'UTC' });
    expect(document.querySelector('option[value="Europe/Berlin"]')).not.toBeNull();
  });
});

describe('expressions', () => {
  it('stand in their braces, with the result under them', async () => {
    const { user, held } = field1({ shape: text('CONDITION'), dynamic: true });
    await user.click(screen.getByRole('combobox', { name: 'It' }));
    await user.paste("$ticket.body.text = 'Help'");
    expect(held()).toBe("{% $ticket.body.text = 'Help' %}");
    await waitFor(() => expect(screen.getByTestId('preview')).toHaveTextContent('true'));
    await user.clear(screen.getByRole('combobox', { name: 'It' }));
    await user.paste('body.text');
    await waitFor(() =>
      expect(screen.getByTestId('preview')).toHaveTextContent(
        'Did you mean `$trigger.body`? (column 1)',
      ),
    );
  });

  it('say when the result comes from a sample', async () => {
    field1({ shape: text(), dynamic: true, value: 'Hi {{ $trigger.name }}' });
    await waitFor(() =>
      expect(screen.getByTestId('preview')).toHaveTextContent('"Hi "from a sample'),
    );
  });

  it('are toggled, and a plain value comes back as it was', async () => {
    const { user, held } = field1({ shape: number(0, 100), value: 5, dynamic: true });
    await user.click(screen.getByRole('radio', { name: 'Expression' }));
    expect(held()).toBe('{% 5 %}');
    await user.click(screen.getByRole('radio', { name: 'Fixed' }));
    expect(held()).toBe(5);
  });

  it('complete names and keys by keyboard', async () => {
    const { user, held } = field1({ shape: text('EXPRESSION'), dynamic: true });
    await user.click(screen.getByRole('combobox', { name: 'It' }));
    await user.keyboard('$ti');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('ticket');
    await user.keyboard('{Enter}.body.t{ArrowDown}{Tab}');
    expect(held()).toBe('{% $ticket.body.tags %}');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('take references from the input pane, as templates in text', async () => {
    const { user, held, insert } = field1({
      shape: text('MULTILINE'),
      dynamic: true,
      value: 'Re: ',
    });
    await user.click(screen.getByRole('combobox', { name: 'It' }));
    insert('$ticket.body.text');
    await waitFor(() => expect(held()).toBe('Re: {{ $ticket.body.text }}'));
  });
});

describe('lists, maps and unions', () => {
  const row = fields(
    field('name', 'Name', text(), { required: true }),
    field('value', 'Value', any, { required: true, dynamic: true }),
  );

  it('add, move and remove entries', async () => {
    const { user, held } = field1({ shape: list(row, 1, 3) });
    expect(held()).toEqual([{ name: '', value: '' }]);
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'a');
    await user.click(screen.getByRole('button', { name: 'Add to it' }));
    await user.click(screen.getByRole('button', { name: 'Move It 2 up' }));
    expect(held()).toEqual([
      { name: '', value: '' },
      { name: 'a', value: '' },
    ]);
    await user.click(screen.getByRole('button', { name: 'Remove It 1' }));
    expect(held()).toEqual([{ name: 'a', value: '' }]);
  });

  it('hold names and values, and a name that is still empty', async () => {
    const { user, held } = field1({ shape: map(text()), value: { a: '1' } });
    await user.click(screen.getByRole('button', { name: 'Add to it' }));
    await user.type(screen.getByRole('textbox', { name: 'It: name 2' }), 'b');
    await user.type(screen.getByRole('textbox', { name: 'It: value of b' }), '2');
    expect(held()).toEqual({ a: '1', b: '2' });
    await user.click(screen.getByRole('button', { name: 'Remove a' }));
    expect(held()).toEqual({ b: '2' });
  });

  it('change the variant and show its fields', async () => {
    const shape = union({
      none: ['None'],
      text: ['Text', field('text', 'Body', text(), { required: true })],
    });
    const { user, held } = field1({ shape });
    await user.selectOptions(screen.getByRole('combobox', { name: 'It' }), 'text');
    await user.type(screen.getByRole('textbox', { name: 'Body' }), 'x');
    expect(held()).toEqual({ kind: 'text', text: 'x' });
  });
});

describe('any value', () => {
  it('is of a kind that can be changed', async () => {
    const { user, held } = field1({ shape: any, dynamic: true, value: '7' });
    const kind = screen.getByRole('combobox', { name: 'Kind of It' });
    await user.selectOptions(kind, 'number');
    expect(held()).toBe(7);
    await user.selectOptions(kind, 'code');
    expect(held()).toBe('{% 7 %}');
    await user.selectOptions(kind, 'json');
    expect(held()).toBe(7);
    await user.selectOptions(kind, 'flag');
    expect(held()).toBe(false);
  });

  it('shows the results of the expressions inside JSON', async () => {
    field1({ shape: any, dynamic: true, value: { a: '{% $ticket.body.text %}' } });
    await waitFor(() => expect(screen.getByTestId('preview')).toHaveTextContent('"Help"'));
    expect(screen.getByRole('listitem')).toHaveTextContent('a');
  });
});

describe('schemas and secrets', () => {
  it('a flat schema is a table, a deeper one JSON', async () => {
    const { user, held, unmount } = field1({
      shape: text('JSON_SCHEMA'),
      value: { type: 'object', properties: { a: { type: 'string', description: 'kept' } } },
    });
    await user.click(screen.getByRole('checkbox', { name: 'needed' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Type of a' }), 'integer');
    expect(held()).toMatchObject({
      properties: { a: { type: 'integer', description: 'kept' } },
      required: ['a'],
    });
    unmount();
    field1({ shape: text('JSON_SCHEMA'), value: '{"oneOf": []}' });
    expect(screen.getByText('This schema is more than a table can show.')).toBeVisible();
  });

  it('a workflow is chosen by name among those that can be called, and kept by id', async () => {
    const workflow = (id: string, name: string, triggers: string[], publishedVersion?: number) => ({
      id,
      name,
      triggers,
      publishedVersion,
      revision: 1,
      description: undefined,
      createdAt: '',
      updatedAt: '',
    });
    const first = {
      items: [
        workflow('wf_1', 'Refund', ['called-trigger@1'], 2),
        workflow('wf_2', 'Web shop', ['webhook@1'], 1),
      ],
      nextCursor: 'c',
    };
    const workflows = (cursor?: string) =>
      Promise.resolve(
        cursor
          ? { items: [workflow('wf_3', 'Notify', ['called-trigger@1'])], nextCursor: undefined }
          : first,
      );
    const { user, held } = field1({ shape: text('WORKFLOW'), api: { workflows } });
    expect(
      await screen.findByRole('option', { name: 'Notify (not published)' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('option', { name: 'Web shop' })).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'It' }), 'Refund');
    expect(held()).toBe('wf_1');
    expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute('href', '/workflows/wf_1');
  });

  it('a new secret is stored and chosen; its value is nowhere', async () => {
    const stored = ['old-key'];
    const saveSecret = vi.fn((name: string) => {
      stored.push(name);
      return Promise.resolve(undefined);
    });
    const secrets = () =>
      Promise.resolve({
        items: stored.map((name) => ({ name, updatedAt: '2026-11-20T09:00:00Z' })),
      });
    const { user, held } = field1({ shape: text('SECRET'), api: { secrets, saveSecret } });
    expect(await screen.findByRole('option', { name: 'old-key' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'New secret…' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'new-key');
    await user.type(dialog.getByLabelText('Value'), 'hush');
    await user.click(dialog.getByRole('button', { name: 'Store' }));
    await waitFor(() => expect(held()).toBe('new-key'));
    expect(saveSecret).toHaveBeenCalledWith('new-key', 'hush');
    expect(document.body).not.toHaveTextContent('hush');
  });
});
