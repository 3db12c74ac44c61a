import { useStore } from 'zustand';
import { Button } from '#ui/button.tsx';
import { counted, formatMegabytes } from '#ui/format.ts';
import type { DataActions, Space } from './data-store.ts';

/** How much there is, how much there may be, and how safe it is. */
export function DataFacts({ actions }: { readonly actions: DataActions }) {
  const holdings = useStore(actions.store, (state) => state.holdings);
  const space = useStore(actions.store, (state) => state.space);
  const kept = useStore(actions.store, (state) => state.kept);
  return (
    <dl className="data__facts">
      <div>
        <dt>Attempts</dt>
        <dd>{holdings === null ? '–' : counted(holdings.attempts, 'attempt')}</dd>
      </div>
      <div>
        <dt>Voice</dt>
        <dd>
          {holdings === null
            ? '–'
            : `${counted(holdings.recordings, 'recording')}, ${counted(Math.round(holdings.recordedMs / 60_000), 'minute')}`}
        </dd>
      </div>
      <div>
        <dt>Space used</dt>
        <dd>{space === null ? 'The browser does not tell.' : <SpaceUsed {...space} />}</dd>
      </div>
      <div>
        <dt>Kept</dt>
        <dd className="data__row">
          {kept === true && 'The browser clears this only when you tell it to.'}
          {kept === null && 'The browser clears this when the machine runs out of room.'}
          {kept === false && (
            <>
              <span>The browser may clear this when the machine runs out of room.</span>
              <Button tone="plain" onClick={actions.askToKeep}>
                Ask it not to
              </Button>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function SpaceUsed({ used, quota }: Space) {
  return (
    <span className="data__row">
      <meter aria-label="Space used" value={used} max={quota} high={quota * 0.8} optimum={0} />
      <span>
        {formatMegabytes(used)} MB of {quotaText(quota)}
      </span>
    </span>
  );
}

function quotaText(bytes: number): string {
  return bytes < 1e9 ? `${formatMegabytes(bytes)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
