import { createContext, useContext, useLayoutEffect, useState, type RefObject } from "react";

const NarrowContext = createContext(false);

export const NarrowProvider = NarrowContext.Provider;

/** True on phones and in a narrow column: one pane at a time, apps at the bottom. */
export const useNarrow = (): boolean => useContext(NarrowContext);

/** Pixels below which the list of teams and a channel do not fit beside each other. */
const narrowBelow = 640;

/** Measures the shell itself, not the window: the start page shows two clients side by side. */
export const useMeasuredNarrow = (element: RefObject<HTMLElement | null>, always: boolean): boolean => {
  const [narrow, setNarrow] = useState(always);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null || always) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setNarrow(entry.contentRect.width < narrowBelow);
    });
    observer.observe(current);
    setNarrow(current.getBoundingClientRect().width < narrowBelow);
    return () => observer.disconnect();
  }, [element, always]);
  return narrow;
};
