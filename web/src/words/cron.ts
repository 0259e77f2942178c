const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * The usual cron expressions in words; undefined for any other. Five fields are Unix's, six are
 * AWS's, which count Sunday as 1 and end with the year.
 */
export function describeCron(text: string): string | undefined {
  const fields = text.trim().toUpperCase().split(/\s+/);
  if (fields.length !== 5 && fields.length !== 6) return undefined;
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = ''] = fields;
  if (!isAny(month)) return undefined;
  const when = timeWords(minute, hour);
  const days = dayWords(dayOfMonth, dayOfWeek, fields.length === 6);
  if (when === undefined || days === undefined) return undefined;
  const every = when.startsWith('Every');
  return every && days === 'every day' ? `${when}.` : `${when}, ${days}.`;
}

const isAny = (field: string) => field === '*' || field === '?';

function timeWords(minute: string, hour: string): string | undefined {
  const step = /^(?:\*|0)\/(\d+)$/.exec(minute);
  if (step && isAny(hour)) return `Every ${step[1]} minutes`;
  if (isAny(minute) && isAny(hour)) return 'Every minute';
  if (!/^\d+$/.test(minute)) return undefined;
  if (isAny(hour)) return `Every hour at minute ${minute}`;
  return /^\d+$/.test(hour) ? `At ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : undefined;
}

function dayWords(dayOfMonth: string, dayOfWeek: string, aws: boolean): string | undefined {
  if (isAny(dayOfMonth) && isAny(dayOfWeek)) return 'every day';
  if (isAny(dayOfWeek)) return /^\d+$/.test(dayOfMonth) ? `on day ${dayOfMonth} of each month` : undefined;
  if (!isAny(dayOfMonth)) return undefined;
  const days = dayOfWeek.split(/([-,])/).map((part) => (part === '-' ? ' to ' : part === ',' ? ', ' : dayName(part, aws)));
  return days.includes(undefined) ? undefined : days.join('');
}

function dayName(part: string, aws: boolean): string | undefined {
  const named = NAMES.indexOf(part);
  if (named >= 0) return DAYS[named];
  if (!/^\d$/.test(part)) return undefined;
  return DAYS[aws ? Number(part) - 1 : Number(part) % 7];
}
