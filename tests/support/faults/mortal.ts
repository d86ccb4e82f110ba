import type { OutboxStore } from "#shared/ports/outboxStore.ts";

/** A process that may be killed: afterwards nothing of it goes on, and nobody hears from it again. */
export interface Life {
  readonly isOver: () => boolean;
  readonly end: () => void;
  /** Resolves when it is over. */
  readonly ended: Promise<void>;
  /** One step that reaches the outside. It may be the last one: then it is carried out, or not. */
  readonly step: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * @param fate asked before and after each step; true ends the life there
 */
export const createLife = (fate: () => boolean): Life => {
  let over = false;
  let tell: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const silence = new Promise<never>(() => undefined);
  const end = (): void => {
    over = true;
    tell();
  };
  const survives = (): boolean => {
    if (!over && fate()) end();
    return !over;
  };
  return {
    isOver: () => over,
    end,
    ended,
    step: async (work) => {
      if (!survives()) return silence;
      const value = await work();
      return survives() ? value : silence;
    },
  };
};

/** The store as a mortal process uses it. */
export const storeOf = (store: OutboxStore, life: Life): OutboxStore => ({
  list: () => life.step(store.list),
  append: (entries) => life.step(() => store.append(entries)),
  patch: (entries) => life.step(() => store.patch(entries)),
  remove: (ids) => life.step(() => store.remove(ids)),
  clear: () => life.step(store.clear),
  onForeignChange: (listener) =>
    store.onForeignChange(() => {
      if (!life.isOver()) listener();
    }),
});
