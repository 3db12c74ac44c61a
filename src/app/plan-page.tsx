import './plan.css';
import { useRef } from 'react';
import { Link } from 'wouter';
import { type Plan, type PlanProgress, progressOf } from '#domain/plan.ts';
import type { ProblemSummary } from '#domain/problem.ts';
import { planPath, planSize, problemPath } from './commands.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { usePageTitle } from './page-title.ts';
import { PlanWeekSection } from './plan-week.tsx';
import { useProblemStates } from './problem-states.ts';
import { ProgressBar } from './progress-bar.tsx';
import { useServices } from './services.ts';
import { walkRows } from './walk-rows.ts';

/** A study plan; the first one where none is named. */
export function PlanPage({ id }: { readonly id: string | null }) {
  const { catalog, plans } = useServices();
  const plan = id === null ? plans[0] : plans.find((one) => one.id === id);
  return plan === undefined ? (
    <NotFoundPage problemId={null} problems={catalog.problems} />
  ) : (
    <KnownPlan plan={plan} plans={plans} bank={catalog.problems} />
  );
}

interface KnownPlanProps {
  readonly plan: Plan;
  readonly plans: readonly Plan[];
  readonly bank: readonly ProblemSummary[];
}

function KnownPlan({ plan, plans, bank }: KnownPlanProps) {
  usePageTitle(`Plan: ${plan.title}`);
  const states = useProblemStates();
  const page = useRef<HTMLDivElement>(null);
  const progress = progressOf(plan, states ?? {});
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only adds arrow keys to the links inside
    <div className="list-page plan" ref={page} onKeyDown={(event) => walkRows(event, page.current)}>
      <nav className="plan__choice" aria-label="Plans">
        {plans.map(({ id, title }) => (
          <Link key={id} href={planPath(id)} aria-current={id === plan.id ? 'page' : undefined}>
            {title}
          </Link>
        ))}
      </nav>
      <div className="list-page__head">
        <h1>{plan.title}</h1>
        <p className="quiet">{planSize(plan)}</p>
      </div>
      <p className="plan__audience">{plan.audience}</p>
      <div className="plan__progress">
        <ProgressBar label="The whole plan" {...progress.whole} />
        {/* What comes next is not known before the log has been read. */}
        {states !== null && <NextStep plan={plan} progress={progress} bank={bank} />}
      </div>
      {plan.weeks.map((week, index) => (
        <PlanWeekSection
          key={week.title}
          planId={plan.id}
          week={week}
          progress={progress.weeks[index] ?? { solved: 0, total: week.problems.length }}
          next={states === null ? null : progress.next}
          states={states ?? {}}
          bank={bank}
        />
      ))}
    </div>
  );
}

interface NextStepProps {
  readonly plan: Plan;
  readonly progress: PlanProgress;
  readonly bank: readonly ProblemSummary[];
}

function NextStep({ plan, progress: { next, begun }, bank }: NextStepProps) {
  const problem = bank.find(({ id }) => id === next);
  if (problem === undefined) {
    return (
      <p className="plan__next">
        All solved. <Link href="/?state=new">What the plan left out</Link>
      </p>
    );
  }
  return (
    <p className="plan__next">
      <Link className="button button--primary" href={problemPath(problem.id, plan.id)}>
        {begun ? 'Continue' : 'Start'}: {problem.title}
      </Link>
      {!begun && <span className="quiet">A problem counts once a submission of yours is accepted.</span>}
    </p>
  );
}
