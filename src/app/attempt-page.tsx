import { startTransition, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { messageOf } from '#domain/message-of.ts';
import { openReplay } from '#replay/open-replay.ts';
import { ReplayView } from '#replay/replay.tsx';
import type { Replay } from '#replay/store.ts';
import { AttemptHead } from './attempt-head.tsx';
import { usePageTitle } from './page-title.ts';
import { type Services, usePreference, useServices } from './services.ts';
import { useTheme } from './theme.ts';

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly replay: Replay }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly message: string };

/** The replay of one attempt. Given a new `key` for every attempt. */
export default function AttemptPage({ id }: { readonly id: string }) {
  const services = useServices();
  const { catalog, preferences } = services;
  const loading = useReplayOf(id, services);
  const theme = useTheme();
  const fontSize = usePreference('fontSize');
  const [layouts] = useState(() => preferences.get('panes'));
  usePageTitle(loading.kind === 'ready' ? `Replay: ${loading.replay.problem.title}` : 'Replay');

  if (loading.kind === 'loading') return <p className="loading">Opening the attempt</p>;
  if (loading.kind === 'unknown') return <UnknownAttempt />;
  if (loading.kind === 'failed') {
    return (
      <div className="message-page" role="alert">
        <h1>The attempt could not be opened</h1>
        <p>{loading.message}</p>
        <p>Reload the page to try again.</p>
      </div>
    );
  }
  const { replay } = loading;
  return (
    <ReplayView
      replay={replay}
      rubric={catalog.rubric}
      theme={theme}
      fontSize={fontSize}
      head={<AttemptHead replay={replay} />}
      layouts={layouts}
      onLayout={(split, layout) => preferences.set('panes', { ...preferences.get('panes'), [split]: layout })}
    />
  );
}

function UnknownAttempt() {
  return (
    <div className="message-page">
      <h1>No such attempt</h1>
      <p>It was deleted, or it was made in another browser. Attempts stay on the machine on which they were made.</p>
      <p>
        <Link href="/history">All attempts</Link>
      </p>
    </div>
  );
}

function useReplayOf(id: string, { catalog, grader, log }: Services): Loading {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
  useEffect(() => {
    let gone = false;
    let opened: Replay | null = null;
    const open = async () => {
      const opening = await log;
      const attempt = await opening.attempt(id);
      if (attempt === null) return gone || setLoading({ kind: 'unknown' });
      const problem = await catalog.loadProblem(attempt.problemId);
      const replay = await openReplay({ attempt, problem, log: opening, grader });
      if (gone) return replay.dispose();
      opened = replay;
      startTransition(() => setLoading({ kind: 'ready', replay }));
    };
    open().catch((error: unknown) => {
      if (!gone) setLoading({ kind: 'failed', message: messageOf(error) });
    });
    return () => {
      gone = true;
      opened?.dispose();
    };
  }, [id, catalog, grader, log]);
  return loading;
}
