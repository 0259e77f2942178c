import { Fragment, type ReactNode } from 'react';

/** The little Markdown of notes: headings, lists, bold, emphasis, code. Never HTML. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="flex flex-col gap-1 break-words">
      {text.split('\n').map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </div>
  );
}

function Line({ line }: { line: string }) {
  const heading = /^#{1,3}\s+(.*)/.exec(line);
  if (heading) return <p className="font-semibold">{inline(heading[1] ?? '')}</p>;
  const item = /^\s*[-*]\s+(.*)/.exec(line);
  if (item)
    return (
      <p className="pl-3 before:-ml-3 before:inline-block before:w-3 before:content-['·']">
        {inline(item[1] ?? '')}
      </p>
    );
  return line.trim() === '' ? null : <p>{inline(line)}</p>;
}

const MARKS = /(\*\*[^*]+\*\*|\*[^*]+\*|_[^_]+_|`[^`]+`)/;

function inline(text: string): ReactNode[] {
  return text.split(MARKS).map((part, index) => <Fragment key={index}>{marked(part)}</Fragment>);
}

function marked(part: string): ReactNode {
  if (part.length > 4 && part.startsWith('**')) return <strong>{part.slice(2, -2)}</strong>;
  if (part.length > 2 && /^[*_].*[*_]$/.test(part)) return <em>{part.slice(1, -1)}</em>;
  if (part.length > 2 && part.startsWith('`'))
    return <code className="font-mono text-xs">{part.slice(1, -1)}</code>;
  return part;
}
