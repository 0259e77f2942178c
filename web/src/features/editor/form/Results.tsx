import { codeSpots } from '@/catalog/walk';
import { isExpression } from '@/expressions/code';
import { pathText, type Json } from '@/words/json';
import { Result } from './Result';

/** The results of the expressions inside a JSON value, each with its place; at most eight. */
export function Results({ value }: { value: Json }) {
  const spots = codeSpots(undefined, value).filter(
    ({ text }) => isExpression(text) || text.includes('{{'),
  );
  if (spots.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {spots.slice(0, 8).map((spot) => (
        <li key={pathText(spot.path)} className="flex gap-2">
          <code className="shrink-0 font-mono text-xs text-faint">{pathText(spot.path)}</code>
          <div className="min-w-0 flex-1">
            <Result text={spot.text} />
          </div>
        </li>
      ))}
    </ul>
  );
}
