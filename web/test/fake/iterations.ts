import { containersOf } from '../../src/graph/nest';
import type { NodeRun, Run } from './store';

/** What nodes did, seen from one iteration or from outside all: of each container the first iteration that failed, else the last. */
export function nodesAt(run: Run, here: string): NodeRun[] {
  const depth = here === '' ? 0 : here.split('.').length;
  const names = here.replaceAll(/\[\d+]/g, '');
  return run.graph.nodes.flatMap((node) => {
    const around = containersOf(run.graph, node.id)
      .map((one) => one.id)
      .reverse();
    if (around.slice(0, depth).join('.') !== names) return [];
    const mine = run.nodes.filter(
      (one) =>
        one.node === node.id &&
        (one.path === here || here === '' || one.path.startsWith(`${here}.`)),
    );
    const shown = mine.find((one) => one.status === 'failed') ?? mine.at(-1);
    if (!shown) return run.nodes.filter((one) => one.node === node.id && one.status === 'skipped');
    const iterations =
      around.length > depth
        ? { count: mine.length, failed: mine.filter((one) => one.status === 'failed').length }
        : undefined;
    return [{ ...shown, iterations }];
  });
}
