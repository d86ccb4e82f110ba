/** Id of the element that draws a cell, by which the grid names its active one. */
export const cellId = (row: number, column: number): string => `cell-${row}-${column}`;
