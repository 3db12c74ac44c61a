/** Where the log lives; `reason` is one or two sentences for the candidate. */
export type Persistence = { readonly kind: 'disk' } | { readonly kind: 'memory'; readonly reason: string };

/** Why a write failed, for the candidate. */
export function writeFailure(error: unknown): string {
  if (names(error).includes('QuotaExceededError')) {
    return 'The browser has no room left to save in. Your work is kept in this tab only until there is room again.';
  }
  return `The browser could not save (${describe(error)}). Your work is kept in this tab only while it keeps trying.`;
}

/** Why there is no database at all, for the candidate. */
export function openFailure(error: unknown): string {
  return `This browser does not let the page save (${describe(error)}). Your work is kept until this tab is closed.`;
}

/** An error's name and those of the errors it wraps: Dexie reports a full disk as an abort with the cause inside. */
function names(error: unknown): readonly string[] {
  const found: string[] = [];
  let current: unknown = error;
  while (typeof current === 'object' && current !== null && found.length < 8) {
    if ('name' in current && typeof current.name === 'string') found.push(current.name);
    current = 'inner' in current ? current.inner : undefined;
  }
  return found;
}

function describe(error: unknown): string {
  return names(error).at(-1) ?? 'unknown error';
}
