/** What the page asks of the worker that makes summaries, and its answer when all that could be made are kept. */
export interface SummaryRequest {
  readonly requestId: number;
  readonly databaseName: string;
  readonly attemptIds: readonly string[];
}

export interface SummaryAnswer {
  readonly requestId: number;
}
