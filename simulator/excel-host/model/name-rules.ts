import { parseAddress } from "./address.ts";

/** Excel's rule for names of ranges and tables: a letter, _ or \ first, no spaces, no cell address, 255 at most. */
export const isDefinedNameText = (name: string): boolean =>
  name.length <= 255 && /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && !/^[rc]$/i.test(name) && !parseAddress(name);
