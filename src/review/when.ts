const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long until something comes back, from ms: `1 min`, `3 h`, `12 d`, `2.5 months`, `1.2 years`. */
export function formatInterval(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.round(ms / MINUTE))} min`;
  if (ms < DAY) return `${Math.round(ms / HOUR)} h`;
  const days = ms / DAY;
  if (days < 60) return `${Math.round(days)} d`;
  return days < 365 ? `${short(days / 30.44)} months` : `${short(days / 365.25)} years`;
}

/** `23 Nov 2026` */
export function formatDate(at: number): string {
  return DATE.format(at);
}

/** `23 Nov 2026, 18:44` */
export function formatTime(at: number): string {
  return DATE_AND_TIME.format(at);
}

/** When something falls due, seen from `now`: `now`, `at 18:44`, `tomorrow`, `on 3 Dec 2026`. */
export function formatDue(at: number, now: number): string {
  if (at <= now) return 'now';
  const days = daysBetween(now, at);
  if (days === 0) return `at ${CLOCK.format(at)}`;
  return days === 1 ? 'tomorrow' : `on ${formatDate(at)}`;
}

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DATE_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

function short(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

/** Local midnights between two times; a day of 23 or 25 hours is one all the same. */
function daysBetween(from: number, to: number): number {
  return Math.round((new Date(to).setHours(0, 0, 0, 0) - new Date(from).setHours(0, 0, 0, 0)) / DAY);
}
