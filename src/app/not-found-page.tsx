import { Link } from 'wouter';
import type { ProblemSummary } from '#domain/problem.ts';
import { problemPath } from './commands.ts';
import { usePageTitle } from './page-title.ts';

interface NotFoundPageProps {
  /** The id of a problem that does not exist, or null where the whole address is unknown. */
  readonly problemId: string | null;
  readonly problems: readonly ProblemSummary[];
}

export function NotFoundPage({ problemId, problems }: NotFoundPageProps) {
  usePageTitle('Not found');
  const near = problemId === null ? [] : similarProblems(problemId, problems);
  return (
    <div className="message-page">
      <h1>{problemId === null ? 'Nothing here' : 'No such problem'}</h1>
      <p>
        {problemId === null ? (
          'This address leads nowhere.'
        ) : (
          <>
            There is no problem called <code>{problemId}</code>.
          </>
        )}
      </p>
      {near.length > 0 && (
        <>
          <p>Perhaps you meant:</p>
          <ul>
            {near.map(({ id, title }) => (
              <li key={id}>
                <Link href={problemPath(id)}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link href="/">All problems</Link>
      </p>
    </div>
  );
}

/** Problems that share a word of their id with the one that was asked for. */
export function similarProblems(id: string, problems: readonly ProblemSummary[]): readonly ProblemSummary[] {
  const words = id
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  return problems.filter((problem) => words.some((word) => problem.id.includes(word))).slice(0, 5);
}
