import type { Position, Rect } from "../model/address.ts";
import { createStore, type Store } from "./store.ts";

/** A cell being typed into. */
export interface EditSession {
  readonly sheetId: string;
  readonly cell: Position;
  readonly text: string;
  /** Text before typing began. */
  readonly original: string;
  /** While "entering" an arrow key finishes the entry; while "editing" (F2, double click) it moves the caret. */
  readonly mode: "entering" | "editing";
  readonly place: "cell" | "bar";
  /** Where in a formula's text the reference stands that was pointed at last with the mouse. */
  readonly pointedAt?: number;
  /** Counts refusals; after each one the text is selected anew. */
  readonly attempt?: number;
}

/** What was copied last from this workbook, so that a paste can bring formulas and formats along. */
export interface CopiedBlock {
  readonly sheetId: string;
  readonly area: Rect;
  readonly isCut: boolean;
  /** What was put on the system clipboard; a paste of any other text is foreign. */
  readonly text: string;
}

/** Something that floats over the grid; places in CSS pixels of the window. */
export type Popup =
  | { readonly type: "filter"; readonly sheetId: string; readonly tableId: string | null; readonly column: number }
  | { readonly type: "choices"; readonly cell: Position; readonly items: readonly string[] }
  | { readonly type: "contextMenu"; readonly x: number; readonly y: number; readonly on: "cells" | "rows" | "columns" };

export type Dialog =
  | {
      readonly type: "refusedEntry";
      readonly style: "Stop" | "Warning" | "Information";
      readonly title: string;
      readonly message: string;
    }
  | { readonly type: "message"; readonly title: string; readonly message: string }
  | { readonly type: "deleteSheet"; readonly sheetId: string }
  | { readonly type: "savedElsewhere"; readonly savedAt: string };

export interface DragPreview {
  readonly kind: "fill" | "move";
  readonly area: Rect;
}

export interface ColumnResize {
  readonly column: number;
  /** Pixels. */
  readonly width: number;
}

export type SaveState = "saved" | "saving" | "unsaved" | "failed";

export interface UiState {
  /** Corner that moves while the selection is extended. */
  readonly focus: Position;
  /** Column where a run of Tab keys began; Enter goes back below it. */
  readonly tabOrigin: number | null;
  readonly edit: EditSession | null;
  readonly copied: CopiedBlock | null;
  readonly popup: Popup | null;
  readonly dialog: Dialog | null;
  readonly drag: DragPreview | null;
  readonly resize: ColumnResize | null;
  readonly save: SaveState;
  /** Read out by screen readers. */
  readonly announcement: string;
}

const NOTHING_OPEN: UiState = {
  focus: { row: 0, column: 0 },
  tabOrigin: null,
  edit: null,
  copied: null,
  popup: null,
  dialog: null,
  drag: null,
  resize: null,
  save: "saved",
  announcement: "",
};

export interface UiStore extends Store<UiState> {
  readonly patch: (change: Partial<UiState>) => void;
}

export const createUiStore = (): UiStore => {
  const store = createStore(NOTHING_OPEN);
  return { ...store, patch: (change) => store.set({ ...store.get(), ...change }) };
};
