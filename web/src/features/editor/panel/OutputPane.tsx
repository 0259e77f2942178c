import type { GraphNode } from '@/graph/document';
import { useCatalog } from '@/data/catalog';
import { useGraph } from '@/draft/context';
import { sampleOutput } from '@/run/scope';
import { DataBlock, NodeData } from '@/runview/NodeData';
import { From } from './InputPane';
import { Pinned, TestStep } from './TestStep';
import type { PanelData } from './usePanelData';

/** What the node gave, or an example of what it will give; and trying it out. */
export function OutputPane(pane: { node: GraphNode; data: PanelData }) {
  return (
    <>
      <Pinned node={pane.node} />
      <TestStep {...pane} />
      <Given {...pane} />
    </>
  );
}

function Given({ node, data }: { node: GraphNode; data: PanelData }) {
  const graph = useGraph();
  const catalog = useCatalog();
  if (data.ran && data.from.kind !== 'sample') {
    return (
      <>
        <From data={data} />
        <NodeData node={data.ran} run={data.from.run} />
      </>
    );
  }
  return (
    <>
      <p className="border-b border-line bg-sunken px-4 py-1.5 text-xs text-soft">
        {data.from.kind === 'sample'
          ? 'This step has not run yet'
          : 'This step was not in that run'}
        ; an example of its shape
      </p>
      <div className="opacity-75">
        <DataBlock title="Output" value={sampleOutput(graph, catalog, node, 0)} />
      </div>
    </>
  );
}
