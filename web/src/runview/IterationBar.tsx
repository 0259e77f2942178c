import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { NodeRun, Run } from '@/api/schemas';
import { useViews } from '@/data/iterations';
import { nodeById } from '@/graph/document';
import { around, pathOf, timesThrough, turnsOf, type Turn } from '@/run/path';
import { Button, IconButton } from '@/ui/Button';

type IterationBarProps = {
  /** The run as a whole, whatever is chosen. */
  run: Run;
  node: string;
  /** The iteration that is looked at; empty for what the run as a whole shows. */
  path: string;
  onPath: (path: string) => void;
};

/** Which time through the containers around a step one looks at: one line for each, to go on and back. */
export function IterationBar({ run, node, path, onPath }: IterationBarProps) {
  const containers = around(run.graph, node);
  const chosen = chosenIn(containers, path);
  const inside = useViews(run, pathOf(chosen)).at(-1) ?? run.nodes;
  const shown = turnsShown(inside, containers, chosen);
  const views = useViews(run, pathOf(shown));
  if (shown.length === 0) return null;
  return (
    <section
      aria-label="Iteration"
      className="flex flex-col gap-1 border-b border-line bg-sunken px-4 py-2"
    >
      {shown.map((turn, level) => {
        const seen = level === 0 ? run.nodes : (views[level - 1] ?? []);
        const before = shown.slice(0, level);
        return (
          <Line
            key={turn.container}
            turn={turn}
            name={nodeById(run.graph, turn.container)?.name ?? turn.container}
            times={timesThrough(run.graph, seen, turn.container)}
            onIndex={(index) => onPath(pathOf([...before, { ...turn, index }]))}
          />
        );
      })}
      {path !== '' && (
        <Button small look="quiet" className="self-start" onClick={() => onPath('')}>
          Back to the run as a whole
        </Button>
      )}
    </section>
  );
}

/** As much of the chosen path as is about these containers. */
function chosenIn(containers: readonly string[], path: string): Turn[] {
  const turns = turnsOf(path);
  const apart = turns.findIndex((turn, level) => turn.container !== containers[level]);
  return apart < 0 ? turns.slice(0, containers.length) : turns.slice(0, apart);
}

/** What is chosen, and below it what the server chose to show. */
function turnsShown(
  inside: readonly NodeRun[],
  containers: readonly string[],
  chosen: Turn[],
): Turn[] {
  const isThere = (turns: Turn[]) =>
    turns.length === containers.length &&
    turns.every(
      (turn, level) =>
        turn.container === containers[level] && (chosen[level]?.index ?? turn.index) === turn.index,
    );
  return inside.map((one) => turnsOf(one.path)).find(isThere) ?? chosen;
}

function Line({
  turn,
  name,
  times,
  onIndex,
}: {
  turn: Turn;
  name: string;
  times: number;
  onIndex: (index: number) => void;
}) {
  const most = Math.max(times, turn.index + 1);
  return (
    <div className="flex items-center gap-1 text-panel">
      <span className="min-w-0 flex-1 truncate text-soft">{name}</span>
      <IconButton
        label={`The time before in ${name}`}
        className="size-6"
        disabled={turn.index === 0}
        onClick={() => onIndex(turn.index - 1)}
      >
        <ChevronLeft size={16} />
      </IconButton>
      <input
        aria-label={`Which time through ${name}, of ${most.toLocaleString('en')}`}
        inputMode="numeric"
        className="h-6 w-14 rounded-[6px] border border-field-line bg-card px-1 text-center"
        // What is typed counts at once when it is a time there was; leaving the field brings the shown one back.
        key={turn.index}
        defaultValue={turn.index + 1}
        onChange={(event) => {
          const wanted = Number(event.target.value);
          if (
            Number.isInteger(wanted) &&
            wanted >= 1 &&
            wanted <= most &&
            wanted !== turn.index + 1
          )
            onIndex(wanted - 1);
        }}
        onBlur={(event) => (event.target.value = String(turn.index + 1))}
      />
      <span className="text-soft">of {most.toLocaleString('en')}</span>
      <IconButton
        label={`The next time in ${name}`}
        className="size-6"
        disabled={turn.index + 1 >= most}
        onClick={() => onIndex(turn.index + 1)}
      >
        <ChevronRight size={16} />
      </IconButton>
    </div>
  );
}
