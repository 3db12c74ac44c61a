import { ReviewOverview } from '#review/overview.tsx';
import { createReview } from '#review/review.ts';
import { ReviewSession } from '#review/session.tsx';
import { useReviewQueue } from './due.ts';
import { useHashQuery } from './hash-location.ts';
import { usePageTitle } from './page-title.ts';
import { useProblemInfo } from './problem-info.ts';
import { usePreference, useServices } from './services.ts';
import { useTheme } from './theme.ts';

/** What is due and where one is weak, or a session of going over it. */
export default function ReviewPage({ session }: { readonly session: boolean }) {
  usePageTitle('Review');
  return session ? <Session /> : <Overview />;
}

function Overview() {
  const { catalog } = useServices();
  const review = useReviewQueue();
  return <ReviewOverview queue={review} edgeClasses={catalog.edgeClasses} infoOf={useProblemInfo()} />;
}

function Session() {
  const { catalog, log, grader, runner } = useServices();
  const review = useReviewQueue();
  const query = useHashQuery();
  const theme = useTheme();
  const fontSize = usePreference('fontSize');
  const firstKey = new URLSearchParams(query).get('card');
  return (
    <ReviewSession
      // Another card asked for by the address is another session.
      key={firstKey}
      queue={review}
      createReview={(card) => {
        runner.boot();
        return createReview({ card, queue: review, log, loadProblem: catalog.loadProblem, grader });
      }}
      edgeClasses={catalog.edgeClasses}
      theme={theme}
      fontSize={fontSize}
      pythonVersion={() => {
        const python = runner.state();
        return 'version' in python ? python.version : 'not started';
      }}
      firstKey={firstKey}
    />
  );
}
