import './editor.css';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { TextChange } from '#domain/attempt.ts';
import type { EditorHost, EditorTheme, LineMarker, PreparedEditor, TextSelection } from './editor-host.ts';
import { loadMonaco } from './load-monaco.ts';
import { PlainEditor } from './plain-editor.tsx';

export interface CodeEditorProps {
  readonly initialText: string;
  readonly label: string;
  readonly theme: EditorTheme;
  readonly fontSize: number;
  /** Nothing can be typed; texts from elsewhere still come in. */
  readonly readOnly?: boolean;
  readonly onChange: (changes: readonly TextChange[], text: string) => void;
  /** Told where the caret or the selection came to rest, other than by typing. */
  readonly onSelect?: (selection: TextSelection) => void;
  /** Somebody's caret or selection, drawn beside one's own. */
  readonly shownSelection?: TextSelection | null;
  /** A text from elsewhere (a reset, its undoing); put in place whenever `revision` grows. */
  readonly replacement: { readonly revision: number; readonly text: string };
  readonly marker: LineMarker | null;
  /** Whenever `revision` grows: go to the line where there is one, and take the focus. */
  readonly request: { readonly revision: number; readonly line?: number };
}

/**
 * A Python editor. A plain text area is there from the first frame; when Monaco has loaded it takes over text, selection and
 * focus, and what was typed meanwhile has already been reported.
 */
export function CodeEditor(props: CodeEditorProps) {
  const { theme, fontSize, marker, replacement, request, label, readOnly = false } = props;
  const latest = useRef(props);
  const mount = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const [host, setHost] = useState<EditorHost | null>(null);
  const [firstRevision] = useState(replacement.revision);

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    let gone = false;
    let made: EditorHost | null = null;
    const prepare = async () => {
      const prepareMonaco = await loadHost();
      if (gone || prepareMonaco === null || mount.current === null) return;
      const { label, theme, fontSize, readOnly = false, initialText } = latest.current;
      const text = plain.current?.value ?? initialText;
      const prepared = await prepareMonaco(mount.current, { label, theme, fontSize, readOnly, text });
      await compositionEnd();
      if (gone) prepared.dispose();
      else made = handOver(prepared);
    };
    /** In one go: were both editors there for a moment, what is typed into the other would be lost. */
    const handOver = (prepared: PreparedEditor): EditorHost => {
      const area = plain.current;
      const hadFocus = area !== null && document.activeElement === area;
      const host = prepared.open(area?.value ?? latest.current.initialText, {
        onChange: (changes, text) => latest.current.onChange(changes, text),
        onSelect: (selection) => latest.current.onSelect?.(selection),
      });
      if (area !== null) host.select({ start: area.selectionStart, end: area.selectionEnd });
      flushSync(() => setHost(host));
      if (hadFocus) host.focus();
      return host;
    };
    void prepare();
    return () => {
      gone = true;
      made?.dispose();
    };
  }, []);

  useEffect(() => {
    host?.setTheme(theme);
  }, [host, theme]);
  useEffect(() => {
    host?.setFontSize(fontSize);
  }, [host, fontSize]);
  useEffect(() => {
    host?.setReadOnly(readOnly);
  }, [host, readOnly]);
  useEffect(() => {
    host?.setMarker(marker);
  }, [host, marker]);

  const lastReplacement = useRef(replacement.revision);
  useEffect(() => {
    if (replacement.revision === lastReplacement.current) return;
    lastReplacement.current = replacement.revision;
    host?.replaceText(replacement.text);
  }, [host, replacement]);

  // After the text has been exchanged: the offsets are those of the new one.
  const { shownSelection = null } = props;
  useEffect(() => {
    host?.showSelection(shownSelection);
  }, [host, shownSelection]);

  const lastRequest = useRef(request.revision);
  useEffect(() => {
    if (request.revision === lastRequest.current) return;
    lastRequest.current = request.revision;
    // A frame later, because on a narrow screen the editor's pane is shown by the same request.
    requestAnimationFrame(() => {
      if (request.line !== undefined) host?.revealLine(request.line);
      if (host !== null) host.focus();
      else plain.current?.focus();
    });
  }, [host, request]);

  return (
    <div className="editor" data-ready={host !== null}>
      <div ref={mount} className="editor__monaco" />
      {host === null && (
        <PlainEditor
          key={replacement.revision}
          ref={plain}
          initialText={replacement.revision === firstRevision ? props.initialText : replacement.text}
          label={label}
          fontSize={fontSize}
          readOnly={readOnly}
          onChange={(changes, text) => latest.current.onChange(changes, text)}
        />
      )}
    </div>
  );
}

/** Monaco's factory once it has loaded; null where it cannot load. */
async function loadHost() {
  try {
    await loadMonaco();
    return (await import('./monaco-host.ts')).prepareMonaco;
  } catch {
    return null;
  }
}

let composing = false;
if (typeof document !== 'undefined') {
  document.addEventListener('compositionstart', () => (composing = true), { capture: true });
  document.addEventListener('compositionend', () => (composing = false), { capture: true });
}

/** Until nobody is in the middle of composing a character. */
function compositionEnd(): Promise<void> {
  if (!composing) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('compositionend', () => setTimeout(resolve), { once: true });
  });
}
