import { type ComponentProps, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { PREDICTIONS_TAB } from '#narration/predictions-keymap.ts';
import { PredictionsSummary } from '#narration/predictions-report.tsx';
import { PredictionsTab } from '#narration/predictions-tab.tsx';
import { RUBRIC_KEYS } from '#narration/rubric-keymap.ts';
import { RubricTab } from '#narration/rubric-tab.tsx';
import { WorkbenchView } from '#workbench/workbench.tsx';
import type { OpenProblem } from './open-problem.ts';

type WorkbenchProps = Omit<ComponentProps<typeof WorkbenchView>, 'extraTabs' | 'afterResults'>;

/** The workbench with what the candidate foresees, and what interviewers listen for, beside the statement. */
export function ReflectiveWorkbench({ opened, ...props }: WorkbenchProps & { readonly opened: OpenProblem }) {
  const { predictions, rubric, session } = opened;
  const access = useSyncExternalStore(session.subscribeAccess, session.access);
  const readOnly = access.kind !== 'writing';
  const foreseen = useStore(predictions.store, (state) => state.predictions.length);
  const ticked = useStore(rubric.store, (state) => state.ticks.size);
  const { edgeClasses } = props;
  return (
    <WorkbenchView
      {...props}
      extraTabs={[
        {
          id: 'edge-cases',
          label: 'Edge cases',
          chord: PREDICTIONS_TAB,
          ...(foreseen > 0 && { count: String(foreseen) }),
          content: <PredictionsTab predictions={predictions} edgeClasses={edgeClasses} readOnly={readOnly} />,
        },
        {
          id: 'interview',
          label: 'Interview',
          chord: RUBRIC_KEYS.tab,
          ...(ticked > 0 && { count: `${ticked}/${rubric.items.length}` }),
          content: <RubricTab rubric={rubric} readOnly={readOnly} />,
        },
      ]}
      afterResults={<AfterResults opened={opened} edgeClasses={edgeClasses} />}
    />
  );
}

interface AfterResultsProps {
  readonly opened: OpenProblem;
  readonly edgeClasses: Readonly<Record<string, string>>;
}

/** Below the results of a submission, not of a run. */
function AfterResults({ opened: { workbench, predictions }, edgeClasses }: AfterResultsProps) {
  const run = useStore(workbench.store, (state) => state.run);
  if (run.kind !== 'graded' || run.mode !== 'submit') return null;
  return <PredictionsSummary predictions={predictions} edgeClasses={edgeClasses} open={run.verdict === 'Accepted'} />;
}
