import { Info } from 'lucide-react';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { AttemptLog, Persistence } from '#storage/attempt-log.ts';
import { Button } from '#ui/button.tsx';
import { createDataActions } from './data-store.ts';
import { useLog } from './services.ts';

/** Says so, calmly, where attempts cannot be written to disk, and offers to take them elsewhere. */
export function StorageBanner() {
  const log = useLog();
  return log === null ? null : <Banner log={log} />;
}

function Banner({ log }: { readonly log: AttemptLog }) {
  const subscribe = useCallback((listener: () => void) => log.subscribe(listener), [log]);
  const persistence: Persistence = useSyncExternalStore(subscribe, () => log.persistence());
  const [actions] = useState(() => createDataActions(log));
  const job = useStore(actions.store, (state) => state.job);
  if (persistence.kind === 'disk') return null;
  return (
    <div className="banner banner--action" role="status">
      <Info size={15} aria-hidden />
      <span>{persistence.reason}</span>
      <Button tone="plain" aria-disabled={job.kind === 'working'} onClick={actions.exportAll}>
        Export everything
      </Button>
      {job.kind === 'failed' && <span>{job.sentence}</span>}
    </div>
  );
}
