import { useMemo, useState } from 'react';
import { CodeEditor } from '#editor/code-editor.tsx';
import type { EditorTheme } from '#editor/editor-host.ts';
import { usePlayerState, useReplay } from './context.ts';

interface CodeAtProps {
  readonly theme: EditorTheme;
  readonly fontSize: number;
}

const NO_REQUEST = { revision: 0 };

/** The code as it was at the present position, with the caret, or the selection, of then. */
export function CodeAt({ theme, fontSize }: CodeAtProps) {
  const { timeline, problem } = useReplay();
  const position = usePlayerState(({ t }) => timeline.axis.positionAt(t));
  const [initial] = useState(() => timeline.text.textAt(position) ?? '');
  const text = useMemo(() => timeline.text.textAt(position) ?? '', [timeline, position]);
  const replacement = useMemo(() => ({ revision: position, text }), [position, text]);
  const selection = useMemo(() => timeline.text.selectionAt(position), [timeline, position]);
  return (
    <CodeEditor
      initialText={initial}
      label={`Code of ${problem.title} at this moment`}
      theme={theme}
      fontSize={fontSize}
      readOnly
      onChange={noChange}
      replacement={replacement}
      shownSelection={selection}
      marker={null}
      request={NO_REQUEST}
    />
  );
}

/** Nothing can be typed, so nothing changes but by playing. */
function noChange(): void {}
