import { Info } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';
import type { AttemptLog, Persistence } from '#storage/attempt-log.ts';
import { useLog } from './services.ts';

/** Says so, calmly, where attempts cannot be written to disk. */
export function StorageBanner() {
  const log = useLog();
  return log === null ? null : <Banner log={log} />;
}

function Banner({ log }: { readonly log: AttemptLog }) {
  const subscribe = useCallback((listener: () => void) => log.subscribe(listener), [log]);
  const persistence: Persistence = useSyncExternalStore(subscribe, () => log.persistence());
  if (persistence.kind === 'disk') return null;
  return (
    <div className="banner" role="status">
      <Info size={15} aria-hidden />
      <span>{persistence.reason}</span>
    </div>
  );
}
