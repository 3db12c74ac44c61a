import './data.css';
import { Download, Upload } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AttemptLog } from '#storage/attempt-log.ts';
import { Button } from '#ui/button.tsx';
import { DataFacts } from './data-facts.tsx';
import { createDataActions, type DataActions, type Job } from './data-store.ts';
import { DeleteSection } from './delete-section.tsx';
import { usePageTitle } from './page-title.ts';
import { useLog } from './services.ts';

/** Everything that is kept on this machine: how much, as a file, from a file, and away with it. */
export default function DataPage() {
  const log = useLog();
  usePageTitle('Your data');
  return log === null ? <p className="loading">Opening your data</p> : <OpenDataPage log={log} />;
}

function OpenDataPage({ log }: { readonly log: AttemptLog }) {
  const [actions] = useState(() => createDataActions(log));
  const job = useStore(actions.store, (state) => state.job);
  const busy = job.kind === 'working';
  useEffect(() => void actions.look(), [actions]);
  return (
    <div className="list-page data">
      <div className="list-page__head">
        <h1>Your data</h1>
      </div>
      <p className="data__intro">
        Attempts and recordings are in this browser on this machine, and nowhere else. A copy of them is yours to make.
      </p>
      <DataFacts actions={actions} />
      <JobLine job={job} />
      <section aria-labelledby="data-export">
        <h2 id="data-export">Export</h2>
        <p>All attempts and recordings as one zip file. Settings are not in it.</p>
        <p>
          <Button
            tone="primary"
            icon={<Download size={14} aria-hidden />}
            aria-disabled={busy}
            onClick={actions.exportAll}
          >
            Export everything
          </Button>
        </p>
      </section>
      <ImportSection actions={actions} busy={busy} />
      <DeleteSection actions={actions} busy={busy} />
    </div>
  );
}

interface SectionProps {
  readonly actions: DataActions;
  readonly busy: boolean;
}

function ImportSection({ actions, busy }: SectionProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file !== undefined) void actions.importFile(file);
  };
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      aria-labelledby="data-import"
      className="data__drop"
      data-over={over}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2 id="data-import">Import</h2>
      <p>
        A file that was exported here or in another browser. What is here already stays as it is; what is missing is
        added.
      </p>
      <p className="data__row">
        <Button
          tone="plain"
          icon={<Upload size={14} aria-hidden />}
          aria-disabled={busy}
          onClick={() => !busy && input.current?.click()}
        >
          Choose a file
        </Button>
        <span className="quiet">or drop it here</span>
      </p>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        aria-label="File to import"
        hidden
        onChange={(event) => {
          take(event.currentTarget.files);
          // So that the same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}

/** How the last thing went; always there, so that it is announced. */
function JobLine({ job }: { readonly job: Job }) {
  return (
    <div className="data__job" role="status" data-kind={job.kind}>
      {job.kind === 'working' && (
        <span className="data__working">
          {job.what}
          <progress aria-label={job.what} {...(job.share !== null && { value: job.share })} max={1} />
        </span>
      )}
      {(job.kind === 'done' || job.kind === 'failed') && job.sentence}
    </div>
  );
}
