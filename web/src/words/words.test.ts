import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, listed, nearest } from './count';
import { getIn, pathText, sameJson, setIn, type Json } from './json';
import { faultAt } from './parse';
import { ago, duration } from './time';

describe('json paths', () => {
  it('read back what was put, and leave the rest as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }),
        fc.jsonValue(),
        (path, value) => {
          const before: Json = { keep: 1 };
          const after = setIn(before, path, value as Json);
          expect(getIn(after, path)).toEqual(value);
          expect(getIn(after, ['keep'])).toBe(1);
          expect(before).toEqual({ keep: 1 });
          expect(sameJson(setIn(after, [path[0] as string], undefined), before)).toBe(true);
        },
      ),
    );
  });

  it('are written as people write them', () =>
    expect(pathText(['fields', 0, 'value'])).toBe('fields[0].value'));

  it('compare without regard to the order of keys', () => {
    expect(sameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson({ a: undefined }, {})).toBe(true);
  });
});

describe('words', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');

  it.each([
    [2, 'just now'],
    [59, '59 sec ago'],
    [185, '3 min ago'],
    [7_300, '2 h ago'],
    [86_400, '1 day ago'],
    [3 * 86_400, '3 days ago'],
  ])('%d seconds are %s', (seconds, words) => expect(ago(now - seconds * 1000, now)).toBe(words));

  it.each([
    [12, '12 ms'],
    [2_440, '2.4 s'],
    [65_000, '1 min 5 s'],
    [3_700_000, '1 h 1 min'],
  ])('%d ms are %s', (milliseconds, words) => expect(duration(milliseconds)).toBe(words));

  it('lists, cuts and guesses', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(cut('Hello world', 8)).toBe('Hello w…');
    expect(nearest('tickt', ['ticket', 'other'])).toBe('ticket');
    expect(nearest('zzz', ['ticket'])).toBeUndefined();
  });
});

describe('the place where JSON breaks', () => {
  it('is found in no valid JSON, and in every text that isn’t', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '}', ',', '"', 'x', ':'),
        (text, cut, put) => {
          expect(faultAt(text)).toBeUndefined();
          const at = cut % (text.length + 1);
          const broken = text.slice(0, at) + put + text.slice(at + 1);
          expect(faultAt(broken) === undefined).toBe(isJson(broken));
        },
      ),
      { numRuns: 500 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
