/** Work that can be put aside: each yield is a place where others may have their turn, and says which share of it is done, 0 to 1. */
export type Slices<T> = Generator<number, T, void>;

/** Does it without a pause. */
export const atOnce = <T>(work: Slices<T>): T => {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
};

/** Short enough that a slow device does one within a frame or two. */
const SIZE = 100;

/** Does something for each of many, with places to pause in between. */
export function* sliced<A, B>(all: readonly A[], visit: (one: A, at: number) => B): Slices<B[]> {
  const done: B[] = [];
  for (const [at, one] of all.entries()) {
    done.push(visit(one, at));
    if (at % SIZE === SIZE - 1) yield at / all.length;
  }
  return done;
}
