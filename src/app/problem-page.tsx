import 'katex/dist/katex-swap.min.css';
import { useEffect, useMemo, useState } from 'react';
import { nextInPlan } from '#domain/plan.ts';
import { Button } from '#ui/button.tsx';
import { workbenchCommands } from '#workbench/commands.ts';
import { createWorkbench, type Workbench } from '#workbench/store.ts';
import { WorkbenchView } from '#workbench/workbench.tsx';
import { problemPath } from './commands.ts';
import { useHashQuery } from './hash-location.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { usePageTitle } from './page-title.ts';
import { type Services, usePreference, useServices } from './services.ts';
import { useTheme } from './theme.ts';

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly workbench: Workbench }
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
  const theme = useTheme();
  const fontSize = usePreference('fontSize');
  const [layouts] = useState(() => preferences.get('panes'));
  const planId = new URLSearchParams(useHashQuery()).get('plan');
  const nextProblem = useMemo(() => problemAfter(id, planId, { catalog, plans }), [id, planId, catalog, plans]);
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
  return (
    <WorkbenchView
      workbench={loading.workbench}
      edgeClasses={catalog.edgeClasses}
      nextProblem={nextProblem}
      theme={theme}
      fontSize={fontSize}
      layouts={layouts}
      onLayout={(split, layout) => preferences.set('panes', { ...preferences.get('panes'), [split]: layout })}
    />
  );
}

function useWorkbenchFor(id: string, services: Services, attempt: number): Loading {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
  const { catalog, runner, grader, log, commands } = services;
  useEffect(() => {
    let gone = false;
    let made: Workbench | null = null;
    const open = async () => {
      const problem = await catalog.loadProblem(id);
      const session = await (await log).open(id, problem.starter);
      if (gone) return void session.close();
      made = createWorkbench({ problem, grader, runner, session });
      runner.boot();
      grader.prepare(problem);
      commands.setState(workbenchCommands(made), true);
      setLoading({ kind: 'ready', workbench: made });
    };
    setLoading({ kind: 'loading' });
    open().catch((error: unknown) => {
      if (!gone) setLoading({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      gone = true;
      made?.dispose();
      commands.setState([], true);
    };
  }, [id, catalog, runner, grader, log, commands, attempt]);
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
