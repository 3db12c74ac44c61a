import type { RubricItem } from '#domain/rubric.ts';
import { useReplay, useReplayState } from './context.ts';
import { TimeLink } from './time-link.tsx';

/** What interviewers listen for, ticked while one listens to oneself. */
export function RubricPanel({ rubric }: { readonly rubric: readonly RubricItem[] }) {
  const { tick } = useReplay();
  const ticks = useReplayState((state) => state.reflections.ticks);
  return (
    <div className="rubric-at">
      <p className="quiet">Tick what you hear yourself do, at the moment at which you do it.</p>
      <ul aria-label="What interviewers listen for">
        {rubric.map(({ id, title, listenFor }) => {
          const ticked = ticks.find(({ item }) => item === id);
          return (
            <li key={id}>
              <label className="rubric-at__item" title={listenFor}>
                <input
                  type="checkbox"
                  checked={ticked !== undefined}
                  onChange={(event) => tick(id, event.target.checked)}
                />
                <span>{title}</span>
              </label>
              {ticked !== undefined && <TimeLink t={ticked.t} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
