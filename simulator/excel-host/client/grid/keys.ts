export type Direction = "up" | "down" | "left" | "right";

/** What a key press asks the grid to do while no cell is being edited. */
export type GridIntent =
  | {
      readonly type: "move";
      readonly direction: Direction;
      readonly by: "cell" | "edge" | "page";
      readonly extend: boolean;
    }
  | { readonly type: "goHome"; readonly of: "row" | "sheet"; readonly extend: boolean }
  | { readonly type: "goToLastCell"; readonly extend: boolean }
  | { readonly type: "cycle"; readonly order: "rows" | "columns"; readonly by: 1 | -1 }
  | { readonly type: "edit"; readonly keepText: boolean }
  | { readonly type: "startTyping" }
  | { readonly type: "changeSheet"; readonly by: 1 | -1 }
  | { readonly type: "collapseSelection" }
  | { readonly type: SimpleIntent };

type SimpleIntent =
  | "clear"
  | "selectAll"
  | "selectRows"
  | "selectColumns"
  | "undo"
  | "redo"
  | "fillDown"
  | "fillRight"
  | "openCellMenu"
  | "openContextMenu"
  | "insertLines"
  | "deleteLines"
  | "bold"
  | "italic"
  | "underline"
  | "toggleFilter"
  | "insertToday"
  | "escape";

/** The part of a KeyboardEvent that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing?: boolean;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const CONTROL_KEYS: Readonly<Record<string, SimpleIntent>> = {
  a: "selectAll",
  z: "undo",
  y: "redo",
  d: "fillDown",
  r: "fillRight",
  b: "bold",
  i: "italic",
  u: "underline",
  ";": "insertToday",
  "+": "insertLines",
  "=": "insertLines",
  "-": "deleteLines",
};

const CONTROL_SHIFT_KEYS: Readonly<Record<string, SimpleIntent>> = {
  z: "redo",
  l: "toggleFilter",
  "+": "insertLines",
  "=": "insertLines",
  _: "deleteLines",
};

const arrow = (press: KeyPress, direction: Direction, control: boolean): GridIntent => {
  if (press.altKey) return { type: "openCellMenu" };
  return { type: "move", direction, by: control ? "edge" : "cell", extend: press.shiftKey };
};

const page = (press: KeyPress, direction: "up" | "down", control: boolean): GridIntent => {
  const forward = direction === "down";
  if (control) return { type: "changeSheet", by: forward ? 1 : -1 };
  const sideways: Direction = forward ? "right" : "left";
  return { type: "move", direction: press.altKey ? sideways : direction, by: "page", extend: press.shiftKey };
};

const named = (press: KeyPress, control: boolean): GridIntent | undefined => {
  const extend = press.shiftKey;
  switch (press.key) {
    case "PageUp":
      return page(press, "up", control);
    case "PageDown":
      return page(press, "down", control);
    case "Home":
      return { type: "goHome", of: control ? "sheet" : "row", extend };
    case "End":
      return control ? { type: "goToLastCell", extend } : { type: "move", direction: "right", by: "edge", extend };
    case "Tab":
      return control ? undefined : { type: "cycle", order: "rows", by: press.shiftKey ? -1 : 1 };
    case "Enter":
      return { type: "cycle", order: "columns", by: press.shiftKey ? -1 : 1 };
    case "F2":
      return { type: "edit", keepText: true };
    case "Backspace":
      return control ? { type: "collapseSelection" } : { type: "edit", keepText: false };
    case "Delete":
      return { type: "clear" };
    case "Escape":
      return { type: "escape" };
    case "ContextMenu":
      return { type: "openContextMenu" };
    case "F10":
      return press.shiftKey ? { type: "openContextMenu" } : undefined;
    default:
      return undefined;
  }
};

const typesText = (press: KeyPress): boolean =>
  press.isComposing === true || press.key === "Process" || press.key === "Dead" || [...press.key].length === 1;

/** Undefined: the key means nothing to the grid and is left to the browser (copy, cut and paste among them). */
export const intentOf = (press: KeyPress): GridIntent | undefined => {
  const control = (press.ctrlKey || press.metaKey) && !(press.ctrlKey && press.altKey);
  const direction = DIRECTIONS[press.key];
  if (direction !== undefined) return arrow(press, direction, control);
  if (press.key === " " && (control || press.shiftKey)) {
    if (control && press.shiftKey) return { type: "selectAll" };
    return { type: control ? "selectColumns" : "selectRows" };
  }
  const special = named(press, control);
  if (special !== undefined) return special;
  if (control) {
    const type = (press.shiftKey ? CONTROL_SHIFT_KEYS : CONTROL_KEYS)[press.key.toLowerCase()];
    return type === undefined ? undefined : { type };
  }
  return typesText(press) ? { type: "startTyping" } : undefined;
};
