import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";

export interface FewProps<T> {
  readonly items: readonly T[];
  /** So many are shown until somebody wants to see all of them. */
  readonly most: number;
  readonly showAll: (n: number) => string;
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** A list of which the beginning says enough. */
export const Few = <T,>({ items, most, showAll, children }: FewProps<T>) => {
  const [all, setAll] = useState(false);
  // One more is no more to read than the button.
  const isShort = all || items.length <= most + 1;
  return (
    <>
      {children(isShort ? items : items.slice(0, most))}
      {isShort ? undefined : (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {showAll(items.length)}
          </Button>
        </div>
      )}
    </>
  );
};
