import './theme.css';
import '#ui/ui.css';
import './app.css';
import { lazy, Suspense } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { TipProvider } from '#ui/button.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useHashPath } from './hash-location.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { PlanPage } from './plan-page.tsx';
import { ProblemListPage } from './problem-list-page.tsx';
import { type Services, ServicesContext, useServices } from './services.ts';
import { Shell } from './shell.tsx';

const loadProblemPage = () => import('./problem-page.tsx');
const ProblemPage = lazy(loadProblemPage);
const ReviewPage = lazy(() => import('./review-page.tsx'));
const HistoryPage = lazy(() => import('./history-page.tsx'));
const DataPage = lazy(() => import('./data-page.tsx'));
const AttemptPage = lazy(() => import('./attempt-page.tsx'));

/** Fetches what solving needs while the list is being read. */
export function preloadWorkbench(): void {
  void loadProblemPage();
}

/** The whole app. Routes live behind `#`, so that the built site works from any path of any host. */
export function App({ services }: { readonly services: Services }) {
  return (
    <ServicesContext value={services}>
      <Router hook={useHashPath}>
        <TipProvider>
          <Shell>
            <Pages />
          </Shell>
        </TipProvider>
      </Router>
    </ServicesContext>
  );
}

function Pages() {
  const [location] = useLocation();
  const { catalog } = useServices();
  return (
    <ErrorBoundary key={location}>
      <Suspense fallback={<p className="loading">Loading</p>}>
        <Switch>
          <Route path="/">
            <ProblemListPage />
          </Route>
          <Route path="/plan/:id?">{({ id }) => <PlanPage id={id ?? null} />}</Route>
          <Route path="/review">
            <ReviewPage session={false} />
          </Route>
          <Route path="/review/session">
            <ReviewPage session />
          </Route>
          <Route path="/history">
            <HistoryPage problemId={null} />
          </Route>
          <Route path="/problems/:id/history">{({ id }) => <HistoryPage key={id} problemId={id} />}</Route>
          <Route path="/data">
            <DataPage />
          </Route>
          <Route path="/attempts/:id">{({ id }) => <AttemptPage key={id} id={id} />}</Route>
          <Route path="/problems/:id">{({ id }) => <ProblemPage key={id} id={id} />}</Route>
          <Route>
            <NotFoundPage problemId={null} problems={catalog.problems} />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
