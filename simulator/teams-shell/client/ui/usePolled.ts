import { useCallback, useEffect, useState } from "react";
import type { Fetched } from "../shell/api.ts";

export type Polled<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly value: T }
  | { readonly kind: "failed"; readonly message: string };

/** Milliseconds between two looks while the page is visible; Teams itself is told by push. */
const interval = 5000;

/** Reads now and then again and again; a later failure leaves what was read before. */
export const usePolled = <T>(
  read: () => Promise<Fetched<T>>,
): { readonly state: Polled<T>; readonly retry: () => void } => {
  const [state, setState] = useState<Polled<T>>({ kind: "loading" });
  const refresh = useCallback(async () => {
    const answer = await read();
    setState((before) => {
      if (answer.ok) return { kind: "ready", value: answer.value };
      return before.kind === "ready" ? before : { kind: "failed", message: answer.message };
    });
  }, [read]);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === "visible") void refresh();
    };
    look();
    const timer = setInterval(look, interval);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh]);
  const retry = useCallback(() => {
    setState({ kind: "loading" });
    void refresh();
  }, [refresh]);
  return { state, retry };
};
