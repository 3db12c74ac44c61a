import type { Command } from '#ui/command.ts';
import { KEYS } from './keymap.ts';
import type { Workbench } from './store.ts';

/** What the command palette offers while a problem is open. */
export function workbenchCommands(workbench: Workbench): readonly Command[] {
  return [
    { id: 'run', title: 'Run the samples', chord: KEYS.run, perform: workbench.run },
    { id: 'submit', title: 'Submit', chord: KEYS.submit, perform: workbench.submit },
    { id: 'stop', title: 'Stop the run', chord: KEYS.stop, perform: workbench.stop },
    { id: 'reset', title: 'Reset the code to the starter', perform: workbench.reset },
    { id: 'editor', title: 'Go to the editor', chord: KEYS.editor, perform: () => workbench.focusEditor() },
    { id: 'own-input', title: 'Try an input of your own', chord: KEYS.own, perform: () => workbench.showOwn() },
    {
      id: 'next-failure',
      title: 'Next failing case',
      chord: KEYS.nextFailure,
      perform: () => workbench.selectFailure(1),
    },
    {
      id: 'statement',
      title: 'Show the statement',
      chord: KEYS.statement,
      perform: () => workbench.showTab('statement'),
    },
    { id: 'hints', title: 'Show the hints', chord: KEYS.hints, perform: () => workbench.showTab('hints') },
    {
      id: 'editorial',
      title: 'Show the editorial',
      chord: KEYS.editorial,
      perform: () => workbench.showTab('editorial'),
    },
  ];
}
