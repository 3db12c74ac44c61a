const FREE = -1;

/**
 * A largest matching of `size` left with `size` right positions, where `matches` says which pairs may meet
 * (Hopcroft and Karp, O(edges * sqrt(size)); `matches` is asked once for each pair). Returns each left position's
 * partner, or -1.
 */
export function largestMatching(size: number, matches: (left: number, right: number) => boolean): readonly number[] {
  const neighbours = Array.from({ length: size }, (_, left) => {
    const found: number[] = [];
    for (let right = 0; right < size; right += 1) if (matches(left, right)) found.push(right);
    return found;
  });
  const rightOf = new Array<number>(size).fill(FREE);
  const leftOf = new Array<number>(size).fill(FREE);
  const layer = new Array<number>(size).fill(0);

  const layOut = (): boolean => {
    const queue: number[] = [];
    for (let left = 0; left < size; left += 1) {
      layer[left] = rightOf[left] === FREE ? 0 : Number.POSITIVE_INFINITY;
      if (rightOf[left] === FREE) queue.push(left);
    }
    let reachesFree = false;
    for (const left of queue) {
      for (const right of neighbours[left] ?? []) {
        const next = leftOf[right] ?? FREE;
        if (next === FREE) reachesFree = true;
        else if (layer[next] === Number.POSITIVE_INFINITY) {
          layer[next] = (layer[left] ?? 0) + 1;
          queue.push(next);
        }
      }
    }
    return reachesFree;
  };

  const augment = (left: number): boolean => {
    for (const right of neighbours[left] ?? []) {
      const next = leftOf[right] ?? FREE;
      if (next === FREE || (layer[next] === (layer[left] ?? 0) + 1 && augment(next))) {
        rightOf[left] = right;
        leftOf[right] = left;
        return true;
      }
    }
    layer[left] = Number.POSITIVE_INFINITY;
    return false;
  };

  while (layOut()) {
    for (let left = 0; left < size; left += 1) if (rightOf[left] === FREE) augment(left);
  }
  return rightOf;
}
