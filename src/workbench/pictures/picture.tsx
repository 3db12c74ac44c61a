import { type ReactNode, useEffect, useState } from 'react';
import type { Picture } from '#domain/picture.ts';
import type { Value } from '#domain/value.ts';
import { useWorkbench } from '../context.ts';
import { binsOf, CalibrationPicture } from './calibration.tsx';
import { tieGroups } from './curve.ts';
import { CurvePicture } from './curve-picture.tsx';
import { DpTablePicture, dpTableOf } from './dp-table.tsx';
import { GraphPicture, graphOf } from './graph.tsx';
import { timelineOf, WindowsPicture } from './windows.tsx';

interface CasePictureProps {
  /** The argument list as Python. */
  readonly args: string;
  /** Whether it is somebody's own, and so holds literals only. */
  readonly own: boolean;
  /** Where the answer first differs, such as `[3][0]`. */
  readonly path: string | undefined;
}

/** Longer argument lists hold more than a picture can show. */
const MAX_LENGTH = 4000;

/** The picture of a call that the problem's package asks for, where its arguments are few enough. */
export function CasePicture({ args, own, path }: CasePictureProps) {
  const { problem, explainer } = useWorkbench();
  const { picture } = problem;
  const [values, setValues] = useState<readonly Value[] | null>(null);
  const wanted = picture !== undefined && args.length <= MAX_LENGTH;
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    explainer.valuesOf([args], { literal: own, signal: abort.signal }).then(
      // Arguments by name are rare, and their places unknown.
      ([call]) => !abort.signal.aborted && setValues(call?.named.length === 0 ? call.positional : null),
      // Without the values there is no picture; everything else about the case is there.
      () => undefined,
    );
    return () => abort.abort();
  }, [wanted, args, own, explainer]);
  if (picture === undefined || values === null) return null;
  return draw(picture, values, path);
}

function draw(picture: Picture, values: readonly Value[], path: string | undefined): ReactNode {
  switch (picture.kind) {
    case 'roc':
    case 'pr': {
      const groups = tieGroups(picture, values);
      return groups && <CurvePicture kind={picture.kind} groups={groups} />;
    }
    case 'calibration': {
      const bins = binsOf(picture, values);
      return bins && <CalibrationPicture bins={bins} />;
    }
    case 'windows': {
      const timeline = timelineOf(picture, values, path);
      return timeline && <WindowsPicture timeline={timeline} />;
    }
    case 'graph': {
      const graph = graphOf(picture, values);
      return graph && <GraphPicture graph={graph} />;
    }
    case 'dp-table': {
      const table = dpTableOf(picture, values);
      return table && <DpTablePicture table={table} />;
    }
  }
}
