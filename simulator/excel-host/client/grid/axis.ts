/**
 * Positions along one direction of the sheet. All lines have the default size except the given ones;
 * a hidden line has size 0. Sizes and offsets in CSS pixels.
 */
export interface Axis {
  readonly count: number;
  readonly size: (index: number) => number;
  /** Distance of the leading edge of line `index` from the sheet's edge; `index` may equal `count`. */
  readonly offset: (index: number) => number;
  /** The visible line that covers this distance, clamped to the sheet. */
  readonly indexAt: (offset: number) => number;
  /** The next visible line from `index` in the direction, or `index` itself when there is none. */
  readonly step: (index: number, direction: 1 | -1) => number;
  readonly total: number;
}

export interface AxisOptions {
  readonly count: number;
  readonly defaultSize: number;
  /** Lines that differ, in any order. */
  readonly sizes: Iterable<readonly [index: number, size: number]>;
}

/** Number of entries of the ascending `keys` that are smaller than `value`. */
const countBelow = (keys: readonly number[], value: number): number => {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const createAxis = ({ count, defaultSize, sizes }: AxisOptions): Axis => {
  const special = new Map<number, number>(sizes);
  for (const [index, size] of special) if (index < 0 || index >= count || size === defaultSize) special.delete(index);
  const indices = [...special.keys()].sort((a, b) => a - b);
  // surplus[n] = how much the first n special lines exceed the default together
  const surplus = [0];
  for (const index of indices) surplus.push((surplus.at(-1) ?? 0) + (special.get(index) ?? 0) - defaultSize);

  const size = (index: number): number => special.get(index) ?? defaultSize;
  const offset = (index: number): number => index * defaultSize + (surplus[countBelow(indices, index)] ?? 0);

  const step = (index: number, direction: 1 | -1): number => {
    for (let next = index + direction; next >= 0 && next < count; next += direction) if (size(next) > 0) return next;
    return index;
  };

  const indexAt = (distance: number): number => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (offset(middle) <= distance) low = middle;
      else high = middle - 1;
    }
    // Hidden lines share their offset with the next visible one; the search may stop on the last of them.
    if (size(low) > 0) return low;
    const after = step(low, 1);
    return after === low ? step(low, -1) : after;
  };

  return { count, size, offset, indexAt, step, total: offset(count) };
};
