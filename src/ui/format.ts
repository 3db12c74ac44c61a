/** A duration given in ms, at the precision a reader can use: `0.4 ms`, `31 ms`, `1.24 s`. */
export function formatMs(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 100) return `${Math.round(ms)} ms`;
  return `${(ms / 1000).toFixed(2)} s`;
}

/** Bytes as megabytes (1 MB = 1,000,000 bytes), one digit after the point. */
export function formatMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** `1 case`, `3 cases`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  // The first number that is formatted by locale costs 10 ms; few need it.
  const digits = count < 1000 ? String(count) : count.toLocaleString('en-GB');
  return `${digits} ${count === 1 ? noun : plural}`;
}

/** A time on a clock, in ms, whole seconds of it: `04:07`, and `1:04:07` from an hour on. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}
