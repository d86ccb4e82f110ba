/** How far a page has come, as far as the shell can know. [TS8] */
export type LoadState =
  | { readonly type: "loading" }
  /** The page draws something but is not ready; the indicator is gone, the time limit still runs. */
  | { readonly type: "loaded" }
  | { readonly type: "ready" }
  | { readonly type: "failed"; readonly reason: string; readonly message?: string }
  | { readonly type: "timedOut" };

export type LoadEvent =
  | { readonly type: "initialized" }
  | { readonly type: "appLoaded" }
  | { readonly type: "success" }
  | { readonly type: "expectedFailure" }
  | { readonly type: "failure"; readonly reason: string; readonly message?: string }
  | { readonly type: "limitReached" }
  /** The person asked to load the page once more. */
  | { readonly type: "retried" };

export const firstLoadState = (showsIndicator: boolean): LoadState => ({ type: showsIndicator ? "loading" : "ready" });

/**
 * Without `showLoadingIndicator` a page need not report success: initialising is enough. With it, only success or an
 * expected failure counts. Source: manifest reference, `showLoadingIndicator`.
 */
export const nextLoadState = (state: LoadState, event: LoadEvent, showsIndicator: boolean): LoadState => {
  switch (event.type) {
    case "initialized":
    case "retried":
      return firstLoadState(showsIndicator);
    case "appLoaded":
      return state.type === "loading" ? { type: "loaded" } : state;
    case "success":
    case "expectedFailure":
      return { type: "ready" };
    case "failure":
      return {
        type: "failed",
        reason: event.reason,
        ...(event.message === undefined ? {} : { message: event.message }),
      };
    case "limitReached":
      return state.type === "loading" || state.type === "loaded" ? { type: "timedOut" } : state;
  }
};
