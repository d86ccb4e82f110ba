import { makeStyles, tokens } from "@fluentui/react-components";
import type { JSX } from "react";
import { selectionOf } from "../model/index.ts";
import { summarise } from "./grid/summary.ts";
import { useSession, useWorkbook } from "./session.ts";
import { useStore } from "./store.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    minHeight: "24px",
    boxSizing: "border-box",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: "nowrap",
    overflow: "hidden",
  },
  mode: { marginInlineEnd: "auto", minWidth: 0, overflow: "hidden", textOverflow: "ellipsis" },
});

const modeText = (mode: "entering" | "editing" | undefined, announcement: string): string => {
  if (mode !== undefined) return mode === "entering" ? "Enter" : "Edit";
  return announcement === "" ? "Ready" : announcement;
};

/** What the cells are doing, and sums over the selection. */
export const StatusBar = (): JSX.Element => {
  const session = useSession();
  const workbook = useWorkbook();
  const styles = useStyles();
  const mode = useStore(session.ui, ({ edit }) => edit?.mode);
  const announcement = useStore(session.ui, (state) => state.announcement);
  const { count, numbers, sum } = summarise(workbook.activeSheet, selectionOf(workbook).areas);
  const format = new Intl.NumberFormat(workbook.culture.locale, { maximumFractionDigits: 2 });
  return (
    <div className={styles.bar} role="region" aria-label="Status bar">
      <span className={styles.mode} role="status">
        {modeText(mode, announcement)}
      </span>
      {count > 1 && numbers > 0 && <span>Average: {format.format(sum / numbers)}</span>}
      {count > 1 && <span>Count: {format.format(count)}</span>}
      {count > 1 && numbers > 0 && <span>Sum: {format.format(sum)}</span>}
    </div>
  );
};
