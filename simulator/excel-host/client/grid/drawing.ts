import type { Position, Rect } from "../../model/index.ts";
import type { LookReader } from "./cellLook.ts";
import type { Layout } from "./layout.ts";
import type { MeasureText } from "./textWidth.ts";

/** Everything the parts of the sheet need to be drawn. */
export interface Drawing {
  readonly layout: Layout;
  readonly reader: LookReader;
  readonly measure: MeasureText;
  readonly active: Position;
  readonly activeNote: string;
  readonly isDark: boolean;
  readonly showGridlines: boolean;
  readonly merged: readonly Rect[];
}
