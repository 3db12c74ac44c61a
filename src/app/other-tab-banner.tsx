import { Info } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AttemptSession, SessionAccess } from '#storage/attempt-log.ts';
import { Button } from '#ui/button.tsx';

interface OtherTabBannerProps {
  readonly session: AttemptSession;
  /** Called when this tab writes from now on, and so has to read what the other wrote. */
  readonly onOutdated: () => void;
}

/**
 * Says that another tab writes this attempt, and offers to take over. When the other tab is gone, the one that is being
 * looked at takes over by itself: nothing can have been typed into it.
 */
export function OtherTabBanner({ session, onOutdated }: OtherTabBannerProps) {
  const access = useSyncExternalStore(session.subscribeAccess, session.access);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (access.kind === 'outdated') onOutdated();
  }, [access, onOutdated]);
  useEffect(() => {
    if (access.kind !== 'reading' || access.because !== 'left') return;
    const take = () => {
      if (document.visibilityState === 'visible' && document.hasFocus()) void session.takeIfFree();
    };
    take();
    window.addEventListener('focus', take);
    return () => window.removeEventListener('focus', take);
  }, [access, session]);

  if (access.kind !== 'reading') return null;
  const takeOver = () => {
    setAsking(true);
    void session.takeOver().finally(() => setAsking(false));
  };
  return (
    <div className="banner banner--action" role="status">
      <Info size={15} aria-hidden />
      <span>{REASONS[access.because]}</span>
      <Button tone="plain" onClick={takeOver} disabled={asking}>
        {access.because === 'left' ? 'Continue here' : 'Take over'}
      </Button>
    </div>
  );
}

type Reason = Extract<SessionAccess, { kind: 'reading' }>['because'];

const REASONS: Readonly<Record<Reason, string>> = {
  elsewhere: 'This problem is open in another tab, which keeps the attempt. Here it can only be read.',
  'taken-over': 'Another tab has taken over this problem. Here it can only be read.',
  left: 'The tab that kept this attempt is closed.',
};
