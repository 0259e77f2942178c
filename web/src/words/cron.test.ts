import { describe, expect, it } from 'vitest';
import { describeCron } from './cron';

describe('cron in words', () => {
  it.each([
    ['0 9 * * 1-5', 'At 09:00, Monday to Friday.'],
    ['0 9 ? * MON-FRI *', 'At 09:00, Monday to Friday.'],
    ['0 9 ? * 1 *', 'At 09:00, Sunday.'],
    ['*/15 * * * *', 'Every 15 minutes.'],
    ['5 * * * *', 'Every hour at minute 5.'],
    ['30 6 1 * ? *', 'At 06:30, on day 1 of each month.'],
    ['0 9 * 1 *', undefined],
    ['nonsense', undefined],
  ])('%s', (text, words) => expect(describeCron(text)).toBe(words));
});
