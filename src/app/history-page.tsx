import { ProblemHistory, WholeHistory } from '#review/history-view.tsx';
import { useReviewQueue } from './due.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { usePageTitle } from './page-title.ts';
import { useProblemInfo } from './problem-info.ts';
import { useLog, usePreference, useServices } from './services.ts';
import { useTheme } from './theme.ts';

/** The attempts at a problem, or at all of them where `problemId` is null. */
export default function HistoryPage({ problemId }: { readonly problemId: string | null }) {
  return problemId === null ? <AllProblems /> : <OneProblem id={problemId} />;
}

function AllProblems() {
  const review = useReviewQueue();
  const infoOf = useProblemInfo();
  usePageTitle('History');
  return <WholeHistory queue={review} titleOf={(id) => infoOf(id).title} />;
}

function OneProblem({ id }: { readonly id: string }) {
  const { catalog } = useServices();
  const review = useReviewQueue();
  const infoOf = useProblemInfo();
  const log = useLog();
  const theme = useTheme();
  const fontSize = usePreference('fontSize');
  usePageTitle(`History of ${infoOf(id).title}`);
  if (!catalog.problems.some((problem) => problem.id === id)) {
    return <NotFoundPage problemId={id} problems={catalog.problems} />;
  }
  if (log === null) return <p className="loading">Reading your attempts</p>;
  return (
    <ProblemHistory
      queue={review}
      titleOf={(problemId) => infoOf(problemId).title}
      problemId={id}
      log={log}
      loadReference={async () => (await catalog.loadProblem(id)).reference}
      theme={theme}
      fontSize={fontSize}
    />
  );
}
