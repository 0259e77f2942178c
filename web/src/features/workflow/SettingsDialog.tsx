import { useDraft, useDraftStore, useGraph } from '@/draft/context';
import type { Json } from '@/words/json';
import { NumberInput } from '@/ui/NumberInput';
import { WorkflowSelect } from '@/pickers/WorkflowSelect';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field, Select, TextArea } from '@/ui/Field';

const MODES = [
  { value: 'auto', title: 'Whatever fits the drawing' },
  { value: 'standard', title: 'Standard: each step is kept, may wait for days' },
  { value: 'express', title: 'Express: short and quick, for a caller who waits' },
];

const YEAR = 31_536_000;

/** What holds for the workflow as a whole; part of the drawing, so it is undone and published with it. */
export function SettingsDialog() {
  const open = useDraft((draft) => draft.asked === 'settings');
  return open ? <Settings /> : null;
}

function Settings() {
  const store = useDraftStore();
  const { settings, description } = useGraph();
  const issues = useDraft((draft) => draft.issues);
  const close = () => store.ask(undefined);
  const fault = (name: string) => {
    const issue = issues.find(
      (one) => one.node === undefined && one.severity === 'ERROR' && one.field?.endsWith(name),
    );
    return issue && [issue.message, issue.hint].filter(Boolean).join(' ');
  };
  const put = (name: string, value: Json | undefined) =>
    store.change(
      { label: 'Change the workflow’s settings', burst: `settings ${name}` },
      (graph) => {
        const rest = Object.fromEntries(
          Object.entries(graph.settings).filter(([key]) => key !== name),
        );
        return { ...graph, settings: value === undefined ? rest : { ...rest, [name]: value } };
      },
    );
  return (
    <Dialog
      open
      onClose={close}
      title="Settings of the workflow"
      about="They are part of the draft: undo works, and they count once it is published."
      foot={<Button onClick={close}>Done</Button>}
    >
      <div className="flex flex-col gap-4">
        <Field label="What it is for">
          <TextArea
            rows={2}
            maxLength={500}
            value={description ?? ''}
            onChange={(event) =>
              store.change({ label: 'Describe the workflow', burst: 'description' }, (graph) => ({
                ...graph,
                description: event.target.value || undefined,
              }))
            }
          />
        </Field>
        <Field label="How it runs" error={fault('settings.mode')}>
          <Select
            options={MODES}
            value={typeof settings.mode === 'string' ? settings.mode : 'auto'}
            onChange={(event) =>
              put('mode', event.target.value === 'auto' ? undefined : event.target.value)
            }
          />
        </Field>
        <Field
          label="Time limit"
          error={fault('settings.timeoutSeconds')}
          hint="For a whole run, in seconds. Empty: up to a year, as long as someone waits for an answer."
        >
          <NumberInput
            shape={{ kind: 'number', min: 1, max: YEAR, integer: true }}
            value={settings.timeoutSeconds}
            onChange={(next) => put('timeoutSeconds', next)}
          />
        </Field>
        <WorkflowSelect
          label="When a run fails"
          none="Nothing more happens"
          hint="This workflow is run then, with the error as its input."
          error={fault('settings.errorWorkflow')}
          value={typeof settings.errorWorkflow === 'string' ? settings.errorWorkflow : ''}
          onChange={(id) => put('errorWorkflow', id || undefined)}
        />
      </div>
    </Dialog>
  );
}
