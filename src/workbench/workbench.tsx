import './workbench.css';
import { Tabs } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import type { EditorTheme } from '#editor/editor-host.ts';
import { type PaneSizes, Split } from '#ui/split.tsx';
import { Toast } from '#ui/toast.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { useWorkbench, useWorkbenchState, WorkbenchContext } from './context.ts';
import { EditorPane } from './editor-pane.tsx';
import { KEYS } from './keymap.ts';
import type { RelatedProblem } from './related-problems.tsx';
import { ResultsPane } from './results-pane.tsx';
import { RunBar } from './run-bar.tsx';
import { type ExtraTab, StatementPane } from './statement-pane.tsx';
import type { StatementTab, Workbench } from './store.ts';

export interface WorkbenchViewProps {
  readonly workbench: Workbench;
  readonly edgeClasses: Readonly<Record<string, string>>;
  readonly nextProblem: { readonly title: string; readonly href: string } | null;
  readonly theme: EditorTheme;
  readonly fontSize: number;
  /** Sizes of the panes in percent, by the name of the split. */
  readonly layouts: Readonly<Record<string, PaneSizes>>;
  readonly onLayout: (split: string, layout: PaneSizes) => void;
  /** Stands above the panes, over their whole width. */
  readonly bar?: ReactNode;
  /** Further tabs beside the statement. */
  readonly extraTabs?: readonly ExtraTab[];
  /** Stands below the results of a run. */
  readonly afterResults?: ReactNode;
  /** The other problems, for saying where else an edge class occurs. */
  readonly related?: readonly RelatedProblem[];
}

type Pane = 'problem' | 'code' | 'results';

const isPane = (value: string): value is Pane => value === 'problem' || value === 'code' || value === 'results';

/** One problem being solved: statement, editor, cases. Below 900 px the panes become tabs. */
export function WorkbenchView(props: WorkbenchViewProps) {
  const narrow = useMediaQuery('(max-width: 899px)');
  const [pane, setPane] = useState<Pane>('problem');
  return (
    <WorkbenchContext value={props.workbench}>
      <Shortcuts showPane={setPane} extraTabs={props.extraTabs ?? []} />
      <div className="workbench">
        {props.bar}
        {narrow ? <Narrow {...props} pane={pane} showPane={setPane} /> : <Wide {...props} />}
        <ResetToast />
      </div>
    </WorkbenchContext>
  );
}

function Wide(props: WorkbenchViewProps) {
  const { layouts, onLayout } = props;
  return (
    <Split
      orientation="horizontal"
      label="Width of the statement"
      layout={layouts.columns}
      onLayout={(layout) => onLayout('columns', layout)}
      first={{ id: 'statement', size: '36', min: '260px', content: <StatementPane extraTabs={props.extraTabs} /> }}
      second={{
        id: 'solution',
        size: '64',
        min: '420px',
        content: (
          <Split
            orientation="vertical"
            label="Height of the editor"
            layout={layouts.rows}
            onLayout={(layout) => onLayout('rows', layout)}
            first={{ id: 'editor', size: '50', min: '120px', content: <EditorPane {...props} /> }}
            second={{ id: 'results', size: '50', min: '96px', content: <ResultsSide {...props} /> }}
          />
        ),
      }}
    />
  );
}

function Narrow(props: WorkbenchViewProps & { readonly pane: Pane; readonly showPane: (pane: Pane) => void }) {
  const { pane, showPane } = props;
  return (
    <Tabs.Root className="narrow" value={pane} onValueChange={(value) => isPane(value) && showPane(value)}>
      <Tabs.List className="tabs tabs--panes" aria-label="Panes">
        <Tabs.Trigger className="tabs__tab" value="problem">
          Problem
        </Tabs.Trigger>
        <Tabs.Trigger className="tabs__tab" value="code">
          Code
        </Tabs.Trigger>
        <Tabs.Trigger className="tabs__tab" value="results">
          Results
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className="narrow__pane" value="problem">
        <StatementPane extraTabs={props.extraTabs} />
      </Tabs.Content>
      {/* The editor stays mounted: its undo history lives in it. */}
      <Tabs.Content className="narrow__pane" value="code" forceMount hidden={pane !== 'code'}>
        <EditorPane {...props} />
      </Tabs.Content>
      <Tabs.Content className="narrow__pane narrow__pane--scroll" value="results">
        <ResultsPane {...props} />
      </Tabs.Content>
      <RunBar />
    </Tabs.Root>
  );
}

function ResultsSide(props: WorkbenchViewProps) {
  return (
    <div className="results-side">
      <RunBar />
      <ResultsPane {...props} />
    </div>
  );
}

function ResetToast() {
  const workbench = useWorkbench();
  const undoable = useWorkbenchState((state) => state.undoableReset !== null);
  if (!undoable) return null;
  return (
    <Toast
      text="The code is the starter again."
      action={{ label: 'Undo', perform: workbench.undoReset }}
      onDismiss={workbench.forgetReset}
    />
  );
}

/** The keys of the workbench; on a narrow screen, runs and requests also bring their pane to the front. */
function Shortcuts({
  showPane,
  extraTabs,
}: {
  readonly showPane: (pane: Pane) => void;
  readonly extraTabs: readonly ExtraTab[];
}) {
  const workbench = useWorkbench();
  const isRunning = () => workbench.store.getState().run.kind === 'running';
  const stop = () => (isRunning() ? workbench.stop() : false);
  const showTab = (tab: StatementTab) => {
    showPane('problem');
    workbench.showTab(tab);
  };
  const focusCases = () => {
    showPane('results');
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.strip [tabindex="0"]')?.focus());
  };
  const showOwn = () => {
    showPane('results');
    workbench.showOwn();
  };
  const running = useWorkbenchState((state) => state.run.kind === 'running');
  const requested = useWorkbenchState((state) => state.request.revision);
  useEffect(() => {
    if (running) showPane('results');
  }, [running, showPane]);
  useEffect(() => {
    if (requested > 0) showPane('code');
  }, [requested, showPane]);
  useShortcuts([
    // In the box of an own input these keys run that input.
    { chord: KEYS.run, action: () => (document.activeElement?.id === 'own-input' ? false : workbench.run()) },
    { chord: KEYS.submit, action: workbench.submit },
    { chord: KEYS.stop, action: stop },
    { chord: 'Escape', action: stop },
    { chord: KEYS.nextFailure, action: () => workbench.selectFailure(1) },
    { chord: KEYS.previousFailure, action: () => workbench.selectFailure(-1) },
    { chord: KEYS.editor, action: () => workbench.focusEditor() },
    { chord: KEYS.own, action: showOwn },
    { chord: KEYS.cases, action: focusCases },
    { chord: KEYS.statement, action: () => showTab('statement') },
    { chord: KEYS.hints, action: () => showTab('hints') },
    { chord: KEYS.editorial, action: () => showTab('editorial') },
    ...extraTabs.flatMap(({ id, chord }) => (chord === undefined ? [] : [{ chord, action: () => showTab(id) }])),
  ]);
  return null;
}
