import type { Picture } from '#domain/picture.ts';
import type { Value } from '#domain/value.ts';
import { counted } from '#ui/format.ts';
import { Frame, UnitAxes, unitSquare } from './frame.tsx';
import { MAX_POINTS, numberOf, numbersOf, shortNumber } from './read-values.ts';

export interface Bin {
  /** From 1. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanLabel: number;
  readonly meanProbability: number;
}

export interface Bins {
  readonly all: number;
  readonly filled: readonly Bin[];
}

const MAX_BINS = 40;

/** Bins of equal width, closed on the right, those that hold something; null where the arguments give none. */
export function binsOf(picture: Extract<Picture, { kind: 'calibration' }>, args: readonly Value[]): Bins | null {
  const labels = numbersOf(args[picture.labels]);
  const probabilities = numbersOf(args[picture.probabilities]);
  const all = args[picture.bins] === undefined ? 10 : numberOf(args[picture.bins]);
  if (labels === null || probabilities === null || all === null || !Number.isInteger(all)) return null;
  if (labels.length !== probabilities.length || labels.length === 0 || labels.length > MAX_POINTS) return null;
  if (all < 1 || all > MAX_BINS || probabilities.some((p) => p < 0 || p > 1)) return null;
  const filled: Bin[] = [];
  for (let number = 1; number <= all; number += 1) {
    const [from, to] = [(number - 1) / all, number / all];
    const inside = probabilities.flatMap((p, i) => ((p > from || number === 1) && p <= to ? [i] : []));
    if (inside.length === 0) continue;
    const mean = (of: readonly number[]) => inside.reduce((sum, i) => sum + (of[i] ?? 0), 0) / inside.length;
    filled.push({
      number,
      from,
      to,
      count: inside.length,
      meanLabel: mean(labels),
      meanProbability: mean(probabilities),
    });
  }
  return { all, filled };
}

/** Mean label over mean probability, bin by bin; the diagonal is perfect calibration. */
export function CalibrationPicture({ bins: { all, filled } }: { readonly bins: Bins }) {
  const { x, y, width, height } = unitSquare;
  const words = filled.map(
    ({ number, count, meanLabel, meanProbability }) =>
      `bin ${number}: ${counted(count, 'sample')}, label ${shortNumber(meanLabel)}, probability ${shortNumber(meanProbability)}`,
  );
  const text = `${counted(all, 'bin')}, ${filled.length} not empty: ${words.join('; ')}.`;
  return (
    <Frame title="Calibration, bin by bin" text={text} width={width} height={height}>
      <UnitAxes x="probability" y="share of positives" />
      {Array.from({ length: all - 1 }, (_, i) => (
        <line key={i} className="picture__guide" x1={x((i + 1) / all)} y1={y(0)} x2={x((i + 1) / all)} y2={y(1)} />
      ))}
      <line className="picture__guide" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {filled.map((bin) => (
        <g key={bin.number}>
          <rect
            className="picture__bar"
            x={x(bin.from) + 0.5}
            y={y(bin.meanLabel)}
            width={Math.max(1, x(bin.to) - x(bin.from) - 1)}
            height={y(0) - y(bin.meanLabel)}
          />
          <g className="picture__tie">
            <line
              x1={x(bin.meanProbability)}
              y1={y(bin.meanProbability)}
              x2={x(bin.meanProbability)}
              y2={y(bin.meanLabel)}
            />
            <circle cx={x(bin.meanProbability)} cy={y(bin.meanLabel)} r={3} />
          </g>
        </g>
      ))}
    </Frame>
  );
}
