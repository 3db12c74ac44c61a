import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Modal } from '#ui/modal.tsx';
import type { DataActions } from './data-store.ts';

const AGES: readonly { readonly days: number; readonly label: string }[] = [
  { days: 7, label: 'a week' },
  { days: 30, label: 'a month' },
  { days: 90, label: 'three months' },
  { days: 365, label: 'a year' },
];

interface DeleteSectionProps {
  readonly actions: DataActions;
  readonly busy: boolean;
}

/** Recordings that are old, or all there is; each only after a question. */
export function DeleteSection({ actions, busy }: DeleteSectionProps) {
  const [days, setDays] = useState(30);
  const [question, setQuestion] = useState<'recordings' | 'everything' | null>(null);
  const ask = (what: 'recordings' | 'everything') => !busy && setQuestion(what);
  const close = () => setQuestion(null);
  const age = AGES.find((one) => one.days === days)?.label ?? `${days} days`;
  return (
    <section aria-labelledby="data-delete">
      <h2 id="data-delete">Delete</h2>
      <p className="data__row">
        <label htmlFor="data-age">Recordings older than</label>
        <select id="data-age" value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
          {AGES.map((one) => (
            <option key={one.days} value={one.days}>
              {one.label}
            </option>
          ))}
        </select>
        <Button tone="plain" aria-disabled={busy} onClick={() => ask('recordings')}>
          Delete recordings
        </Button>
      </p>
      <p>
        <Button
          tone="plain"
          icon={<Trash2 size={14} aria-hidden />}
          aria-disabled={busy}
          onClick={() => ask('everything')}
        >
          Delete everything
        </Button>
      </p>
      <Modal
        open={question === 'recordings'}
        onOpenChange={close}
        title="Delete recordings"
        description={`The sound of recordings older than ${age} goes for good. Code, runs, transcripts and figures stay.`}
      >
        <Answers
          label="Delete recordings"
          onDelete={() => {
            close();
            void actions.deleteRecordings(days);
          }}
          onCancel={close}
        />
      </Modal>
      <Modal
        open={question === 'everything'}
        onOpenChange={close}
        title="Delete everything"
        description="Every attempt and every recording goes for good, and with them the review queue and the history. An export can be imported again."
      >
        <Answers
          label="Delete everything"
          onDelete={() => {
            close();
            void actions.deleteEverything();
          }}
          onExport={actions.exportAll}
          onCancel={close}
        />
      </Modal>
    </section>
  );
}

interface AnswersProps {
  readonly label: string;
  readonly onDelete: () => void;
  readonly onExport?: () => void;
  readonly onCancel: () => void;
}

function Answers({ label, onDelete, onExport, onCancel }: AnswersProps) {
  return (
    <div className="data__answers">
      {onExport !== undefined && (
        <Button tone="primary" onClick={onExport}>
          Export first
        </Button>
      )}
      <Button tone="plain" onClick={onDelete}>
        {label}
      </Button>
      <Button tone="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
