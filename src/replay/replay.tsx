import './replay.css';
import { Tabs } from 'radix-ui';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordingId } from '#domain/attempt.ts';
import type { RubricItem } from '#domain/rubric.ts';
import type { EditorTheme } from '#editor/editor-host.ts';
import { type PaneSizes, Split } from '#ui/split.tsx';
import { Toast } from '#ui/toast.tsx';
import { useMediaQuery } from '#ui/use-media-query.ts';
import { CasesPanel } from './cases-panel.tsx';
import { CodeAt } from './code-at.tsx';
import { CommentsPanel } from './comments-panel.tsx';
import { ReplayContext, useReplay, useReplayState } from './context.ts';
import { Lanes, type Zoom } from './lanes.tsx';
import { MomentsPanel } from './moments-panel.tsx';
import { useReplayKeys } from './replay-keys.ts';
import { ResultsAt } from './results-at.tsx';
import { RubricPanel } from './rubric-panel.tsx';
import type { Replay, ReplayTab } from './store.ts';
import { TranscriptPanel } from './transcript-panel.tsx';
import { Transport } from './transport.tsx';

export interface ReplayViewProps {
  readonly replay: Replay;
  readonly rubric: readonly RubricItem[];
  readonly theme: EditorTheme;
  readonly fontSize: number;
  /** Stands above everything: what is replayed, and what else can be done with it. */
  readonly head: ReactNode;
  /** Sizes of the panes in percent, by the name of the split. */
  readonly layouts: Readonly<Record<string, PaneSizes>>;
  readonly onLayout: (split: string, layout: PaneSizes) => void;
}

/** One attempt, gone over again: code, voice and results under one bar. Below 900 px everything stands in one column. */
export function ReplayView(props: ReplayViewProps) {
  const { replay, rubric, theme, layouts, onLayout } = props;
  const narrow = useMediaQuery('(max-width: 899px)');
  const [zoom, setZoom] = useState<Zoom>('fit');
  const titles = useMemo(() => new Map(rubric.map(({ id, title }) => [id, title])), [rubric]);
  useReplayKeys(replay);
  const code = (
    <div className="replay__code">
      <div className="replay__editor">
        <CodeAt theme={theme} fontSize={props.fontSize} />
      </div>
      <ResultsAt />
    </div>
  );
  const panels = <Panels rubric={rubric} titles={titles} />;
  const bar = (
    <div className="replay__bar">
      <Transport zoom={zoom} onZoom={setZoom} />
      <Recordings />
      <Lanes zoom={zoom} theme={theme} titles={titles} />
    </div>
  );
  return (
    <ReplayContext value={replay}>
      <div className={narrow ? 'replay replay--narrow' : 'replay'}>
        {props.head}
        {narrow ? (
          <>
            {code}
            {bar}
            {panels}
          </>
        ) : (
          <>
            <div className="replay__panes">
              <Split
                orientation="horizontal"
                label="Width of the code"
                layout={layouts.replay}
                onLayout={(layout) => onLayout('replay', layout)}
                first={{ id: 'code', size: '62', min: '380px', content: code }}
                second={{ id: 'panels', size: '38', min: '300px', content: panels }}
              />
            </div>
            {bar}
          </>
        )}
        <RemovalToast />
      </div>
    </ReplayContext>
  );
}

const isTab = (value: string): value is ReplayTab =>
  ['moments', 'cases', 'comments', 'rubric', 'transcript'].includes(value);

interface PanelsProps {
  readonly rubric: readonly RubricItem[];
  readonly titles: ReadonlyMap<string, string>;
}

function Panels({ rubric, titles }: PanelsProps) {
  const { timeline, showTab } = useReplay();
  const tab = useReplayState((state) => state.tab);
  const comments = useReplayState((state) => state.reflections.comments.length);
  const panels: readonly { id: ReplayTab; label: string; count?: number; content: ReactNode }[] = [
    { id: 'moments', label: 'Moments', content: <MomentsPanel titles={titles} /> },
    { id: 'cases', label: 'Cases', content: <CasesPanel /> },
    { id: 'comments', label: 'Comments', count: comments, content: <CommentsPanel /> },
    ...(rubric.length > 0
      ? [{ id: 'rubric' as const, label: 'Rubric', content: <RubricPanel rubric={rubric} /> }]
      : []),
    ...(timeline.transcript.length > 0
      ? [{ id: 'transcript' as const, label: 'Transcript', content: <TranscriptPanel /> }]
      : []),
  ];
  return (
    <Tabs.Root className="replay__panels" value={tab} onValueChange={(value) => isTab(value) && showTab(value)}>
      <Tabs.List className="tabs" aria-label="About this attempt">
        {panels.map(({ id, label, count = 0 }) => (
          <Tabs.Trigger key={id} value={id} className="tabs__tab">
            {label}
            {count > 0 && <span className="tabs__count">{count}</span>}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {panels.map(({ id, content }) => (
        <Tabs.Content key={id} value={id} className="replay__panel">
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

/** The elements that play the recordings, and what became of those that cannot. */
function Recordings() {
  const { voice, timeline } = useReplay();
  const states = useStore(voice.states);
  const loading = [...states.values()].some(({ kind }) => kind === 'loading');
  const failures = new Set([...states.values()].flatMap((state) => (state.kind === 'failed' ? [state.message] : [])));
  return (
    <>
      {timeline.recordings.map(({ recordingId }) => {
        const state = states.get(recordingId);
        return state?.kind === 'ready' && <Recording key={recordingId} id={recordingId} url={state.url} />;
      })}
      {loading && <p className="replay__note">Preparing the recording</p>}
      {[...failures].map((message) => (
        <p key={message} className="replay__note" role="alert">
          {message}
        </p>
      ))}
    </>
  );
}

function Recording({ id, url }: { readonly id: RecordingId; readonly url: string }) {
  const { voice } = useReplay();
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    voice.attach(id, element.current);
    return () => voice.attach(id, null);
  }, [voice, id]);
  // biome-ignore lint/a11y/useMediaCaption: what was said is in the transcript, where the browser wrote one
  return <audio ref={element} src={url} preload="auto" />;
}

function RemovalToast() {
  const { undoRemoval, forgetRemoval } = useReplay();
  const removed = useReplayState((state) => state.removedComment !== null);
  if (!removed) return null;
  return (
    <Toast text="The comment was removed." action={{ label: 'Undo', perform: undoRemoval }} onDismiss={forgetRemoval} />
  );
}
