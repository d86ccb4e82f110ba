interface Visit<T> {
  readonly node: T;
  readonly next: readonly T[];
  at: number;
}

/** Tarjan's strongly connected components (1972), with an explicit path so that long chains do not overflow the stack. */
const components = <T>(edges: ReadonlyMap<T, readonly T[]>): readonly (readonly T[])[] => {
  const index = new Map<T, number>();
  const low = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const found: T[][] = [];
  const lower = (node: T, to: number): void => void low.set(node, Math.min(low.get(node) ?? to, to));
  const enter = (node: T): Visit<T> => {
    index.set(node, index.size);
    lower(node, index.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, next: edges.get(node) ?? [], at: 0 };
  };
  const leave = (node: T): void => {
    if (low.get(node) !== index.get(node)) return;
    const component = open.splice(open.lastIndexOf(node));
    for (const member of component) isOpen.delete(member);
    found.push(component);
  };
  for (const root of edges.keys()) {
    const path = index.has(root) ? [] : [enter(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const [next] = top.next.slice(top.at, top.at + 1);
      top.at += 1;
      if (next === undefined) {
        leave(top.node);
        path.pop();
        const below = path.at(-1);
        if (below) lower(below.node, low.get(top.node) ?? 0);
      } else if (!index.has(next)) path.push(enter(next));
      else if (isOpen.has(next)) lower(top.node, index.get(next) ?? 0);
    }
  }
  return found;
};

/** The sets of nodes that reach themselves, each once, in the order of the map's keys. Linear in nodes and edges. */
export const circlesIn = <T>(edges: ReadonlyMap<T, readonly T[]>): readonly (readonly T[])[] => {
  const place = new Map([...edges.keys()].map((node, at) => [node, at]));
  const placed = (node: T | undefined): number => (node === undefined ? 0 : (place.get(node) ?? 0));
  return components(edges)
    .filter((circle) => circle.length > 1 || circle.some((only) => edges.get(only)?.includes(only)))
    .map((circle) => circle.toSorted((a, b) => placed(a) - placed(b)))
    .toSorted(([a], [b]) => placed(a) - placed(b));
};
