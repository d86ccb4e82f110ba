/** `#RRGGBB` as the opaque colour of a file. */
export const argb = (color: string): { argb: string } => ({ argb: `FF${color.replace("#", "").toUpperCase()}` });
