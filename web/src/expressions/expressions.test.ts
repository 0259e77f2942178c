import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeIn, parts, unwrap, wrap } from './code';
import { evaluate, type Bindings } from './evaluate';
import { preview } from './preview';
import { references } from './references';
import { renameCode, renameText } from './rename';
import { tokenize } from './tokens';

const names = (code: string) => references(code).map((one) => one.name);

describe('braces', () => {
  it('give back what was put in them, spaces at its ends too', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^ {0,3}[a-z ]{0,6} {0,3}$/)), (code) => {
        expect(unwrap(wrap(code))).toBe(code);
      }),
    );
  });
});

describe('tokens', () => {
  it('covers every character but white space, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let at = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(at, token.start).trim()).toBe('');
          expect(token.text).toBe(text.slice(token.start, token.end));
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('tells a regular expression from a division', () => {
    const kinds = (text: string) => tokenize(text).map((token) => token.kind);
    expect(kinds('$a / $b / $c')).not.toContain('regex');
    expect(kinds('$match($a, /a\\/b$/i)')).toContain('regex');
  });
});

describe('references', () => {
  it.each([
    ['$a.b + $c', ['a', 'c']],
    ['"$a" & $b', ['b']],
    ['/* $a */ $b', ['b']],
    ['$map($a, function($x) { $x + $y })', ['map', 'a', 'y']],
    ['($a := $a + 1; $a)', ['a']],
    ['($f := function($n) { $n = 0 ? 1 : $f($n - 1) }; $f($a))', ['a']],
    ['($a := 1; $b) + $a', ['b', 'a']],
    ['$a@$x.b[$x.c = $d]', ['a', 'd']],
    ['$a#$i.{"n": $i}', ['a']],
    ['$a[c = "}"].`$b`', ['a']],
  ])('%s', (code, expected) => expect(names(code)).toEqual(expected));
});

describe('templates', () => {
  it('end at the first braces outside strings and brackets', () => {
    expect(
      codeIn('Hi {{ $a.name }}, {{ {"x": {"y": "}}"}}.x.y }}!', true).map((one) => one.code),
    ).toEqual([' $a.name ', ' {"x": {"y": "}}"}}.x.y ']);
  });

  it('leave an opening without an end as text', () => {
    expect(parts('a {{ b')).toEqual([{ kind: 'text', text: 'a {{ b' }]);
  });
});

/** Expressions with shadowing, blocks, lambdas and strings that look like code. */
const expression = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('$a', '$b', '1', '$count([$a, $b])', '$length("$a")', '$a /* $a */'),
    fc.tuple(tie('expression'), tie('expression')).map(([x, y]) => `(${x} + ${y})`),
    fc.tuple(tie('expression'), tie('expression')).map(([x, y]) => `($a := ${x}; ${y})`),
    fc.tuple(tie('expression'), tie('expression')).map(([x, y]) => `($b := ${x}; $a := $b; ${y})`),
    fc.tuple(tie('expression'), tie('expression')).map(([x, y]) => `(function($a) { ${x} })(${y})`),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([x, y]) => `{"a": ${x}, "b": ${y}}.(a + b)`),
    tie('expression').map((x) => `($f := function($n) { $n <= 0 ? ${x} : $f($n - 1) }; $f(2))`),
    tie('expression').map((x) => `$sum([1, 2].($ + ${x}))`),
  ),
})).expression;

const small = fc.integer({ min: -9, max: 9 });

describe('rename', () => {
  it('rewrites references, not text, strings or locals', () => {
    const renames = new Map([['old', 'fresh']]);
    expect(renameText('{% $old.x & "$old" & (function($old){$old})(1) %}', false, renames)).toBe(
      '{% $fresh.x & "$old" & (function($old){$old})(1) %}',
    );
    expect(renameText('$old {{ $old.x }} $older', true, renames)).toBe(
      '$old {{ $fresh.x }} $older',
    );
    expect(renameText('{{ $old }}', false, renames)).toBe('{{ $old }}');
  });

  it('keeps what an expression gives, whatever the expression', async () => {
    await fc.assert(
      fc.asyncProperty(expression, small, small, async (code, a, b) => {
        const before = await evaluate(code, { a, b }, []);
        const after = await evaluate(renameCode(code, new Map([['a', 'zz']])), { zz: a, b }, []);
        expect(after).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('evaluate', () => {
  const bindings: Bindings = { ticket: { body: { text: 'Help', lines: [1, 2] } } };
  const value = async (code: string) => evaluate(code, bindings, ['other']);

  it.each([
    ['$ticket.body.text', 'Help'],
    ['$ticket.body.lines[1]', 2],
    ['$sum($ticket.body.lines)', 3],
    ['$other.x', null],
    ['$ticket.body.missing', null],
    ['$partition([1,2,3], 2)', [[1, 2], [3]]],
    ['$range(0, 4, 2)', [0, 2, 4]],
    ['$map($ticket.body.lines, function($l) { $l * 2 })', [2, 4]],
    ['$ticket.body.{"t": text}', { t: 'Help' }],
    ['$ticket.body.lines[$ > 1]', 2],
  ])('%s', async (code, expected) => {
    expect(await value(code)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ['body.text', /Did you mean `\$trigger\.body`/, 1],
    ['ticket.body', /Did you mean `\$ticket`/, 1],
    ['1 + $tickt.body', /Did you mean `\$ticket`/, 5],
    ['$$.x', /isn’t available/, 1],
    ['$', /nothing to stand for/, 1],
    ['$eval("1")', /isn’t available/, 1],
    ['$states.input', /isn’t available/, 1],
    ['$ticket.body.text ?? 1', /./, 20],
    ['$ticket.', /end of expression/i, undefined],
    ['', /empty/, undefined],
    ['('.repeat(200), /nested/, undefined],
    ['$map', /function/, undefined],
  ])('refuses %s', async (code, message, column) => {
    const outcome = await value(code);
    expect(outcome).toMatchObject({ ok: false, message: expect.stringMatching(message) as string });
    if (column !== undefined) expect(outcome).toMatchObject({ column });
  });

  it('fills templates in, a missing value as nothing', async () => {
    const outcome = await preview(
      'Re: {{ $ticket.body.text }}{{ $ticket.none }}',
      bindings,
      [],
      evaluate,
    );
    expect(outcome).toMatchObject({ ok: true, value: 'Re: Help' });
  });
});
