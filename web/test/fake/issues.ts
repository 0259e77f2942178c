import { check } from '../../src/catalog/check';
import { isTrigger } from '../../src/catalog/nodeType';
import { codeSpots } from '../../src/catalog/walk';
import { codeIn } from '../../src/expressions/code';
import { references } from '../../src/expressions/references';
import { INNER, RESERVED } from '../../src/expressions/functions';
import type { Graph } from '../../src/graph/document';
import { containersOf } from '../../src/graph/nest';
import { readable } from '../../src/graph/reach';
import { pathText } from '../../src/words/json';
import { CATALOG } from './catalog';
import type { Issue } from './store';

type Partly = Pick<Issue, 'rule' | 'message'> & Partial<Issue>;

const issue = (given: Partly): Issue => ({
  severity: 'ERROR',
  hint: '',
  ...given,
});

/** The problems of a drawing, as far as clicking through needs them. */
export function issuesOf(graph: Graph): Issue[] {
  return [...triggerIssues(graph), ...graph.nodes.flatMap((node) => nodeIssues(graph, node.id))];
}

function triggerIssues(graph: Graph): Issue[] {
  if (graph.nodes.some((node) => isTrigger(CATALOG.get(node.type)))) return [];
  return [
    issue({
      rule: 'has-a-trigger',
      message: 'Nothing starts this workflow.',
      hint: 'Add a trigger, such as Webhook.',
    }),
  ];
}

/** The names that containers give to what is inside them; a loop also asks by them whether it goes on. */
function innerNames(graph: Graph, id: string): Set<string> {
  const self = graph.nodes.find((one) => one.id === id)!;
  const isLoop = CATALOG.get(self.type)?.wiring.kind === 'loop';
  const kinds = containersOf(graph, id).map((one) => CATALOG.get(one.type)?.wiring.kind);
  return new Set([
    ...(kinds.includes('for-each') ? ['item', 'index'] : []),
    ...(isLoop || kinds.includes('loop') ? ['loop'] : []),
  ]);
}

function nodeIssues(graph: Graph, id: string): Issue[] {
  const node = graph.nodes.find((one) => one.id === id)!;
  const type = CATALOG.get(node.type);
  if (!type)
    return [
      issue({ rule: 'known-type', node: id, message: `There is no node type ${node.type}.` }),
    ];
  const before = readable(graph, id);
  const inner = innerNames(graph, id);
  const unreachable =
    !isTrigger(type) &&
    !before.some((one) =>
      isTrigger(CATALOG.get(graph.nodes.find((n) => n.id === one)?.type ?? '')),
    );
  return [
    ...check(type.config, node.config).map((fault) =>
      issue({ rule: 'config-fits', node: id, field: pathText(fault.path), message: fault.message }),
    ),
    ...(unreachable
      ? [
          issue({
            severity: 'WARNING',
            rule: 'is-reachable',
            node: id,
            message: `“${node.name}” is never reached.`,
            hint: 'Connect it to a node before it.',
          }),
        ]
      : []),
    ...codeSpots(type.config, node.config).flatMap((spot) =>
      codeIn(spot.text, spot.templates).flatMap(({ code, start }) =>
        references(code)
          .filter(
            (one) =>
              one.name !== '' &&
              (!RESERVED.has(one.name) || one.name in INNER) &&
              !before.includes(one.name) &&
              !inner.has(one.name),
          )
          .map((one) =>
            issue({
              rule: 'reads-an-ancestor',
              node: id,
              field: pathText(spot.path),
              column: start + one.start + 1,
              message: `\`$${one.name}\` isn’t a node before this one.`,
            }),
          ),
      ),
    ),
  ];
}
