const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * The usual cron expressions in words; undefined for any other, and for what EventBridge Scheduler
 * refuses. Its six fields count Sunday as 1 and end with the year; one of the two days is a `?`.
 */
export function describeCron(text: string): string | undefined {
  const fields = text.trim().split(' ');
  const [minute = '', hour = '', dayOfMonth = '', month, dayOfWeek = '', year] = fields;
  if (fields.length !== 6 || month !== '*' || year !== '*') return undefined;
  const when = timeWords(minute, hour);
  const days = dayWords(dayOfMonth, dayOfWeek);
  if (when === undefined || days === undefined) return undefined;
  const every = when.startsWith('Every');
  return every && days === 'every day' ? `${when}.` : `${when}, ${days}.`;
}

function timeWords(minute: string, hour: string): string | undefined {
  if (hour === '*') return minuteWords(minute);
  const [h, m] = [numberIn(hour, 0, 23), numberIn(minute, 0, 59)];
  return h === undefined || m === undefined ? undefined : `At ${twoDigits(h)}:${twoDigits(m)}`;
}

function minuteWords(minute: string): string | undefined {
  const at = numberIn(minute, 0, 59);
  if (at !== undefined) return `Every hour at minute ${at}`;
  if (minute === '*') return 'Every minute';
  const step = numberIn(/^(?:\*|0)\/(\d+)$/.exec(minute)?.[1] ?? '', 1, 59);
  // Any other step is shorter at the end of each hour, so "every 7 minutes" would be wrong.
  if (step === undefined || 60 % step !== 0) return undefined;
  return step === 1 ? 'Every minute' : `Every ${step} minutes`;
}

function dayWords(dayOfMonth: string, dayOfWeek: string): string | undefined {
  if (dayOfWeek === '?') {
    if (dayOfMonth === '*') return 'every day';
    const day = numberIn(dayOfMonth, 1, 31);
    return day === undefined ? undefined : `on day ${day} of each month`;
  }
  if (dayOfMonth !== '?') return undefined;
  return dayOfWeek === '*' ? 'every day' : weekdays(dayOfWeek);
}

function weekdays(list: string): string | undefined {
  const parts = list.split(',').map(weekdayRange);
  return parts.includes(undefined) ? undefined : parts.join(', ');
}

function weekdayRange(part: string): string | undefined {
  const ends = part.split('-');
  const days = ends.map((end) => NAMES.indexOf(end) + 1 || (/^[1-7]$/.test(end) ? Number(end) : 0));
  const alike = new Set(ends.map((end) => NAMES.includes(end))).size === 1;
  const [from = 0, to = from] = days;
  if (days.length > 2 || days.includes(0) || !alike || from > to) return undefined;
  return days.map((day) => DAYS[day - 1]).join(' to ');
}

function numberIn(text: string, first: number, last: number): number | undefined {
  const value = /^\d{1,2}$/.test(text) ? Number(text) : -1;
  return value >= first && value <= last ? value : undefined;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
