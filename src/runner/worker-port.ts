import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker as the runner sees it, whether a browser's or Node's. */
export interface WorkerPort {
  post(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** Called when the worker itself fails: its script cannot be loaded, or it dies. */
  onError(listener: (message: string) => void): void;
  terminate(): void;
}
