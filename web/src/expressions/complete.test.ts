import { describe, expect, it } from 'vitest';
import { complete, pathCode } from './complete';

const values = new Map([
  ['ticket', { body: { text: 'Help', 'sub-ject': 'x' }, lines: [{ sku: 'a' }] }],
  ['trigger', undefined],
]);

const labels = (code: string) =>
  complete(code, code.length, values)?.suggestions.map((one) => one.label);

describe('complete', () => {
  it('offers names and functions after $', () => {
    expect(labels('$t')).toEqual([
      'ticket',
      'trigger',
      'trim(text)',
      'type(value)',
      'toMillis(timestamp, picture?)',
    ]);
    expect(labels('1 + $partit')).toEqual(['partition(list, size)']);
  });

  it('offers keys after a dot, through lists, in backticks where needed', () => {
    expect(labels('$ticket.bo')).toEqual(['body']);
    expect(labels('$ticket.lines[0].')).toEqual(['sku']);
    expect(labels('$ticket.lines.')).toEqual(['sku']);
    expect(complete('$ticket.body.sub', 16, values)?.suggestions[0]?.insert).toBe('`sub-ject`');
  });

  it('offers nothing where nothing is known', () => {
    expect(labels('$trigger.x')).toBeUndefined();
    expect(labels('1 + ')).toBeUndefined();
  });

  it('writes the path to a value', () => {
    expect(pathCode('ticket', ['lines', 0, 'sub-ject'])).toBe('$ticket.lines[0].`sub-ject`');
  });
});
