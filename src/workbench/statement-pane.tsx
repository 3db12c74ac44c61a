import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { Chip, DifficultyMark, STRENGTH_MEANS } from '#ui/chip.tsx';
import { type Chord, chordText } from '#ui/keys.ts';
import { ProgressMark } from '#ui/progress-mark.tsx';
import { Prose } from '#ui/prose.tsx';
import { useWorkbench, useWorkbenchState } from './context.ts';
import { Editorial } from './editorial.tsx';
import { Hints } from './hints.tsx';
import { KEYS } from './keymap.ts';
import type { StatementTab } from './store.ts';

const TABS: readonly { readonly tab: StatementTab; readonly label: string; readonly chord: string }[] = [
  { tab: 'statement', label: 'Statement', chord: KEYS.statement },
  { tab: 'hints', label: 'Hints', chord: KEYS.hints },
  { tab: 'editorial', label: 'Editorial', chord: KEYS.editorial },
];

/** A tab that somebody else fills. */
export interface ExtraTab {
  readonly id: string;
  readonly label: string;
  readonly count?: string;
  readonly chord?: Chord;
  readonly content: ReactNode;
}

/** What the candidate reads: the task, hints one at a time, the editorial behind a question. */
export function StatementPane({ extraTabs = [] }: { readonly extraTabs?: readonly ExtraTab[] | undefined }) {
  const workbench = useWorkbench();
  const tab = useWorkbenchState((state) => state.tab);
  const hintsShown = useWorkbenchState((state) => state.hintsShown);
  const { hints } = workbench.problem;
  return (
    <Tabs.Root className="statement" value={tab} onValueChange={workbench.showTab}>
      <Tabs.List className="tabs" aria-label="Problem">
        {TABS.map((entry) => (
          <Tabs.Trigger key={entry.tab} value={entry.tab} className="tabs__tab" title={chordText(entry.chord)}>
            {entry.label}
            {entry.tab === 'hints' && hints.length > 0 && (
              <span className="tabs__count">
                {hintsShown}/{hints.length}
              </span>
            )}
          </Tabs.Trigger>
        ))}
        {extraTabs.map(({ id, label, count, chord }) => (
          <Tabs.Trigger key={id} value={id} className="tabs__tab" title={chord && chordText(chord)}>
            {label}
            {count !== undefined && <span className="tabs__count">{count}</span>}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="statement" className="statement__body">
        <ProblemHead />
        <Prose html={workbench.problem.statementHtml} />
      </Tabs.Content>
      <Tabs.Content value="hints" className="statement__body">
        <Hints />
      </Tabs.Content>
      <Tabs.Content value="editorial" className="statement__body">
        <Editorial />
      </Tabs.Content>
      {extraTabs.map(({ id, content }) => (
        <Tabs.Content key={id} value={id} className="statement__body">
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

function ProblemHead() {
  const { problem } = useWorkbench();
  const solved = useWorkbenchState((state) => state.solved);
  const attempted = useWorkbenchState((state) => state.hasSubmitted || state.code !== problem.starter);
  return (
    <header className="problem-head">
      <h1>{problem.title}</h1>
      <p className="problem-head__facts">
        <DifficultyMark difficulty={problem.difficulty} />
        {problem.topics.map((topic) => (
          <Chip key={topic}>{topic}</Chip>
        ))}
        {problem.strength !== undefined && <span title={STRENGTH_MEANS}>test strength {problem.strength}%</span>}
        <ProgressMark state={solved ? 'solved' : attempted ? 'attempted' : 'new'} />
      </p>
      <pre className="code-block">{problem.signature}</pre>
    </header>
  );
}
