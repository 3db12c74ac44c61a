/** Hands a file to the browser's downloads. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; the address keeps the file in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `edgewise-2026-03-01.zip`: the name of an export of that day. */
export function exportName(day: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `edgewise-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.zip`;
}
