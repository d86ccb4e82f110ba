import { AuthError } from "@azure/msal-browser";

/** Rejects when the promise has not settled after that many milliseconds. */
export const within = async <T>(promise: Promise<T>, limitMs: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AuthError("timed_out", "")), limitMs);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
};
