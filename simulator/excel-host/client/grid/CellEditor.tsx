import { makeStyles, tokens } from "@fluentui/react-components";
import type { JSX, KeyboardEvent as ReactKeyboardEvent } from "react";
import { useEffect, useLayoutEffect, useRef } from "react";
import { containsCell, formatAt, rect, type Rect } from "../../model/index.ts";
import { cycleAbsolute } from "../actions/absolute.ts";
import { cancelEdit, changeEditText, finishEdit, type AfterEntry } from "../actions/editing.ts";
import { useSession, type ExcelSession } from "../session.ts";
import type { EditSession } from "../uiState.ts";
import { screenBox, type Layout } from "./layout.ts";
import type { Direction } from "./keys.ts";

const useStyles = makeStyles({
  editor: {
    position: "absolute",
    boxSizing: "border-box",
    margin: 0,
    padding: "0 3px",
    resize: "none",
    overflow: "hidden",
    lineHeight: 1.2,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: "2px solid var(--grid-accent)",
    boxShadow: tokens.shadow8,
    outlineStyle: "none",
    fontFamily: 'Calibri, Carlito, "Segoe UI", sans-serif',
    zIndex: 1,
  },
});

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const leavingKey = (event: ReactKeyboardEvent, mode: EditSession["mode"]): AfterEntry | undefined => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return { type: "fillSelection" };
  if (event.key === "Enter" && !event.altKey) return { type: "cycle", order: "columns", by: event.shiftKey ? -1 : 1 };
  if (event.key === "Tab") return { type: "cycle", order: "rows", by: event.shiftKey ? -1 : 1 };
  const direction = ARROWS[event.key];
  return mode === "entering" && direction !== undefined ? { type: "move", direction } : undefined;
};

const insertLineBreak = (session: ExcelSession, field: HTMLTextAreaElement | HTMLInputElement): void => {
  const { selectionStart, selectionEnd, value } = field;
  const start = selectionStart ?? value.length;
  changeEditText(session, `${value.slice(0, start)}\n${value.slice(selectionEnd ?? start)}`);
  requestAnimationFrame(() => field.setSelectionRange(start + 1, start + 1));
};

/** Keys while a cell is edited, in the cell as well as in the formula bar. */
export const handleEditorKey = (
  session: ExcelSession,
  event: ReactKeyboardEvent<HTMLTextAreaElement | HTMLInputElement>,
): void => {
  const { edit } = session.ui.get();
  if (edit === null || event.nativeEvent.isComposing) return;
  event.stopPropagation();
  if (event.key === "F6") return;
  const after = leavingKey(event, edit.mode);
  if (after !== undefined) {
    event.preventDefault();
    finishEdit(session, after);
  } else if (event.key === "Escape") {
    event.preventDefault();
    cancelEdit(session);
  } else if (event.key === "Enter") {
    event.preventDefault();
    insertLineBreak(session, event.currentTarget);
  } else if (event.key === "F2") {
    event.preventDefault();
    session.ui.patch({ edit: { ...edit, mode: edit.mode === "editing" ? "entering" : "editing" } });
  } else if (event.key === "F4" && edit.text.startsWith("=")) {
    event.preventDefault();
    changeEditText(session, cycleAbsolute(edit.text));
  }
};

/** Grows with the text to the right and downwards. */
const useFitting = (edit: EditSession, width: number, height: number): React.RefObject<HTMLTextAreaElement | null> => {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    element.style.whiteSpace = "pre";
    const room = (element.parentElement?.clientWidth ?? width) - element.offsetLeft - 8;
    element.style.width = `${Math.min(Math.max(width, element.scrollWidth + 14), Math.max(width, room))}px`;
    element.style.whiteSpace = "pre-wrap";
    element.style.height = `${Math.max(height, element.scrollHeight + 4)}px`;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- measured anew for every text
  }, [edit.text, width, height]);
  return field;
};

const editedArea = ({ workbook }: ExcelSession, { cell: { row, column } }: EditSession): Rect =>
  workbook.activeSheet.merged.find((area) => containsCell(area, row, column)) ?? rect(row, column);

export const CellEditor = ({ edit, layout }: { readonly edit: EditSession; readonly layout: Layout }): JSX.Element => {
  const session = useSession();
  const styles = useStyles();
  const { left, top, width, height } = screenBox(layout, editedArea(session, edit));
  const field = useFitting(edit, width + 1, height + 1);
  const { fontSize } = formatAt(session.workbook.activeSheet, edit.cell.row, edit.cell.column);
  const isInCell = edit.place === "cell";
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || !isInCell) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [field, isInCell]);
  const { attempt } = edit;
  useEffect(() => {
    if (attempt === undefined || !isInCell) return;
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [field, attempt, isInCell]);
  return (
    <textarea
      ref={field}
      aria-label="Cell editor"
      className={styles.editor}
      style={{ left: left - 1, top: top - 1, fontSize: `${fontSize}pt` }}
      dir="auto"
      rows={1}
      spellCheck={false}
      value={edit.text}
      onChange={({ target }) => changeEditText(session, target.value)}
      onKeyDown={(event) => handleEditorKey(session, event)}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      onFocus={() => {
        if (!isInCell) session.ui.patch({ edit: { ...edit, place: "cell", mode: "editing" } });
      }}
    />
  );
};
