import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';

/** Percent of the whole, by pane id. */
export type PaneSizes = Readonly<Record<string, number>>;

interface SplitProps {
  readonly orientation: 'horizontal' | 'vertical';
  /** Names the handle for those who move it with the keyboard. */
  readonly label: string;
  readonly first: SplitSide;
  readonly second: SplitSide;
  /** Percentages by side id, as `onLayout` last gave them. */
  readonly layout?: PaneSizes | undefined;
  readonly onLayout: (layout: PaneSizes) => void;
}

interface SplitSide {
  readonly id: string;
  readonly size: string;
  readonly min: string;
  readonly content: ReactNode;
}

/** Two panes with a handle between them, moved by pointer or by arrow keys. */
export function Split({ orientation, label, first, second, layout, onLayout }: SplitProps) {
  // The panes measure themselves several times before they stand; filled, they would hold up the page for as many layouts.
  const [stands, setStands] = useState(false);
  useEffect(() => startTransition(() => setStands(true)), []);
  return (
    <Group
      className="split"
      orientation={orientation}
      defaultLayout={layout === undefined ? undefined : { ...layout }}
      onLayoutChanged={(next, meta) => {
        if (meta.isUserInteraction) onLayout(next);
      }}
    >
      <Panel id={first.id} defaultSize={first.size} minSize={first.min} className="split__pane">
        {stands && first.content}
      </Panel>
      <Separator className={`split__handle split__handle--${orientation}`} aria-label={label} />
      <Panel id={second.id} defaultSize={second.size} minSize={second.min} className="split__pane">
        {stands && second.content}
      </Panel>
    </Group>
  );
}
