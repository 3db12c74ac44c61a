import { FastForward, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { formatClock } from '#ui/format.ts';
import { usePlayerState, useReplay } from './context.ts';
import type { Zoom } from './lanes.tsx';
import { SPEEDS } from './player.ts';

interface TransportProps {
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
}

const ZOOMS: readonly { readonly zoom: Zoom; readonly label: string }[] = [
  { zoom: 'fit', label: 'Fit' },
  { zoom: 300_000, label: '5 min' },
  { zoom: 60_000, label: '1 min' },
];

/** Play, speed, what to skip, how much of the attempt the lanes show. */
export function Transport({ zoom, onZoom }: TransportProps) {
  const { player, goToLandmark } = useReplay();
  const playing = usePlayerState((state) => state.playing);
  const speed = usePlayerState((state) => state.speed);
  const skipQuiet = usePlayerState((state) => state.skipQuiet);
  return (
    <div className="transport" role="toolbar" aria-label="Playback">
      <Button
        tone="quiet"
        icon={<SkipBack size={16} aria-hidden />}
        aria-label="Previous run or phase"
        chord="Shift+ArrowLeft"
        onClick={() => goToLandmark(-1)}
      />
      <Button
        tone="primary"
        icon={playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        aria-label={playing ? 'Pause' : 'Play'}
        chord="Space"
        onClick={player.toggle}
      />
      <Button
        tone="quiet"
        icon={<SkipForward size={16} aria-hidden />}
        aria-label="Next run or phase"
        chord="Shift+ArrowRight"
        onClick={() => goToLandmark(1)}
      />
      <Position />
      <label className="transport__choice">
        <span>Speed</span>
        <select value={speed} onChange={(event) => player.setSpeed(Number(event.target.value))}>
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {one}×
            </option>
          ))}
        </select>
      </label>
      <Button
        icon={<FastForward size={14} aria-hidden />}
        aria-pressed={skipQuiet}
        tip="Jump over stretches without speech, typing or runs"
        onClick={() => player.setSkipQuiet(!skipQuiet)}
      >
        Skip silence
      </Button>
      <fieldset className="transport__zoom">
        <legend className="visually-hidden">Zoom</legend>
        {ZOOMS.map((one) => (
          <label key={one.label}>
            <input type="radio" name="replay-zoom" checked={zoom === one.zoom} onChange={() => onZoom(one.zoom)} />
            <span className="transport__zoom-name">{one.label}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Position() {
  const { player } = useReplay();
  const second = usePlayerState(({ t }) => Math.floor(t / 1000));
  return (
    <span className="transport__position">
      <strong>{formatClock(second * 1000)}</strong> / {formatClock(player.durationMs)}
    </span>
  );
}
