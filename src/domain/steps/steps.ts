/** Long work cut into short steps, so that whoever runs it may let others have their turn between two of them. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs all steps in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Rows to one step: a few milliseconds' work on a slow computer. */
const rowsInStep = 200;

/** Visits items in their order, so many to a step. */
export function* each<Item>(items: readonly Item[], visit: (item: Item, index: number) => void): Steps<void> {
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item !== undefined) visit(item, index);
    if (index % rowsInStep === rowsInStep - 1) yield;
  }
}
