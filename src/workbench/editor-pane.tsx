import { useMemo, useState } from 'react';
import { CodeEditor } from '#editor/code-editor.tsx';
import type { EditorTheme } from '#editor/editor-host.ts';
import { useWorkbench, useWorkbenchState } from './context.ts';
import { sharedFailure } from './run-state.ts';
import type { WorkbenchState } from './store.ts';

interface EditorPaneProps {
  readonly theme: EditorTheme;
  readonly fontSize: number;
}

export function EditorPane({ theme, fontSize }: EditorPaneProps) {
  const workbench = useWorkbench();
  const [initialText] = useState(() => workbench.store.getState().code);
  const replacement = useWorkbenchState((state) => state.replacement);
  const request = useWorkbenchState((state) => state.request);
  const markedLine = useWorkbenchState((state) => blamed(state)?.line);
  const markedMessage = useWorkbenchState((state) => blamed(state)?.message);
  const readOnly = useWorkbenchState((state) => state.readOnly);
  const marker = useMemo(
    () => (markedLine === undefined ? null : { line: markedLine, message: markedMessage ?? '' }),
    [markedLine, markedMessage],
  );
  return (
    <CodeEditor
      initialText={initialText}
      label={`Python code for ${workbench.problem.title}`}
      theme={theme}
      fontSize={fontSize}
      readOnly={readOnly}
      onChange={workbench.edit}
      onSelect={workbench.noteSelection}
      replacement={replacement}
      request={request}
      marker={marker}
    />
  );
}

/** The line that the selected case, or all of them, blame; also where a stopped run stood. */
export function blamed(state: WorkbenchState): { readonly line: number; readonly message: string } | null {
  const { run, results, selected } = state;
  if (run.kind === 'stopped' && run.line !== undefined) return { line: run.line, message: 'The run was stopped here.' };
  const result = (selected === null ? undefined : results.get(selected)) ?? sharedFailure([...results.values()]);
  const line = result?.traceback?.line;
  if (line === undefined || result === null || result === undefined) return null;
  return { line, message: result.message ?? result.verdict };
}
