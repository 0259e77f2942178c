import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { check } from '@/catalog/check';
import { typeName, type NodeType } from '@/catalog/nodeType';
import type { Field as CatalogField } from '@/catalog/shape';
import { useDraft, useDraftStore } from '@/draft/context';
import type { GraphNode } from '@/graph/document';
import { pathText, type Json } from '@/words/json';
import { Alert } from '@/ui/States';
import { useEditor } from '../editorContext';
import { FormContext, type Form, type Insert } from '../form/formContext';
import { ConfigField } from '../form/ShapeField';
import { faultsByField, fieldPath } from './faults';
import { StepSettings } from './StepSettings';
import type { PanelData } from './usePanelData';
import { WebhookBox } from './WebhookBox';

type SettingsProps = {
  node: GraphNode;
  type: NodeType | undefined;
  data: PanelData;
  offer: (insert: Insert | undefined) => void;
};

/** A node's settings: a form drawn from its type, then what every step has. */
export function SettingsPane({ node, type, data, offer }: SettingsProps) {
  const { actions } = useEditor();
  const issues = useDraft((draft) => draft.issues);
  const faults = useMemo(
    () => faultsByField(issues, node.id, type ? check(type.config, node.config) : []),
    [issues, node, type],
  );
  const { sources } = data;
  const form = useMemo<Form>(
    () => ({
      node: node.id,
      values: new Map<string, Json | undefined>(
        sources.map((source) => [source.name, source.value]),
      ),
      real: new Set(sources.filter((source) => source.real).map((source) => source.name)),
      fault: (path) => faults.get(pathText(path)),
      set: (path, value) => actions.config(node.id, path, value),
      offer,
    }),
    [actions, faults, node.id, offer, sources],
  );
  const root = useRef<HTMLDivElement>(null);
  useWantedField(node.id, root);
  const whole = faults.get('');
  const warnings = issues.filter((issue) => issue.node === node.id && issue.severity === 'WARNING');
  return (
    <FormContext value={form}>
      <div data-settings ref={root}>
        {type && typeName(type.id) === 'webhook' && <WebhookBox node={node} />}
        <div className="flex flex-col gap-4 p-4">
          {whole && <Alert>{whole}</Alert>}
          {warnings.map((warning) => (
            <Alert key={warning.message} tone="waiting">
              {warning.message} {warning.hint}
            </Alert>
          ))}
          {!type && (
            <Alert>
              This Heddle has no step of the type {node.type}. It can’t run here; its settings are
              kept.
            </Alert>
          )}
          {type && <Fields fields={type.config.fields} node={node} />}
        </div>
        <StepSettings node={node} type={type} />
      </div>
    </FormContext>
  );
}

/** Puts the keyboard on the field that a problem sent one to. */
function useWantedField(node: string, root: RefObject<HTMLDivElement | null>): void {
  const store = useDraftStore();
  const wanted = useDraft((draft) => draft.wanted);
  useEffect(() => {
    if (wanted?.node !== node) return;
    store.setState({ wanted: undefined });
    const place = nearestField(root.current, fieldPath(wanted.field));
    const control = (place ?? root.current)?.querySelector<HTMLElement>(
      'input, textarea, select, button',
    );
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  }, [node, root, store, wanted]);
}

/** The field itself, or the closest one around it that is on the page. */
function nearestField(root: HTMLElement | null, path: string): HTMLElement | undefined {
  const fields = [...(root?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  const around = fields.filter(
    (field) =>
      path === field.dataset.field ||
      path.startsWith(`${field.dataset.field}.`) ||
      path.startsWith(`${field.dataset.field}[`),
  );
  return around.sort((a, b) => (b.dataset.field?.length ?? 0) - (a.dataset.field?.length ?? 0))[0];
}

function Fields({ fields, node }: { fields: readonly CatalogField[]; node: GraphNode }) {
  const usual = fields.filter((field) => !field.advanced);
  const advanced = fields.filter((field) => field.advanced);
  const one = (field: CatalogField) => (
    <ConfigField
      key={`${node.id} ${field.name}`}
      field={field}
      path={[field.name]}
      value={node.config[field.name]}
      dynamic={false}
    />
  );
  return (
    <>
      {usual.map(one)}
      {fields.length === 0 && <p className="text-panel text-faint">This step needs no settings.</p>}
      {advanced.length > 0 && (
        <details
          className="group"
          open={advanced.some((field) => node.config[field.name] !== undefined && field.required)}
        >
          <summary className="rounded text-panel text-accent">More settings</summary>
          <div className="flex flex-col gap-4 pt-3">{advanced.map(one)}</div>
        </details>
      )}
    </>
  );
}
