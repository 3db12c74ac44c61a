import type { RecordingId } from '#domain/attempt.ts';
import { lastIndex } from '#domain/time-axis.ts';
import type { Timeline } from '#domain/timeline.ts';
import { formatClock } from '#ui/format.ts';
import { LEVEL_MS } from './voice.ts';

/** Heights in CSS pixels, from top to bottom. */
export interface LaneHeights {
  readonly time: number;
  readonly voice: number;
  readonly speech: number;
  readonly edits: number;
}

/** Without a recording there is no room for one. */
export function laneHeights({ recordings }: Pick<Timeline, 'recordings'>): LaneHeights {
  return recordings.length > 0
    ? { time: 18, voice: 44, speech: 9, edits: 17 }
    : { time: 18, voice: 0, speech: 0, edits: 20 };
}

export function drawingHeight({ time, voice, speech, edits }: LaneHeights): number {
  return time + voice + speech + edits;
}

export interface LaneColours {
  readonly text: string;
  readonly line: string;
  readonly voice: string;
  readonly speech: string;
  readonly edits: string;
}

/** The part of the axis that is drawn, and the room for it in CSS pixels. */
export interface View {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

export interface Drawn {
  readonly timeline: Timeline;
  readonly levels: ReadonlyMap<RecordingId, Uint8Array>;
}

/** Time, waveform, speech and density of edits, onto a canvas whose unit is the CSS pixel. */
export function drawLanes(
  context: CanvasRenderingContext2D,
  { timeline, levels }: Drawn,
  view: View,
  colours: LaneColours,
): void {
  const { width } = view;
  const heights = laneHeights(timeline);
  context.clearRect(0, 0, width, drawingHeight(heights));
  drawTime(context, view, heights, colours);
  let top = heights.time;
  context.fillStyle = colours.voice;
  drawVoice(context, { timeline, levels }, view, { top, height: heights.voice });
  top += heights.voice;
  context.fillStyle = colours.speech;
  for (const { from, to } of timeline.speech) {
    const x = xOf(from, view);
    const end = xOf(to, view);
    if (end >= 0 && x <= width) context.fillRect(x, top + 2, Math.max(1, end - x), heights.speech - 4);
  }
  top += heights.speech;
  context.fillStyle = colours.edits;
  drawEdits(context, timeline.edits, view, { top, height: heights.edits });
}

/** Peaks of a recording, 0 to 1, one for each pixel from `view.from` on. */
export function peaks(levels: Uint8Array, startsAt: number, view: View): Float32Array {
  const perPixel = (view.to - view.from) / view.width;
  const heights = new Float32Array(Math.ceil(view.width));
  for (let x = 0; x < heights.length; x += 1) {
    const first = Math.floor((view.from + x * perPixel - startsAt) / LEVEL_MS);
    const last = Math.max(first + 1, Math.ceil((view.from + (x + 1) * perPixel - startsAt) / LEVEL_MS));
    let peak = 0;
    for (let i = Math.max(0, first); i < Math.min(last, levels.length); i += 1) peak = Math.max(peak, levels[i] ?? 0);
    heights[x] = peak / 255;
  }
  return heights;
}

/** A step between two labels of the time axis, in ms, such that labels stand at least `minMs` apart. */
export function labelStep(minMs: number): number {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map((seconds) => seconds * 1000);
  return steps.find((step) => step >= minMs) ?? Math.ceil(minMs / 3_600_000) * 3_600_000;
}

const LABEL_ROOM = 76;

interface Lane {
  readonly top: number;
  readonly height: number;
}

function drawTime(context: CanvasRenderingContext2D, view: View, heights: LaneHeights, colours: LaneColours): void {
  const step = labelStep(((view.to - view.from) / view.width) * LABEL_ROOM);
  context.font = `11px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textBaseline = 'middle';
  for (let t = Math.ceil(view.from / step) * step; t <= view.to; t += step) {
    const x = Math.round(xOf(t, view));
    context.fillStyle = colours.line;
    context.fillRect(x, 0, 1, drawingHeight(heights));
    context.fillStyle = colours.text;
    if (x + LABEL_ROOM / 2 < view.width) context.fillText(formatClock(t), x + 4, heights.time / 2);
  }
}

function drawVoice(context: CanvasRenderingContext2D, { timeline, levels }: Drawn, view: View, lane: Lane): void {
  const middle = lane.top + lane.height / 2;
  for (const { recordingId, from, to } of timeline.recordings) {
    const [start, end] = [Math.max(0, xOf(from, view)), Math.min(view.width, xOf(to, view))];
    if (end <= start) continue;
    // Silence is a line: it was recorded, and nothing was said.
    context.fillRect(start, middle - 0.5, end - start, 1);
    const own = levels.get(recordingId);
    if (own === undefined) continue;
    const heights = peaks(own, from, view);
    for (let x = Math.floor(start); x < end; x += 1) {
      const height = (heights[x] ?? 0) * (lane.height - 4);
      if (height > 1) context.fillRect(x, middle - height / 2, 1, height);
    }
  }
}

/** How many pixels one column of edits is wide. */
const EDIT_COLUMN = 3;

function drawEdits(context: CanvasRenderingContext2D, edits: readonly number[], view: View, lane: Lane): void {
  const perColumn = ((view.to - view.from) / view.width) * EDIT_COLUMN;
  // Columns start at whole multiples, so that they do not shimmer while one scrolls.
  const first = Math.floor(view.from / perColumn);
  const last = Math.ceil(view.to / perColumn);
  let seen = lastIndex(edits, (t) => t < first * perColumn) + 1;
  // Quick typing, some ten keys a second, fills the lane.
  const full = Math.max(4, (perColumn / 1000) * 6);
  for (let column = first; column <= last; column += 1) {
    const end = lastIndex(edits, (t) => t < (column + 1) * perColumn) + 1;
    const count = end - seen;
    seen = end;
    if (count === 0) continue;
    // By the root: one edit and a hundred must both be seen.
    const height = Math.max(3, Math.sqrt(Math.min(1, count / full)) * (lane.height - 3));
    const x = xOf(column * perColumn, view);
    context.fillRect(x, lane.top + lane.height - height - 1, EDIT_COLUMN - 1, height);
  }
}

function xOf(t: number, view: View): number {
  return ((t - view.from) / (view.to - view.from)) * view.width;
}
