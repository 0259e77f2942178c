import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeCron } from './cron';

type Row = { expression: string; words?: string };

/** The table that the scheduler and the check at publish pass too. */
const table = JSON.parse(
  readFileSync(
    new URL(
      '../../../localstack/aws/services/src/test/resources/dev/heddle/localstack/aws/services/scheduler/schedule-expressions.json',
      import.meta.url,
    ),
    'utf8',
  ),
) as { accepted: Row[]; refused: Row[] };

describe('cron in words', () => {
  it.each(table.accepted)('$expression', ({ expression, words }) =>
    expect(describeCron(expression)).toBe(words),
  );

  it.each(table.refused)('refused: $expression', ({ expression }) =>
    expect(describeCron(expression)).toBeUndefined(),
  );

  it('ignores blanks around, as publishing does', () =>
    expect(describeCron(' 0 9 * * ? * ')).toBe('At 09:00, every day.'));
});
