import { Keyboard, Search } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useStore } from 'zustand';
import { Button } from '#ui/button.tsx';
import type { Command } from '#ui/command.ts';
import { Kbd } from '#ui/kbd.tsx';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { CommandPalette } from './command-palette.tsx';
import { planCommands, problemCommands } from './commands.ts';
import { HeaderNav } from './header-nav.tsx';
import { useServices } from './services.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { StorageBanner } from './storage-banner.tsx';
import { ThemeMenu } from './theme-menu.tsx';

/** What every page stands in: header, palette, dialogs. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [dialog, setDialog] = useState<'palette' | 'shortcuts' | null>(null);
  const main = useRef<HTMLElement>(null);
  const commands = usePaletteCommands(() => setDialog('shortcuts'));
  useFocusOnNavigation(main);
  useShortcuts([
    { chord: 'Mod+K', action: () => setDialog('palette') },
    { chord: '?', action: () => setDialog('shortcuts') },
  ]);
  return (
    <div className="shell">
      {/* biome-ignore lint/a11y/useValidAnchor: it does lead to the content; the address is the router's */}
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          // The part of the address after '#' is the route.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to content
      </a>
      <header className="header">
        <Link href="/" className="header__name">
          Edgewise
        </Link>
        <HeaderNav />
        {/* On a narrow screen only the sign is left of it. */}
        <button
          type="button"
          className="header__find"
          aria-label="Find anything"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => setDialog('palette')}
        >
          <Search size={14} aria-hidden />
          <span>Find anything</span>
          <Kbd chord="Mod+K" />
        </button>
        <Button
          tone="quiet"
          icon={<Keyboard size={16} aria-hidden />}
          aria-label="Keyboard shortcuts"
          chord="?"
          onClick={() => setDialog('shortcuts')}
        />
        <ThemeMenu />
      </header>
      <StorageBanner />
      <main ref={main} id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      <CommandPalette
        open={dialog === 'palette'}
        onOpenChange={(open) => setDialog(open ? 'palette' : null)}
        commands={commands}
      />
      <ShortcutsDialog open={dialog === 'shortcuts'} onOpenChange={(open) => setDialog(open ? 'shortcuts' : null)} />
    </div>
  );
}

function usePaletteCommands(showShortcuts: () => void): readonly Command[] {
  const { catalog, plans, commands, preferences } = useServices();
  const [, navigate] = useLocation();
  const fromPage = useStore(commands);
  const latest = useRef(showShortcuts);
  return useMemo(() => {
    const changeFontSize = (by: number) => preferences.set('fontSize', preferences.get('fontSize') + by);
    return [
      ...fromPage,
      ...problemCommands(catalog.problems, navigate),
      { id: 'all-problems', title: 'All problems', perform: () => navigate('/') },
      { id: 'review', title: 'Review', detail: 'failed cases that are due', perform: () => navigate('/review') },
      { id: 'history', title: 'History', detail: 'all attempts', perform: () => navigate('/history') },
      ...planCommands(plans, navigate),
      { id: 'data', title: 'Your data: export, import, delete', perform: () => navigate('/data') },
      { id: 'larger', title: 'Larger code', perform: () => changeFontSize(1) },
      { id: 'smaller', title: 'Smaller code', perform: () => changeFontSize(-1) },
      { id: 'theme-system', title: 'Theme: system', perform: () => preferences.set('theme', 'system') },
      { id: 'theme-light', title: 'Theme: light', perform: () => preferences.set('theme', 'light') },
      { id: 'theme-dark', title: 'Theme: dark', perform: () => preferences.set('theme', 'dark') },
      { id: 'shortcuts', title: 'Keyboard shortcuts', chord: '?', perform: () => latest.current() },
    ];
  }, [fromPage, catalog, plans, navigate, preferences]);
}

/** After a change of page the focus starts at the new page's content; not when the site opens. */
function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const [location] = useLocation();
  const shown = useRef(location);
  useEffect(() => {
    if (shown.current === location) return;
    shown.current = location;
    main.current?.focus();
    main.current?.scrollTo(0, 0);
  }, [location, main]);
}
