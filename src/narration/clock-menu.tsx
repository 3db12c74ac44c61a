import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Modal } from '#ui/modal.tsx';
import { useClock, useClockState } from './clock-context.ts';

/** How the page lets an attempt end. */
export interface AttemptControls {
  readonly solved: boolean;
  /** Whether there is anything that a new attempt would leave behind. */
  hasWork(): boolean;
  startAnew(): void;
  finish(): void;
  giveUp(): void;
}

export interface AttemptLink {
  readonly label: string;
  readonly href: string;
}

interface AttemptMenuProps {
  readonly attempt: AttemptControls;
  readonly links: readonly AttemptLink[];
}

type Question = 'new-attempt' | 'give-up';

/** What can be done with the attempt as a whole. */
export function AttemptMenu({ attempt, links }: AttemptMenuProps) {
  const [question, setQuestion] = useState<Question | null>(null);
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger
          className="button button--quiet button--icon session-bar__menu"
          aria-label="Attempt"
          title="Attempt"
        >
          <Ellipsis size={16} aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
            <ClockItems />
            {links.map(({ label, href }) => (
              <DropdownMenu.Item key={href} className="menu__item" asChild>
                <a href={href}>{label}</a>
              </DropdownMenu.Item>
            ))}
            <EndItems attempt={attempt} ask={setQuestion} />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <Confirm
        open={question === 'new-attempt'}
        onClose={() => setQuestion(null)}
        title="Start a new attempt?"
        text="This one ends as it is and stays in your history. The editor begins with the starter again."
        answers={['Keep going', 'New attempt']}
        onYes={attempt.startAnew}
      />
      <Confirm
        open={question === 'give-up'}
        onClose={() => setQuestion(null)}
        title="Give up this attempt?"
        text="It ends here and stays in your history, and the editorial opens."
        answers={['Keep going', 'Give up']}
        onYes={attempt.giveUp}
      />
    </>
  );
}

/** What a narrow bar has no room for. */
function ClockItems() {
  const { toggleHidden, remove } = useClock();
  const clock = useClockState((state) => state.clock);
  if (clock === null || clock.state === 'ended') return null;
  return (
    <>
      <DropdownMenu.Item className="menu__item" onSelect={toggleHidden}>
        {clock.hidden ? 'Show the clock' : 'Hide the clock'}
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu__item" onSelect={remove}>
        Go on without a clock
      </DropdownMenu.Item>
    </>
  );
}

interface EndItemsProps {
  readonly attempt: AttemptControls;
  readonly ask: (question: Question) => void;
}

/** Rendered when the menu opens: what there is to leave behind is asked then. */
function EndItems({ attempt, ask }: EndItemsProps) {
  const ended = useClockState((state) => state.ended !== null);
  return (
    <>
      <DropdownMenu.Item
        className="menu__item"
        disabled={!ended && !attempt.hasWork()}
        onSelect={() => (ended ? attempt.startAnew() : ask('new-attempt'))}
      >
        New attempt
      </DropdownMenu.Item>
      {!ended && attempt.solved && (
        <DropdownMenu.Item className="menu__item" onSelect={attempt.finish}>
          Finish the attempt
        </DropdownMenu.Item>
      )}
      {!ended && !attempt.solved && (
        <DropdownMenu.Item className="menu__item" onSelect={() => ask('give-up')}>
          Give up
        </DropdownMenu.Item>
      )}
    </>
  );
}

interface ConfirmProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly text: string;
  readonly answers: readonly [no: string, yes: string];
  readonly onYes: () => void;
}

function Confirm({ open, onClose, title, text, answers: [no, yes], onYes }: ConfirmProps) {
  return (
    <Modal open={open} onOpenChange={(next) => !next && onClose()} title={title} description={text}>
      <div className="confirm__answers">
        <Button autoFocus onClick={onClose}>
          {no}
        </Button>
        <Button
          tone="primary"
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {yes}
        </Button>
      </div>
    </Modal>
  );
}
