/** Regular expression source for Excel's wildcards: `*`, `?`, and `~` before either for the sign itself. */
export const wildcardPattern = (text: string): string =>
  text.replaceAll(/~([*?~])|([*?])|([\s\S])/gu, (_, literal?: string, wild?: string, letter?: string) => {
    if (wild) return wild === "*" ? "[\\s\\S]*" : "[\\s\\S]";
    return (literal ?? letter ?? "").replace(/[.*+?^${}()|[\]\\]/u, String.raw`\$&`);
  });

/** Tests whole texts against wildcards, without regard to case. */
export const wildcardTest = (text: string): ((candidate: string) => boolean) => {
  const pattern = new RegExp(`^${wildcardPattern(text)}$`, "iu");
  return (candidate) => pattern.test(candidate);
};
