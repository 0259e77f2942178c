import { describe, expect, it } from 'vitest';
import { NODE_TYPES, NODE_TYPES_DOCUMENT } from '../../test/fake/catalog';
import { any, choice, field, fields, list, map, number, text, union } from '../../test/fake/shapes';
import { check } from './check';
import { initialConfig, initialValue, switchVariant } from './initial';
import { catalogDocument, matches } from './nodeType';
import { shape as shapeSchema, type UnionShape } from './shape';
import { codeSpots } from './walk';

describe('the catalog', () => {
  it('reads all that the server writes of a node type', () => {
    const { nodeTypes } = NODE_TYPES_DOCUMENT as { nodeTypes: { configHash: string }[] };
    const read = catalogDocument.parse(NODE_TYPES_DOCUMENT).nodeTypes;
    expect(read).toEqual(nodeTypes.map(({ configHash, ...type }) => type));
  });

  it('takes bounds that JSON can’t write as none', () => {
    expect(
      shapeSchema.parse({ kind: 'number', min: '-Infinity', max: 'Infinity', integer: false }),
    ).toEqual({ kind: 'number', min: -Infinity, max: Infinity, integer: false });
  });

  it('is searched by every word', () => {
    const found = NODE_TYPES.filter((type) => matches(type, 'rest api')).map((type) => type.id);
    expect(found).toEqual(['http-request@1']);
  });

  it('gives new nodes a config that only lacks what a person must say', () => {
    for (const type of NODE_TYPES) {
      const faults = check(type.config, initialConfig(type.config));
      expect(
        faults.every((fault) => /needed|at least/.test(fault.message)),
        type.id,
      ).toBe(true);
    }
  });
});

const shape = fields(
  field('name', 'Name', text('PLAIN', { min: 1, max: 3, pattern: '[a-z]+' }), { required: true }),
  field('count', 'Count', number(1, 5), { dynamic: true }),
  field('rows', 'Rows', list(fields(field('value', 'Value', any, { dynamic: true })), 1, 2)),
  field('map', 'Map', map(text(), 1), { dynamic: true }),
  field('mode', 'Mode', choice({ a: 'A' })),
  field(
    'body',
    'Body',
    union({ none: ['None'], text: ['Text', field('text', 'Text', text(), { required: true })] }),
  ),
);

describe('check', () => {
  it('says everything at once, with places', () => {
    const faults = check(shape, {
      count: 1.5,
      rows: [],
      map: { a: '1', b: '2' },
      mode: 'b',
      body: { kind: 'text' },
    });
    expect(faults.map((fault) => fault.path.join('.'))).toEqual([
      'name',
      'count',
      'rows',
      'map',
      'mode',
    ]);
  });

  it('lets expressions stand for any value, and leaves odd patterns to the compiler', () => {
    expect(check(shape, { name: 'abc', count: '{% 1 + 1 %}' })).toEqual([]);
    expect(check(text('PLAIN', { pattern: '\\p{Alnum}++(' }), 'x')).toEqual([]);
  });
});

describe('values', () => {
  it('keep what fits when a variant changes', () => {
    const body = shape.fields[5]?.shape as UnionShape;
    expect(switchVariant(body, { kind: 'none', text: 'kept' }, 'text')).toEqual({
      kind: 'text',
      text: 'kept',
    });
    expect(initialValue(body)).toEqual({ kind: 'none' });
  });

  it('know where code may stand', () => {
    const spots = codeSpots(shape, {
      name: '{{ no }}',
      map: { a: '{{ yes }}' },
      rows: [{ value: { deep: ['{{ yes }}'] } }],
    });
    expect(spots.map((spot) => [spot.path.join('.'), spot.templates])).toEqual([
      ['name', false],
      ['map.a', true],
      ['rows.0.value.deep.0', true],
    ]);
  });
});
