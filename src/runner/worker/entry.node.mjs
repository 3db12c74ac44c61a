// Node 20 does not read TypeScript: tsx is registered here, inside the thread, before the real entry is loaded.
import { register } from 'tsx/esm/api';

register();
await import('./entry.node.ts');
