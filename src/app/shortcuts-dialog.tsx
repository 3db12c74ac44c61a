import { CLOCK_HELP } from '#narration/keymap.ts';
import { PREDICTIONS_HELP } from '#narration/predictions-keymap.ts';
import { RUBRIC_HELP } from '#narration/rubric-keymap.ts';
import { VOICE_HELP } from '#narration/voice/keymap.ts';
import { REPLAY_HELP } from '#replay/keymap.ts';
import { REVIEW_HELP } from '#review/keymap.ts';
import { Kbd } from '#ui/kbd.tsx';
import { Modal } from '#ui/modal.tsx';
import { EDITOR_HELP, type KeyHelp, WORKBENCH_HELP } from '#workbench/keymap.ts';

const EVERYWHERE: readonly KeyHelp[] = [
  { chords: ['Mod+K'], text: 'Find a problem or a command' },
  { chords: ['?'], text: 'This list (outside of text fields)' },
  { chords: ['/'], text: 'Filter the problem list' },
];

interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function ShortcutsDialog(props: ShortcutsDialogProps) {
  return (
    <Modal {...props} title="Keyboard shortcuts">
      <div className="shortcuts">
        <Section title="While solving" help={WORKBENCH_HELP} />
        <Section title="Against the clock" help={[...CLOCK_HELP, ...VOICE_HELP]} />
        <Section title="Foreseeing and telling" help={[...PREDICTIONS_HELP, ...RUBRIC_HELP]} />
        <Section title="In a replay" help={REPLAY_HELP} />
        <Section title="In a review" help={REVIEW_HELP} />
        <Section title="In the editor" help={EDITOR_HELP} />
        <Section title="Everywhere" help={EVERYWHERE} />
      </div>
    </Modal>
  );
}

function Section({ title, help }: { readonly title: string; readonly help: readonly KeyHelp[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {help.map(({ chords, text }) => (
          <div key={text}>
            <dt>
              {chords.map((chord) => (
                <Kbd key={chord} chord={chord} />
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
