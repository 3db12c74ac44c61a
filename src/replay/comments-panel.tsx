import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { formatClock } from '#ui/format.ts';
import { usePlayerState, useReplay, useReplayState } from './context.ts';
import { TimeLink } from './time-link.tsx';

/** Comments at moments: for oneself, or for a partner who gets the export. */
export function CommentsPanel() {
  const { comment, removeComment } = useReplay();
  const comments = useReplayState((state) => state.reflections.comments);
  const second = usePlayerState(({ t }) => Math.floor(t / 1000));
  const [text, setText] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    comment(text.trim());
    setText('');
  };
  return (
    <div className="comments">
      <form className="comments__form" onSubmit={add}>
        <textarea
          aria-label="Comment on this moment"
          placeholder="What should have been said or seen here?"
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add(event);
          }}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          Comment at {formatClock(second * 1000)}
        </Button>
      </form>
      {comments.length === 0 ? (
        <p className="quiet">No comments yet. They stay with the attempt, and go with it when it is exported.</p>
      ) : (
        <ul className="comments__list" aria-label="Comments">
          {comments.map((one) => (
            <li key={one.commentId}>
              <TimeLink t={one.t}>
                <span className="comments__text">{one.text}</span>
              </TimeLink>
              <Button
                tone="quiet"
                icon={<Trash2 size={14} aria-hidden />}
                aria-label={`Remove the comment at ${formatClock(one.t)}`}
                onClick={() => removeComment(one)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
