/** Lets whatever waits for the page go first: input above all. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A page that is not seen draws no frames. */
const NO_FRAME_MS = 100;

/** As above, and lets the page be drawn: what is measured afterwards need not be laid out first. */
export async function nextFrame(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, NO_FRAME_MS);
  });
  await nextTask();
}
