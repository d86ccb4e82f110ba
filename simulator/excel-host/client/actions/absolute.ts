const REFERENCE_AT_END = /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/** F4: A1 → $A$1 → A$1 → $A1 → A1, for the reference at the end of the text. */
export const cycleAbsolute = (text: string): string =>
  text.replace(REFERENCE_AT_END, (_, columnMark: string, column: string, rowMark: string, row: string) => {
    const marks = `${columnMark}|${rowMark}`;
    if (marks === "|") return `$${column}$${row}`;
    if (marks === "$|$") return `${column}$${row}`;
    return marks === "|$" ? `$${column}${row}` : `${column}${row}`;
  });
