import type { ReactNode } from 'react';

interface FrameProps {
  readonly title: string;
  /** The same in words. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** A drawing with its text alternative below. */
export function Frame({ title, text, width, height, children }: FrameProps) {
  return (
    <figure className="picture" aria-label={title}>
      <svg viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width }} role="img" aria-label={`${title}. ${text}`}>
        {children}
      </svg>
      <figcaption>{text}</figcaption>
    </figure>
  );
}

const LEFT = 34;
const TOP = 8;
const SIDE = 190;

/** A square from (0, 0) to (1, 1) with its axes; `x` and `y` place a point in it. */
export const unitSquare = {
  width: LEFT + SIDE + 12,
  height: TOP + SIDE + 32,
  x: (share: number) => LEFT + share * SIDE,
  y: (share: number) => TOP + (1 - share) * SIDE,
};

export function UnitAxes({ x, y }: { readonly x: string; readonly y: string }) {
  const { x: at, y: up } = unitSquare;
  return (
    <>
      <rect className="picture__plane" x={at(0)} y={up(1)} width={at(1) - at(0)} height={up(0) - up(1)} />
      {[0, 0.5, 1].map((share) => (
        <g key={share} className="picture__tick">
          <text x={at(share)} y={up(0) + 13} textAnchor="middle">
            {share}
          </text>
          <text x={at(0) - 5} y={up(share) + 4} textAnchor="end">
            {share}
          </text>
        </g>
      ))}
      <text className="picture__axis" x={at(0.5)} y={up(0) + 27} textAnchor="middle">
        {x}
      </text>
      <text className="picture__axis" transform={`translate(11 ${up(0.5)}) rotate(-90)`} textAnchor="middle">
        {y}
      </text>
    </>
  );
}
