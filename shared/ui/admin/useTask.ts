import { useCallback, useState } from "react";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { SignIn } from "#shared/ports/signIn.ts";

/** Work that may need consent: after that it is done again. */
export interface Task<E> {
  readonly state: "idle" | "working" | "done" | "failed";
  readonly error?: E;
  readonly run: (work: () => Promise<Result<unknown, E>>) => Promise<void>;
  /** Asks for what was missing, straight from the click, and goes on. */
  readonly allow: () => Promise<void>;
}

export const useTask = <E extends { readonly type: string }>(signIn: Pick<SignIn, "interact">): Task<E> => {
  const [state, setState] = useState<Task<E>["state"]>("idle");
  const [failed, setFailed] = useState<{ readonly error: E; readonly work: () => Promise<Result<unknown, E>> }>();
  const run = useCallback(async (work: () => Promise<Result<unknown, E>>): Promise<void> => {
    setState("working");
    const result = await work();
    setFailed(result.ok ? undefined : { error: result.error, work });
    setState(result.ok ? "done" : "failed");
  }, []);
  const allow = useCallback(async (): Promise<void> => {
    const scopes = failed && scopesIn(failed.error);
    if (!failed || !scopes) return;
    const signedIn = await signIn.interact(scopes);
    if (signedIn.ok) await run(failed.work);
  }, [failed, run, signIn]);
  return { state, run, allow, ...(failed ? { error: failed.error } : {}) };
};

/** What somebody has to allow before it can go on; undefined when that would not help. */
export const scopesIn = (error: { readonly type: string }): readonly string[] | undefined =>
  isSignInNeeded(error) ? error.scopes : undefined;

const isSignInNeeded = (error: {
  readonly type: string;
}): error is Extract<AccessError, { readonly type: "SignInNeeded" }> => error.type === "SignInNeeded";
