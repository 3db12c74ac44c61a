import { useId } from 'react';
import type { Picture } from '#domain/picture.ts';
import type { Value } from '#domain/value.ts';
import { counted } from '#ui/format.ts';
import { Frame } from './frame.tsx';
import { allOf, itemsOf, textOf } from './read-values.ts';

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly weight: string | null;
}

export interface Graph {
  readonly nodes: readonly string[];
  readonly edges: readonly Edge[];
  readonly directed: boolean;
}

const MAX_NODES = 14;
const MAX_EDGES = 30;

/** The graph in the arguments; null where there is none, or one too large to draw. */
export function graphOf(picture: Extract<Picture, { kind: 'graph' }>, args: readonly Value[]): Graph | null {
  const edges = edgesIn(args[picture.edges]);
  const given = picture.nodes === undefined ? [] : allOf(itemsOf(args[picture.nodes])?.map(textOf) ?? [null]);
  if (edges === null || given === null) return null;
  const nodes = [
    ...new Set([...given, ...keysIn(args[picture.edges]), ...edges.flatMap(({ from, to }) => [from, to])]),
  ];
  if (nodes.length === 0 || nodes.length > MAX_NODES || edges.length > MAX_EDGES) return null;
  return { nodes, edges, directed: picture.directed };
}

function keysIn(value: Value | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null || value.kind !== 'dict') return [];
  return value.entries.flatMap(([key]) => textOf(key) ?? []);
}

function edgesIn(value: Value | undefined): readonly Edge[] | null {
  if (typeof value === 'object' && value !== null && value.kind === 'dict') {
    // What is needed comes before what needs it.
    return allOf(
      value.entries.flatMap(([key, needs]) => {
        const to = textOf(key);
        return (itemsOf(needs) ?? [null]).map((need) => {
          const from = need === null ? null : textOf(need);
          return from === null || to === null ? null : { from, to, weight: null };
        });
      }),
    );
  }
  const items = itemsOf(value);
  if (items === null) return null;
  return allOf(
    items.map((item) => {
      const [from, to, weight] = (itemsOf(item) ?? []).map(textOf);
      return from == null || to == null ? null : { from, to, weight: weight ?? null };
    }),
  );
}

const SIZE = 260;
const RADIUS = 96;
const NODE = 13;

export function GraphPicture({ graph: { nodes, edges, directed } }: { readonly graph: Graph }) {
  const arrow = useId();
  const place = new Map(
    nodes.map((node, i) => {
      const angle = (2 * Math.PI * i) / nodes.length - Math.PI / 2;
      return [node, { x: SIZE / 2 + RADIUS * Math.cos(angle), y: SIZE / 2 + RADIUS * Math.sin(angle) }] as const;
    }),
  );
  const both = new Set(edges.map(({ from, to }) => `${from}\n${to}`));
  return (
    <Frame title="The graph" text={graphInWords({ nodes, edges, directed })} width={SIZE} height={SIZE}>
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path className="picture__arrow" d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {edges.map((edge, i) => {
        const [a, b] = [place.get(edge.from), place.get(edge.to)];
        if (a === undefined || b === undefined) return null;
        const bent = directed && both.has(`${edge.to}\n${edge.from}`);
        return (
          <g key={i}>
            <path
              className="picture__edge"
              d={edge.from === edge.to ? loop(a) : curve(a, b, bent ? 14 : 0)}
              {...(directed && { markerEnd: `url(#${arrow})` })}
            />
            {edge.weight !== null && (
              <text className="picture__tick" {...middle(a, b, bent ? 14 : 0)} textAnchor="middle">
                {edge.weight}
              </text>
            )}
          </g>
        );
      })}
      {[...place].map(([node, { x, y }]) => (
        <g key={node}>
          <circle className="picture__node" cx={x} cy={y} r={NODE} />
          <text className="picture__name" x={x} y={y + 4} textAnchor="middle">
            {node.length > 4 ? `${node.slice(0, 3)}…` : node}
            <title>{node}</title>
          </text>
        </g>
      ))}
    </Frame>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the rim of one node to the rim of the other, bent sideways where there is a way back too. */
function curve(a: Point, b: Point, bend: number): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const from = `${a.x + ux * NODE} ${a.y + uy * NODE}`;
  const to = `${b.x - ux * (NODE + 1)} ${b.y - uy * (NODE + 1)}`;
  return `M${from}Q${(a.x + b.x) / 2 - uy * bend * 2} ${(a.y + b.y) / 2 + ux * bend * 2} ${to}`;
}

function loop({ x, y }: Point): string {
  return `M${x - 7} ${y - NODE + 2}C${x - 24} ${y - 40} ${x + 24} ${y - 40} ${x + 7} ${y - NODE + 1}`;
}

function middle(a: Point, b: Point, bend: number): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  // Off the middle, where the edges of a dense graph cross.
  const at = 0.42;
  return {
    x: a.x + (b.x - a.x) * at - ((b.y - a.y) / length) * (bend + 6),
    y: a.y + (b.y - a.y) * at + ((b.x - a.x) / length) * (bend + 6) + 4,
  };
}

export function graphInWords({ nodes, edges, directed }: Graph): string {
  const arrow = directed ? '→' : '–';
  const listed = edges.map(({ from, to, weight }) => `${from} ${arrow} ${to}${weight === null ? '' : ` (${weight})`}`);
  const touched = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = nodes.filter((node) => !touched.has(node));
  const rest = alone.length === 0 ? '' : ` Without an edge: ${alone.join(', ')}.`;
  return `${counted(nodes.length, 'node')}, ${counted(edges.length, 'edge')}${edges.length > 0 ? `: ${listed.join(', ')}` : ''}.${rest}`;
}
