import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { PHASE_NAMES } from '#domain/phase.ts';
import { phaseAt, runAt } from '#domain/timeline.ts';
import type { EditorTheme } from '#editor/editor-host.ts';
import { formatClock } from '#ui/format.ts';
import { usePlayerState, useReplay, useReplayState } from './context.ts';
import { LaneMarks } from './lane-marks.tsx';
import { drawingHeight, drawLanes, laneHeights } from './lanes-drawing.ts';
import { runInWords } from './moments.ts';
import type { Replay } from './store.ts';

/** Ms that fill the width of the lanes; `fit`: the whole attempt. */
export type Zoom = 'fit' | 300_000 | 60_000;

interface LanesProps {
  readonly zoom: Zoom;
  readonly theme: EditorTheme;
  readonly titles: ReadonlyMap<string, string>;
}

/** The bar: voice, speech, edits, runs, phases and marks over one time axis, and the position in it. */
export function Lanes({ zoom, theme, titles }: LanesProps) {
  const replay = useReplay();
  const { durationMs } = replay.timeline;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  // A short attempt is never stretched beyond the whole width.
  const whole = zoom === 'fit' ? width : Math.max(width, (durationMs / zoom) * width);
  const height = drawingHeight(laneHeights(replay.timeline));
  const canvas = useDrawing(scroller, { width, height, whole, theme });
  const playhead = usePlayhead(scroller, { width, whole });
  const seekToPointer = usePointer(replay, whole);
  return (
    <div className="lanes">
      <LaneNames />
      <div ref={scroller} className="lanes__scroller">
        <Slider whole={whole} {...seekToPointer}>
          <canvas ref={canvas} className="lanes__canvas" style={{ width, height }} />
          <LaneMarks whole={whole} titles={titles} />
          <div ref={playhead} className="lanes__playhead" />
        </Slider>
      </div>
    </div>
  );
}

function LaneNames() {
  const { timeline } = useReplay();
  const focused = useReplayState((state) => state.focusedCase !== null);
  const { time, voice, speech, edits } = laneHeights(timeline);
  return (
    <div className="lanes__names" aria-hidden>
      <span className="lanes__name" style={{ height: time }} />
      {voice > 0 && (
        <span className="lanes__name" style={{ height: voice + speech }}>
          Voice
        </span>
      )}
      <span className="lanes__name" style={{ height: edits }}>
        Edits
      </span>
      {timeline.phases.length > 0 && <span className="lanes__name lanes__name--phases">Phase</span>}
      <span className="lanes__name lanes__name--runs">Runs</span>
      <span className="lanes__name lanes__name--marks">Marks</span>
      {focused && <span className="lanes__name lanes__name--case">Case</span>}
    </div>
  );
}

interface SliderProps {
  readonly whole: number;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly children: React.ReactNode;
}

function Slider({ whole, children, ...pointer }: SliderProps) {
  const { timeline } = useReplay();
  // By the second: a slider that speaks every frame says nothing.
  const second = usePlayerState(({ t }) => Math.floor(t / 1000));
  return (
    <div
      className="lanes__all"
      style={{ width: whole }}
      role="slider"
      tabIndex={0}
      aria-label="Position in the attempt"
      aria-valuemin={0}
      aria-valuemax={Math.floor(timeline.durationMs / 1000)}
      aria-valuenow={second}
      aria-valuetext={positionInWords(timeline, second * 1000)}
      {...pointer}
    >
      {children}
    </div>
  );
}

/** `12:40 of 45:00. Code. Run 3: Wrong Answer, 14 of 16 cases passed`. */
export function positionInWords(timeline: Replay['timeline'], t: number): string {
  const phase = phaseAt(timeline, t);
  const run = runAt(timeline, t);
  return [
    `${formatClock(t)} of ${formatClock(timeline.durationMs)}`,
    ...(phase === null ? [] : [PHASE_NAMES[phase]]),
    ...(run === null ? [] : [runInWords(run, timeline.runs.indexOf(run) + 1)]),
  ].join('. ');
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly whole: number;
  readonly theme: EditorTheme;
}

/** A canvas as wide as what shows, drawn anew when something scrolls, grows or changes colour. */
function useDrawing(scroller: React.RefObject<HTMLElement | null>, { width, height, whole, theme }: Drawing) {
  const { timeline, voice } = useReplay();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const [target, scrolled] = [canvas.current, scroller.current];
    const context = target?.getContext('2d');
    if (!target || !scrolled || !context || width === 0 || timeline.durationMs === 0) return;
    const ratio = window.devicePixelRatio;
    target.width = Math.round(width * ratio);
    target.height = Math.round(height * ratio);
    // `theme` is what these follow from.
    const style = getComputedStyle(document.querySelector(`[data-theme="${theme}"]`) ?? target);
    const token = (name: string) => style.getPropertyValue(name);
    const colours = {
      text: token('--text-3'),
      line: token('--line'),
      voice: token('--accent'),
      speech: token('--accent'),
      edits: token('--text-2'),
    };
    const msPerPixel = timeline.durationMs / whole;
    const draw = () => {
      const from = scrolled.scrollLeft * msPerPixel;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawLanes(context, { timeline, levels: voice.levels }, { from, to: from + width * msPerPixel, width }, colours);
    };
    draw();
    scrolled.addEventListener('scroll', draw, { passive: true });
    return () => scrolled.removeEventListener('scroll', draw);
  }, [scroller, timeline, voice, width, height, whole, theme]);
  return canvas;
}

/** Moves without rendering anything, and keeps itself in sight. */
function usePlayhead(scroller: React.RefObject<HTMLElement | null>, room: { width: number; whole: number }) {
  const { player } = useReplay();
  const { width, whole } = room;
  const playhead = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = () => {
      const x = player.durationMs === 0 ? 0 : (player.store.getState().t / player.durationMs) * whole;
      if (playhead.current !== null) playhead.current.style.transform = `translateX(${x}px)`;
      const scrolled = scroller.current;
      if (scrolled === null || whole <= width) return;
      if (x < scrolled.scrollLeft || x > scrolled.scrollLeft + width) scrolled.scrollLeft = x - width / 8;
    };
    place();
    return player.store.subscribe(place);
  }, [player, scroller, width, whole]);
  return playhead;
}

/** Click and drag; a mark is met exactly. */
function usePointer({ player }: Replay, whole: number) {
  const seek = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    player.seek(((event.clientX - left) / whole) * player.durationMs);
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-t]') : null;
      if (mark !== null) return player.seek(Number(mark.dataset.t));
      event.currentTarget.setPointerCapture(event.pointerId);
      seek(event);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(event);
    },
  };
}
