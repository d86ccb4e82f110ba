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

type Named = (press: KeyPress, control: boolean) => GridIntent | undefined;

const NAMED: Readonly<Record<string, Named>> = {
  PageUp: (press, control) => page(press, "up", control),
  PageDown: (press, control) => page(press, "down", control),
  Home: ({ shiftKey }, control) => ({ type: "goHome", of: control ? "sheet" : "row", extend: shiftKey }),
  End: ({ shiftKey }, control) =>
    control
      ? { type: "goToLastCell", extend: shiftKey }
      : { type: "move", direction: "right", by: "edge", extend: shiftKey },
  Tab: ({ shiftKey }, control) => (control ? undefined : { type: "cycle", order: "rows", by: shiftKey ? -1 : 1 }),
  Enter: ({ shiftKey }) => ({ type: "cycle", order: "columns", by: shiftKey ? -1 : 1 }),
  F2: () => ({ type: "edit", keepText: true }),
  Backspace: (_, control) => (control ? { type: "collapseSelection" } : { type: "edit", keepText: false }),
  Delete: () => ({ type: "clear" }),
  Escape: () => ({ type: "escape" }),
  ContextMenu: () => ({ type: "openContextMenu" }),
  F10: ({ shiftKey }) => (shiftKey ? { type: "openContextMenu" } : undefined),
};

const space = (press: KeyPress, control: boolean): GridIntent | undefined => {
  if (control && press.shiftKey) return { type: "selectAll" };
  if (control) return { type: "selectColumns" };
  return press.shiftKey ? { type: "selectRows" } : undefined;
};

const typesText = (press: KeyPress): boolean =>
  press.isComposing === true || press.key === "Process" || press.key === "Dead" || /^.$/su.test(press.key);

const withControl = (press: KeyPress): GridIntent | undefined => {
  const type = (press.shiftKey ? CONTROL_SHIFT_KEYS : CONTROL_KEYS)[press.key.toLowerCase()];
  return type === undefined ? undefined : { type };
};

/** Undefined: the key means nothing to the grid and is left to the browser (copy, cut and paste among them). */
export const intentOf = (press: KeyPress): GridIntent | undefined => {
  // Ctrl with Alt types characters on many keyboards.
  const control = (press.ctrlKey || press.metaKey) && !(press.ctrlKey && press.altKey);
  const direction = DIRECTIONS[press.key];
  if (direction !== undefined) return arrow(press, direction, control);
  const special = press.key === " " ? space(press, control) : NAMED[press.key]?.(press, control);
  if (special !== undefined) return special;
  if (control) return withControl(press);
  return typesText(press) ? { type: "startTyping" } : undefined;
};
