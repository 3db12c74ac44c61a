import 'katex/dist/katex-swap.min.css';
import { startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import { messageOf } from '#domain/message-of.ts';
import { nextInPlan } from '#domain/plan.ts';
import { clockCommands } from '#narration/clock-commands.ts';
import { RubricKeys } from '#narration/rubric-keys.tsx';
import { voiceCommands } from '#narration/voice/voice-commands.ts';
import { Button } from '#ui/button.tsx';
import { workbenchCommands } from '#workbench/commands.ts';
import type { RelatedProblem } from '#workbench/related-problems.tsx';
import { problemPath } from './commands.ts';
import { useHashQuery } from './hash-location.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { type OpenProblem, openProblem } from './open-problem.ts';
import { OtherTabBanner } from './other-tab-banner.tsx';
import { usePageTitle } from './page-title.ts';
import { ProblemSessionBar } from './problem-session-bar.tsx';
import { ReflectiveWorkbench } from './reflective-workbench.tsx';
import { type Services, usePreference, useServices } from './services.ts';
import { useTheme } from './theme.ts';

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly opened: OpenProblem }
  | { readonly kind: 'failed'; readonly message: string };

/** Loads a problem and its attempt, and shows the workbench. Given a new `key` for every problem. */
export default function ProblemPage({ id }: { readonly id: string }) {
  const services = useServices();
  const known = services.catalog.problems.some((problem) => problem.id === id);
  return known ? (
    <KnownProblem id={id} services={services} />
  ) : (
    <NotFoundPage problemId={id} problems={services.catalog.problems} />
  );
}

function KnownProblem({ id, services }: { readonly id: string; readonly services: Services }) {
  const { catalog, plans, preferences } = services;
  const [attempt, setAttempt] = useState(0);
  const loading = useWorkbenchFor(id, services, attempt);
  const reopen = useCallback(() => setAttempt((before) => before + 1), []);
  const theme = useTheme();
  const fontSize = usePreference('fontSize');
  const [layouts] = useState(() => preferences.get('panes'));
  const planId = new URLSearchParams(useHashQuery()).get('plan');
  const nextProblem = useMemo(() => problemAfter(id, planId, { catalog, plans }), [id, planId, catalog, plans]);
  const related = useMemo(() => relatedProblems(id, catalog.problems), [id, catalog]);
  usePageTitle(catalog.problems.find((problem) => problem.id === id)?.title ?? null);

  if (loading.kind === 'loading') return <p className="loading">Opening the problem</p>;
  if (loading.kind === 'failed') {
    return (
      <div className="message-page" role="alert">
        <h1>The problem could not be opened</h1>
        <p>{loading.message}</p>
        <p>
          <Button tone="primary" onClick={() => setAttempt(attempt + 1)}>
            Try again
          </Button>
        </p>
      </div>
    );
  }
  const { session, workbench } = loading.opened;
  return (
    <ReflectiveWorkbench
      opened={loading.opened}
      workbench={workbench}
      bar={
        <>
          <OtherTabBanner session={session} onOutdated={reopen} />
          <ProblemSessionBar opened={loading.opened} reopen={reopen} />
          <RubricKeys rubric={loading.opened.rubric} />
        </>
      }
      edgeClasses={catalog.edgeClasses}
      nextProblem={nextProblem}
      related={related}
      theme={theme}
      fontSize={fontSize}
      layouts={layouts}
      onLayout={(split, layout) => preferences.set('panes', { ...preferences.get('panes'), [split]: layout })}
    />
  );
}

function useWorkbenchFor(id: string, services: Services, attempt: number): Loading {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
  useEffect(() => {
    let gone = false;
    let opened: OpenProblem | null = null;
    const open = async () => {
      const made = await openProblem(id, services);
      if (gone) return made.dispose();
      opened = made;
      services.runner.boot();
      services.grader.prepare(made.workbench.problem);
      services.commands.setState(
        [...workbenchCommands(made.workbench), ...clockCommands(made.clock), ...voiceCommands(made.voice)],
        true,
      );
      startTransition(() => setLoading({ kind: 'ready', opened: made }));
    };
    setLoading({ kind: 'loading' });
    open().catch((error: unknown) => {
      if (!gone) setLoading({ kind: 'failed', message: messageOf(error) });
    });
    return () => {
      gone = true;
      opened?.dispose();
      services.commands.setState([], true);
    };
  }, [id, services, attempt]);
  return loading;
}

/** By the plan that one came from, else by the catalogue. */
function problemAfter(
  id: string,
  planId: string | null,
  { catalog: { problems }, plans }: Pick<Services, 'catalog' | 'plans'>,
): { title: string; href: string } | null {
  const plan = plans.find((one) => one.id === planId) ?? null;
  const nextId = plan === null ? problems[problems.findIndex((one) => one.id === id) + 1]?.id : nextInPlan(plan, id);
  const next = problems.find((one) => one.id === nextId);
  return next === undefined ? null : { title: next.title, href: `#${problemPath(next.id, plan?.id)}` };
}

function relatedProblems(id: string, problems: Services['catalog']['problems']): readonly RelatedProblem[] {
  return problems
    .filter((other) => other.id !== id)
    .map(({ id: other, title, edges }) => ({ title, edges, href: `#${problemPath(other)}` }));
}
