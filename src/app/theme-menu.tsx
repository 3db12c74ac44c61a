import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { usePreference, useServices } from './services.ts';
import type { ThemeChoice } from './theme.ts';

const CHOICES: readonly { readonly choice: ThemeChoice; readonly label: string }[] = [
  { choice: 'system', label: 'System' },
  { choice: 'light', label: 'Light' },
  { choice: 'dark', label: 'Dark' },
];

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

export function ThemeMenu() {
  const { preferences } = useServices();
  const theme = usePreference('theme');
  const Icon = ICONS[theme];
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="button button--quiet button--icon" aria-label={`Theme: ${theme}`} title="Theme">
        <Icon size={16} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup
            value={theme}
            onValueChange={(value) => {
              const chosen = CHOICES.find(({ choice }) => choice === value);
              if (chosen !== undefined) preferences.set('theme', chosen.choice);
            }}
          >
            {CHOICES.map(({ choice, label }) => (
              <DropdownMenu.RadioItem key={choice} value={choice} className="menu__item">
                {label}
                <DropdownMenu.ItemIndicator>
                  <Check size={14} aria-hidden />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
