/** The text as a regular expression with the flag `u` that finds just it. */
export const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
