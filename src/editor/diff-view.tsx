import './editor.css';
import { useEffect, useRef, useState } from 'react';
import type { EditorTheme } from './editor-host.ts';
import { loadMonaco } from './load-monaco.ts';
import type { DiffHost } from './monaco-diff-host.ts';

export interface DiffViewProps {
  readonly before: string;
  readonly after: string;
  readonly labels: { readonly before: string; readonly after: string };
  readonly theme: EditorTheme;
  readonly fontSize: number;
  readonly inline: boolean;
}

/** Two Python texts compared. Given a new `key` for other texts. */
export function DiffView(props: DiffViewProps) {
  const { theme, inline, labels } = props;
  const latest = useRef(props);
  const mount = useRef<HTMLDivElement>(null);
  const [host, setHost] = useState<DiffHost | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    let gone = false;
    let made: DiffHost | null = null;
    loadDiffHost().then(
      ({ createDiffHost }) => {
        if (gone || mount.current === null) return;
        made = createDiffHost(mount.current, latest.current);
        setHost(made);
      },
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
      made?.dispose();
    };
  }, []);

  useEffect(() => host?.setTheme(theme), [host, theme]);
  useEffect(() => host?.setInline(inline), [host, inline]);

  if (failed) return <p role="alert">The comparison could not be loaded. Reload the page to try again.</p>;
  return (
    <section className="diff" aria-label={`${labels.before} against ${labels.after}`} data-ready={host !== null}>
      <div ref={mount} className="diff__monaco" />
    </section>
  );
}

async function loadDiffHost() {
  await loadMonaco();
  return import('./monaco-diff-host.ts');
}
