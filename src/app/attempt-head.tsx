import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { messageOf } from '#domain/message-of.ts';
import type { Replay } from '#replay/store.ts';
import { Button } from '#ui/button.tsx';
import { problemPath } from './commands.ts';
import { download } from './download.ts';
import { useServices } from './services.ts';

/** Which attempt is replayed, and what can be made of it. */
export function AttemptHead({ replay }: { readonly replay: Replay }) {
  const { attempt, problem } = replay;
  const path = problemPath(problem.id);
  return (
    <header className="replay-head">
      <h1>
        Replay: <Link href={path}>{problem.title}</Link>
      </h1>
      <span className="replay-head__when">
        {new Date(attempt.startedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
      </span>
      <span className="replay-head__actions">
        <Link href={`${path}/history`} className="button button--quiet">
          All attempts
        </Link>
        <ExportAttempt replay={replay} />
        <CopyIntoAttempt replay={replay} />
      </span>
    </header>
  );
}

type Exporting =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly share: number }
  | { readonly kind: 'failed'; readonly message: string };

/** The attempt with its recordings and comments as a file, for a partner to import. */
function ExportAttempt({ replay: { attempt } }: { readonly replay: Replay }) {
  const { log } = useServices();
  const [state, setState] = useState<Exporting>({ kind: 'idle' });
  const save = async () => {
    setState({ kind: 'working', share: 0 });
    try {
      const { archive } = await log;
      const file = await archive.exportAttempts([attempt.id], (share) => setState({ kind: 'working', share }));
      download(file, `edgewise-${attempt.problemId}-${new Date(attempt.startedAt).toISOString().slice(0, 10)}.zip`);
      setState({ kind: 'idle' });
    } catch (error) {
      setState({ kind: 'failed', message: messageOf(error) });
    }
  };
  return (
    <>
      {state.kind === 'failed' && <span role="alert">{state.message}</span>}
      <Button
        icon={<Download size={14} aria-hidden />}
        tip="This attempt with its recordings and comments, for a partner to import"
        disabled={state.kind === 'working'}
        onClick={() => void save()}
      >
        {state.kind === 'working' ? `Exporting ${Math.round(state.share * 100)} %` : 'Export'}
      </Button>
    </>
  );
}

function CopyIntoAttempt({ replay }: { readonly replay: Replay }) {
  const { log } = useServices();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const { problem, codeHere, player } = replay;
  const copy = async () => {
    player.pause();
    setBusy(true);
    await (await log).start(problem.id, problem.starter, codeHere());
    navigate(problemPath(problem.id));
  };
  return (
    <Button
      icon={<Copy size={14} aria-hidden />}
      tip="Starts another attempt with the code as it is at this moment"
      disabled={busy}
      onClick={() => void copy()}
    >
      New attempt from here
    </Button>
  );
}
