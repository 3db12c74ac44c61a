import { type Chord, chordKeys } from './keys.ts';

export function Kbd({ chord }: { readonly chord: Chord }) {
  return (
    <span className="kbd">
      {chordKeys(chord).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
