import { pathCode } from '@/expressions/complete';
import { wrap } from '@/expressions/code';
import type { Source } from '@/run/scope';
import { classes } from '@/ui/classes';
import { copyText } from '@/ui/Copy';
import { JsonTree } from '@/ui/Json';
import { notify } from '@/ui/notices';
import { Time } from '@/ui/Time';
import type { Insert } from '../form/formContext';
import type { PanelData } from './usePanelData';

/** What a node can read: the trigger and every node before it. A click puts a reference into the field one was in. */
export function InputPane({ data, insert }: { data: PanelData; insert: Insert | undefined }) {
  const pick = (source: Source, path: readonly (string | number)[]) => {
    const code = pathCode(source.name, path);
    if (insert) insert(code);
    else void copyText(wrap(code)).then((done) => done && notify(`Copied ${wrap(code)}`));
  };
  return (
    <div>
      <From data={data} />
      {data.sources.map((source) => (
        <details key={source.name} open className="group border-b border-line px-4 py-2">
          <summary className="flex items-center gap-2 rounded text-panel marker:content-none">
            <span className="font-medium">{source.title}</span>
            <code className="ml-auto font-mono text-xs text-faint">${source.name}</code>
          </summary>
          <div className={classes('pt-1', !source.real && 'opacity-75')}>
            {!source.real && data.from.kind !== 'sample' && (
              <p className="pl-5 text-xs text-faint">Not in this run; an example of its shape</p>
            )}
            <JsonTree
              value={source.value}
              action={{
                label: (path) => `${insert ? 'Insert' : 'Copy'} ${pathCode(source.name, path)}`,
                run: (path) => pick(source, path),
              }}
            />
          </div>
        </details>
      ))}
    </div>
  );
}

/** Where the data is from, in words. */
export function From({ data }: { data: PanelData }) {
  const { from } = data;
  return (
    <p className="border-b border-line bg-sunken px-4 py-1.5 text-xs text-soft">
      {from.kind === 'sample' && 'A sample, until the workflow has run'}
      {from.kind === 'this run' && 'From the run on the canvas'}
      {from.kind === 'last run' && (
        <>
          From the last good run, <Time at={from.run.startedAt} />
        </>
      )}
    </p>
  );
}
