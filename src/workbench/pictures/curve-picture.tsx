import { counted } from '#ui/format.ts';
import { curvePoints, isTie, type TieGroup } from './curve.ts';
import { Frame, UnitAxes, unitSquare } from './frame.tsx';
import { shortNumber } from './read-values.ts';

interface CurvePictureProps {
  readonly kind: 'roc' | 'pr';
  readonly groups: readonly TieGroup[];
}

/** The ROC or precision-recall curve, one step for each group of tied scores. */
export function CurvePicture({ kind, groups }: CurvePictureProps) {
  const { x, y, width, height } = unitSquare;
  const points = curvePoints(kind, groups);
  const title =
    kind === 'roc' ? 'ROC curve, one step for each distinct score' : 'Precision and recall at each distinct score';
  return (
    <Frame title={title} text={inWords(groups)} width={width} height={height}>
      <UnitAxes
        x={kind === 'roc' ? 'false positive rate' : 'recall'}
        y={kind === 'roc' ? 'true positive rate' : 'precision'}
      />
      {kind === 'roc' && <line className="picture__guide" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />}
      {points.map((point, i) => {
        const before = points[i - 1];
        if (before === undefined || point.group === null) return null;
        const tied = isTie(point.group);
        return (
          <g key={point.group.score} className={tied ? 'picture__tie' : 'picture__step'}>
            {kind === 'roc' ? (
              <line x1={x(before.x)} y1={y(before.y)} x2={x(point.x)} y2={y(point.y)} />
            ) : (
              <path d={`M${x(before.x)} ${y(point.y)}H${x(point.x)}V${y(points[i + 1]?.y ?? point.y)}`} />
            )}
            <circle cx={x(point.x)} cy={y(point.y)} r={3}>
              <title>{groupInWords(point.group)}</title>
            </circle>
          </g>
        );
      })}
    </Frame>
  );
}

/** So many groups can be read out; of more, only the ties. */
const READABLE = 8;

export function inWords(groups: readonly TieGroup[]): string {
  const ties = groups.filter(isTie);
  const told = groups.length <= READABLE ? groups : ties.slice(0, READABLE);
  const words = told.map(groupInWords).join('; ');
  const rest = groups.length - told.length;
  const tail = rest > 0 ? `; ${counted(rest, 'more score')}` : '';
  return `From the highest score: ${words}${tail}. ${ties.length === 0 ? 'No ties.' : 'Dashed: tied, one step.'}`;
}

function groupInWords({ score, positives, negatives }: TieGroup): string {
  const parts = [positives > 0 && counted(positives, 'positive'), negatives > 0 && counted(negatives, 'negative')];
  return `${parts.filter(Boolean).join(' and ')} at ${shortNumber(score)}`;
}
