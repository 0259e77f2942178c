import type { ExprNode } from 'jsonata';
import { nearest } from '@/words/count';
import { INNER, RESERVED } from './functions';

/** Why the compiler would not take an expression; `column` counts from 1. */
export type Refusal = { message: string; column?: number };

/** What jsonata's syntax tree holds besides its own typings. */
type Tree = ExprNode & {
  position?: number;
  arguments?: Tree[];
  group?: { lhs: Tree[][] };
  focus?: string;
  index?: string;
};

/** Names an expression may use, besides JSONata's own functions. */
export type Known = ReadonlySet<string>;

/**
 * The rules that Step Functions and Heddle add to JSONata's grammar, read off the syntax tree: no
 * `$eval`, no `$$`, no `$` or bare field name outside a path, only known names.
 */
export function refusals(tree: unknown, known: Known): Refusal[] {
  const found: Refusal[] = [];
  visit(tree as Tree, { inPath: false, names: known }, found);
  return found;
}

type Scope = { inPath: boolean; names: ReadonlySet<string> };

function visit(node: Tree | undefined, scope: Scope, found: Refusal[]): void {
  if (!node || typeof node !== 'object') return;
  const name = String(node.value);
  switch (node.type as string) {
    case 'variable':
      variable(name, scope, columnOf(node, name.length), found);
      return children(node, scope, found);
    case 'name':
      if (!scope.inPath) found.push(bare(name, scope, columnOf(node, name.length - 1)));
      return children(node, scope, found);
    case 'path':
      return path(node, scope, found);
    case 'lambda':
      return lambda(node, scope, found);
    case 'block':
      return block(node, scope, found);
    case 'transform':
      return children(node, { ...scope, inPath: true }, found);
    default:
      return children(node, scope, found);
  }
}

/** jsonata notes where a token ends, counted from 0; people count where it begins, from 1. */
function columnOf(node: Tree, length: number): number | undefined {
  return node.position === undefined ? undefined : Math.max(1, node.position - length);
}

function variable(name: string, scope: Scope, column: number | undefined, found: Refusal[]): void {
  if (name === '') {
    if (!scope.inPath)
      found.push({
        message: '`$` has nothing to stand for here. Name a node, such as `$trigger`.',
        column,
      });
  } else if (name === '$') {
    found.push({ message: '`$$` isn’t available. Name a node, such as `$trigger`.', column });
  } else if (name === 'eval' || name === 'states') {
    found.push({ message: `\`$${name}\` isn’t available in Heddle.`, column });
  } else if (INNER[name] !== undefined && !scope.names.has(name)) {
    found.push({ message: `\`$${name}\` is only known inside ${INNER[name]}.`, column });
  } else if (!scope.names.has(name) && !RESERVED.has(name)) {
    found.push({ message: unknown(name, scope.names), column });
  }
}

function unknown(name: string, names: ReadonlySet<string>): string {
  const near = nearest(name, [...names]);
  const meant = near ? ` Did you mean \`$${near}\`?` : '';
  return `No node before this one is called \`$${name}\`.${meant}`;
}

function bare(name: string, scope: Scope, column: number | undefined): Refusal {
  const meant = scope.names.has(name) ? `\`$${name}\`` : `\`$trigger.${name}\``;
  return { message: `\`${name}\` needs a place to come from. Did you mean ${meant}?`, column };
}

function path(node: Tree, scope: Scope, found: Refusal[]): void {
  const steps = (node.steps ?? []) as Tree[];
  const named = steps.flatMap((step) =>
    [step.focus, step.index].filter((one) => one !== undefined),
  );
  const inner = { inPath: true, names: new Set([...scope.names, ...named]) };
  steps.forEach((step, index) => visit(step, index === 0 ? scope : inner, found));
  if (node.group) children({ group: node.group } as unknown as Tree, inner, found);
}

function lambda(node: Tree, scope: Scope, found: Refusal[]): void {
  const names = (node.arguments ?? []).map((argument) => String(argument.value));
  const body = (node as unknown as { body: Tree }).body;
  visit(body, { ...scope, names: new Set([...scope.names, ...names]) }, found);
}

function block(node: Tree, scope: Scope, found: Refusal[]): void {
  const names = new Set(scope.names);
  for (const expression of (node.expressions ?? []) as Tree[]) {
    if ((expression.type as string) === 'bind')
      names.add(String((expression.lhs as unknown as Tree).value));
    visit(expression, { ...scope, names }, found);
  }
}

/** Predicates, stages and groups see the item they are about; the rest sees what its parent sees. */
function children(node: Tree, scope: Scope, found: Refusal[]): void {
  const inner = { ...scope, inPath: true };
  for (const [key, value] of Object.entries(node)) {
    if (key === 'lhs' && (node.type as string) === 'bind') continue;
    const about = key === 'predicate' || key === 'stages' || key === 'group' || key === 'terms';
    each(value, about ? inner : scope, found);
  }
}

function each(value: unknown, scope: Scope, found: Refusal[]): void {
  if (Array.isArray(value)) value.forEach((one) => each(one, scope, found));
  else if (isTree(value)) visit(value, scope, found);
  else if (typeof value === 'object' && value !== null) {
    if ('lhs' in value) each(value.lhs, scope, found);
    if ('expression' in value) each(value.expression, scope, found);
  }
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'type' in value;
}
