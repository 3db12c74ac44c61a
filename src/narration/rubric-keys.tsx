import { useStore } from 'zustand';
import { formatClock } from '#ui/format.ts';
import { Toast } from '#ui/toast.tsx';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import type { Rubric } from './rubric.ts';
import { tickChord } from './rubric-keymap.ts';

/** The keys that tick items off wherever the focus is, and the word on what a key has done. */
export function RubricKeys({ rubric }: { readonly rubric: Rubric }) {
  const notice = useStore(rubric.store, (state) => state.notice);
  useShortcuts(
    rubric.items.flatMap(({ id }, position) => {
      const chord = tickChord(position);
      return chord === undefined ? [] : [{ chord, action: () => rubric.toggle(id) }];
    }),
  );
  if (notice === null) return null;
  const { item, ticked, clockMs } = notice;
  const text = ticked ? `${item.title}: ticked at ${formatClock(clockMs)}.` : `${item.title}: no longer ticked.`;
  return (
    <Toast
      key={`${item.id} ${ticked} ${clockMs}`}
      text={text}
      duration={5000}
      action={{ label: 'Undo', perform: rubric.undoNotice }}
      onDismiss={rubric.forgetNotice}
    />
  );
}
