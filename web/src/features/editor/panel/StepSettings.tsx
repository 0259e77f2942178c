import { useState } from 'react';
import type { NodeType } from '@/catalog/nodeType';
import { useCatalog } from '@/data/catalog';
import type { GraphNode, OnError, Retry } from '@/graph/document';
import { idFault } from '@/graph/ids';
import { portsOf } from '@/graph/ports';
import { Field, Select, TextArea, TextInput } from '@/ui/Field';
import { JsonEditor } from '@/ui/JsonEditor';
import { Toggle } from '@/ui/Toggle';
import { passedBy } from '../actions';
import { useEditor } from '../editorContext';
import { NumberInput } from '@/ui/NumberInput';

const ON_ERROR: { value: OnError; title: string }[] = [
  { value: 'stop', title: 'Stop the run' },
  { value: 'continue', title: 'Go on with the error as output' },
  { value: 'port', title: 'Leave by the failure port' },
  { value: 'default', title: 'Go on with a default output' },
];

const count = (min: number, max: number, integer = true) => ({
  kind: 'number' as const,
  min,
  max,
  integer,
});

/** What every step has, whatever its type: id, retries, what happens on failure, notes. */
export function StepSettings({ node, type }: { node: GraphNode; type: NodeType | undefined }) {
  const { actions } = useEditor();
  const put = (change: Partial<GraphNode>) => actions.node(node.id, change);
  const calls = type?.wiring.kind === 'call';
  const canFail = type?.failurePort ?? false;
  return (
    <section aria-label="This step" className="flex flex-col gap-3 border-t border-line p-4">
      <h3 className="text-xs font-medium text-faint">This step</h3>
      <IdField key={node.id} node={node} />
      {canFail && (
        <Field
          label="When it fails"
          hint={
            node.onError === 'port'
              ? 'Draw an edge from the red port at the bottom of the card.'
              : undefined
          }
        >
          <Select
            options={ON_ERROR}
            value={node.onError ?? 'stop'}
            onChange={(event) =>
              put({
                onError:
                  event.target.value === 'stop' ? undefined : (event.target.value as OnError),
              })
            }
          />
        </Field>
      )}
      {canFail && node.onError === 'default' && (
        <Field label="Default output">
          <JsonEditor
            key={node.id}
            rows={3}
            value={node.defaultOutput ?? null}
            onChange={(defaultOutput) => put({ defaultOutput: defaultOutput ?? null })}
          />
        </Field>
      )}
      {calls && <RetryFields retry={node.retry} onChange={(retry) => put({ retry })} />}
      {calls && (
        <Field label="Time limit" hint="For each attempt, in seconds. Empty: the step’s own limit.">
          <NumberInput
            shape={count(1, 31_536_000)}
            value={node.timeoutSeconds}
            onChange={(timeoutSeconds) => put({ timeoutSeconds })}
          />
        </Field>
      )}
      <SwitchedOff node={node} onChange={(disabled) => put({ disabled })} />
      <Field label="Notes">
        <TextArea
          rows={2}
          value={node.notes ?? ''}
          onChange={(event) => put({ notes: event.target.value || undefined })}
        />
      </Field>
    </section>
  );
}

/** A step without a main port must be told by which of its ports it is passed. */
function SwitchedOff({
  node,
  onChange,
}: {
  node: GraphNode;
  onChange: (next: GraphNode['disabled']) => void;
}) {
  const catalog = useCatalog();
  const off = node.disabled !== undefined && node.disabled !== false;
  const ports = portsOf(catalog.get(node.type), node.config).filter(
    (port) => port.kind === 'named',
  );
  return (
    <>
      <Field label="Switched off" hint="It is skipped; its input goes on as it came.">
        <Toggle
          checked={off}
          onChange={(next) => onChange(next ? passedBy(node, catalog) : undefined)}
        />
      </Field>
      {typeof node.disabled === 'string' && ports.length > 0 && (
        <Field label="Goes on by">
          <Select
            options={ports.map((port) => ({ value: port.name, title: port.title }))}
            value={node.disabled}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
      )}
    </>
  );
}

/** The id is taken over when one leaves the field: every reference is rewritten then. */
function IdField({ node }: { node: GraphNode }) {
  const { actions } = useEditor();
  const [id, setId] = useState(node.id);
  const fault = id === node.id ? undefined : idFault(id, actions.graph(), node.id);
  const take = () => {
    if (id === node.id) return;
    if (fault) setId(node.id);
    else actions.rename(node.id, id);
  };
  return (
    <Field
      label="Id"
      error={fault}
      hint={`Expressions read its output as $${node.id}. They follow when you change it.`}
    >
      <TextInput
        className="font-mono text-xs"
        spellCheck={false}
        value={id}
        onChange={(event) => setId(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </Field>
  );
}

function RetryFields({
  retry,
  onChange,
}: {
  retry: Retry | undefined;
  onChange: (next: Retry | undefined) => void;
}) {
  const on = retry !== undefined;
  const start: Retry = { attempts: 2, intervalSeconds: 1, backoff: 2 };
  return (
    <>
      <Field label="Try again" hint="Before it counts as failed.">
        <Toggle checked={on} onChange={(next) => onChange(next ? start : undefined)} />
      </Field>
      {on && (
        <div className="grid grid-cols-3 gap-2 border-l-2 border-line pl-3">
          <Field label="More times">
            <NumberInput
              shape={count(0, 100)}
              value={retry.attempts}
              onChange={(attempts) => onChange({ ...retry, attempts })}
            />
          </Field>
          <Field label="After, s">
            <NumberInput
              shape={count(1, 86_400)}
              value={retry.intervalSeconds}
              onChange={(intervalSeconds) => onChange({ ...retry, intervalSeconds })}
            />
          </Field>
          <Field label="Then ×">
            <NumberInput
              shape={count(1, 100, false)}
              value={retry.backoff}
              onChange={(backoff) => onChange({ ...retry, backoff })}
            />
          </Field>
        </div>
      )}
    </>
  );
}
