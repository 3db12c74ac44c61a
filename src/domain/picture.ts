/** A position in the argument list, from 0. */
export type ArgumentIndex = number;

/** The picture that says more about a problem's cases than their numbers do, and where its data are. */
export type Picture =
  /** The ROC or the precision-recall curve, tied scores as one step. Without `labels`, `scores` holds (score, label) pairs. */
  | { readonly kind: 'roc' | 'pr'; readonly scores: ArgumentIndex; readonly labels?: ArgumentIndex }
  /** Bins of equal width, closed on the right; mean probability beside mean label. */
  | {
      readonly kind: 'calibration';
      readonly labels: ArgumentIndex;
      readonly probabilities: ArgumentIndex;
      readonly bins: ArgumentIndex;
    }
  | {
      readonly kind: 'windows';
      readonly events: ArgumentIndex;
      /** Which field of an event is its time; absent where an event is its time; `position` where its place in the list is. */
      readonly time?: number | 'position';
      /** Which field says whose event it is. */
      readonly lane?: number;
      readonly length: ArgumentIndex;
      /** Which ends of the window, from `length` before an event to the event itself, belong to it. */
      readonly ends: '[]' | '[)' | '(]' | '()';
    }
  | {
      readonly kind: 'graph';
      /** A list of (from, to) or (from, to, weight), or a dict from a node to those that it needs. */
      readonly edges: ArgumentIndex;
      /** A list of nodes, some of which may have no edge. */
      readonly nodes?: ArgumentIndex;
      readonly directed: boolean;
    }
  /** The table of the edit distance of two strings, or the longest rising subsequence that ends at each number. */
  | {
      readonly kind: 'dp-table';
      readonly of: 'edit-distance';
      readonly from: ArgumentIndex;
      readonly to: ArgumentIndex;
    }
  | { readonly kind: 'dp-table'; readonly of: 'rising'; readonly numbers: ArgumentIndex }
  /** The best log-probability of each state at each observation. */
  | {
      readonly kind: 'dp-table';
      readonly of: 'viterbi';
      readonly observations: ArgumentIndex;
      readonly states: ArgumentIndex;
      readonly start: ArgumentIndex;
      readonly transitions: ArgumentIndex;
      readonly emissions: ArgumentIndex;
    };
