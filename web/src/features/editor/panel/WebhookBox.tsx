import { useState } from 'react';
import { useSession } from '@/data/account';
import { useDraft } from '@/draft/context';
import type { GraphNode } from '@/graph/document';
import { Copy } from '@/ui/Copy';
import { Segments } from '@/ui/Toggle';

type Which = 'test' | 'production';

/** Where to call a webhook node: the draft's address and the published one, and how to try it. */
export function WebhookBox({ node }: { node: GraphNode }) {
  const { tenant } = useSession();
  const published = useDraft((draft) => draft.workflow.publishedVersion);
  const [which, setWhich] = useState<Which>(published === undefined ? 'test' : 'production');
  const path = typeof node.config.path === 'string' ? node.config.path : '';
  const method =
    node.config.method === 'ANY' || typeof node.config.method !== 'string'
      ? 'POST'
      : node.config.method;
  const url = `${location.origin}/${which === 'test' ? 'hooks-test' : 'hooks'}/${tenant.slug}/${path}`;
  const curl = curlOf(method, url);
  return (
    <section
      aria-label="Address"
      className="flex flex-col gap-2 border-b border-line bg-sunken p-4"
    >
      <div className="flex items-center gap-2">
        <h3 className="flex-1 text-panel font-medium">Address</h3>
        <Segments
          small
          label="Address of"
          value={which}
          options={[
            { value: 'test', title: 'Draft' },
            { value: 'production', title: 'Published' },
          ]}
          onChange={setWhich}
        />
      </div>
      {path === '' ? (
        <p className="text-panel text-soft">Give it a path below; then it has an address.</p>
      ) : (
        <>
          <Line text={url} label="Copy the address" />
          <Line text={curl} label="Copy the curl call" />
          <p className="text-xs text-faint">{note(which, published)}</p>
        </>
      )}
    </section>
  );
}

function note(which: Which, published: number | undefined): string {
  if (which === 'test') return 'Runs the saved draft, for trying it out.';
  return published === undefined
    ? 'Answers once the workflow is published.'
    : `Runs version ${published}.`;
}

function curlOf(method: string, url: string): string {
  if (method === 'GET') return `curl '${url}?name=Ada'`;
  return `curl -X ${method} '${url}' -H 'Content-Type: application/json' -d '{"name": "Ada"}'`;
}

function Line({ text, label }: { text: string; label: string }) {
  return (
    <div className="flex items-start gap-1 rounded-box border border-line bg-card py-0.5 pr-0.5 pl-2.5">
      <code className="min-w-0 flex-1 py-1.5 font-mono text-xs leading-4 break-all">{text}</code>
      <Copy label={label} text={() => text} />
    </div>
  );
}
