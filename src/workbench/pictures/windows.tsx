import type { Picture } from '#domain/picture.ts';
import type { Value } from '#domain/value.ts';
import { counted } from '#ui/format.ts';
import { Frame } from './frame.tsx';
import { allOf, itemsOf, MAX_POINTS, numberOf, shortNumber, textOf } from './read-values.ts';

type WindowsPicture = Extract<Picture, { kind: 'windows' }>;

export interface TimedEvent {
  readonly at: number;
  readonly lane: string;
}

export interface Timeline {
  readonly events: readonly TimedEvent[];
  readonly lanes: readonly string[];
  readonly length: number;
  readonly ends: WindowsPicture['ends'];
  /** The event whose window is drawn: where the answer first differs, else the last one. */
  readonly focus: number;
}

const MAX_LANES = 6;

/** Events on a time axis; null where the arguments give none. `path` is where the answer first differs, such as `[3][0]`. */
export function timelineOf(picture: WindowsPicture, args: readonly Value[], path: string | undefined): Timeline | null {
  const items = itemsOf(args[picture.events]);
  const length = numberOf(args[picture.length]);
  if (items === null || length === null || length <= 0 || items.length === 0 || items.length > MAX_POINTS) return null;
  const { time, lane } = picture;
  const events = allOf(
    items.map((item, position): TimedEvent | null => {
      const field = typeof time === 'number' ? itemsOf(item)?.[time] : item;
      const at = time === 'position' ? position : numberOf(field);
      const whose = lane === undefined ? '' : textOf(itemsOf(item)?.[lane]);
      return at === null || whose === null ? null : { at, lane: whose };
    }),
  );
  if (events === null) return null;
  const lanes = [...new Set(events.map((event) => event.lane))];
  if (lanes.length > MAX_LANES) return null;
  const named = /^\[(\d+)\]/.exec(path ?? '')?.[1];
  // Where places are times, the first answer belongs to the first whole window.
  const offset = time === 'position' ? length - 1 : 0;
  const focus = named === undefined ? events.length - 1 : Math.min(Number(named) + offset, events.length - 1);
  return { events, lanes, length, ends: picture.ends, focus };
}

/** The events whose times lie in the window that ends at the focus, those of its lane alone. */
export function inWindow({ events, length, ends, focus }: Timeline): readonly number[] {
  const end = events[focus];
  if (end === undefined) return [];
  const start = end.at - length;
  return events.flatMap(({ at, lane }, i) => {
    if (lane !== end.lane) return [];
    const after = ends.startsWith('[') ? at >= start : at > start;
    const before = ends.endsWith(']') ? at <= end.at : at < end.at;
    return after && before ? [i] : [];
  });
}

const WIDTH = 520;
const LEFT = 56;
const RIGHT = 14;
const LANE = 30;
const TOP = 22;

export function WindowsPicture({ timeline }: { readonly timeline: Timeline }) {
  const { events, lanes, length, ends, focus } = timeline;
  const end = events[focus];
  if (end === undefined) return null;
  const start = end.at - length;
  const times = events.map(({ at }) => at);
  // A window far longer than the events last is cut, so that they do not end up on one spot.
  const spread = Math.max(...times) - Math.min(...times);
  const first = Math.min(...times, Math.max(start, Math.min(...times) - Math.max(spread, 1) * 1.5));
  const last = Math.max(...times);
  const x = (at: number) => LEFT + ((at - first) / (last - first || 1)) * (WIDTH - LEFT - RIGHT);
  const height = TOP + lanes.length * LANE + 24;
  const y = (lane: string) => TOP + (lanes.indexOf(lane) + 0.5) * LANE;
  const inside = new Set(inWindow(timeline));
  const stacked = stackedAt(events);
  const begun = Math.max(start, first);
  return (
    <Frame
      title="The window on the time axis"
      text={timelineInWords(timeline, inside.size)}
      width={WIDTH}
      height={height}
    >
      <rect
        className="picture__window"
        x={x(begun)}
        y={y(end.lane) - LANE / 2 + 2}
        width={Math.max(2, x(end.at) - x(begun))}
        height={LANE - 4}
      />
      {start >= first && (
        <text className="picture__end" x={x(start)} y={TOP - 8} textAnchor="middle">
          {ends.slice(0, 1)}
          {shortNumber(start)}
        </text>
      )}
      <text className="picture__end" x={x(end.at)} y={TOP - 8} textAnchor="middle">
        {shortNumber(end.at)}
        {ends.slice(1)}
      </text>
      {lanes.map((lane) => (
        <g key={lane}>
          <line className="picture__guide" x1={LEFT - 6} y1={y(lane)} x2={WIDTH - RIGHT + 6} y2={y(lane)} />
          <text className="picture__tick" x={LEFT - 12} y={y(lane) + 4} textAnchor="end">
            {lane.length > 7 ? `${lane.slice(0, 6)}…` : lane}
          </text>
        </g>
      ))}
      {events.map(({ at, lane }, i) => (
        <circle
          key={i}
          className={`picture__event${inside.has(i) ? ' picture__event--in' : ''}${i === focus ? ' picture__event--focus' : ''}`}
          cx={x(at)}
          cy={y(lane) - (stacked[i] ?? 0) * 5}
          r={i === focus ? 5 : 3.5}
        >
          <title>{`event ${i} at ${shortNumber(at)}`}</title>
        </circle>
      ))}
      <g className="picture__tick">
        <text x={x(first)} y={height - 6} textAnchor="middle">
          {shortNumber(first)}
        </text>
        {last > first && (
          <text x={x(last)} y={height - 6} textAnchor="middle">
            {shortNumber(last)}
          </text>
        )}
      </g>
    </Frame>
  );
}

/** How many earlier events of the list lie on the same spot. */
function stackedAt(events: readonly TimedEvent[]): readonly number[] {
  const seen = new Map<string, number>();
  return events.map(({ at, lane }) => {
    const spot = `${at} ${lane}`;
    const below = seen.get(spot) ?? 0;
    seen.set(spot, below + 1);
    return below;
  });
}

function timelineInWords({ events, length, ends, focus }: Timeline, inside: number): string {
  const at = events[focus]?.at ?? 0;
  const window = `${ends.slice(0, 1)}${shortNumber(at - length)}, ${shortNumber(at)}${ends.slice(1)}`;
  const own = inside === 0 ? 'holds no event' : `holds ${counted(inside, 'event')}, drawn solid`;
  return `${counted(events.length, 'event')}. The window of event ${focus} (the larger one, at ${shortNumber(at)}) is ${window} and ${own}.`;
}
