import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Suspense, useState, type ReactNode } from "react";
import type { OpenSheet } from "#shared/application/sheet/sheetState.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "../screens/ExcelContext.ts";
import { PlaceMenu } from "./PlaceMenu.tsx";
import type { PlaceId, Tool } from "./tool.ts";

const useStyles = makeStyles({
  bar: { paddingInline: tokens.spacingHorizontalM, paddingBlockStart: tokens.spacingVerticalS },
});

const KEPT = "pane.place";

export interface PlacesProps {
  readonly open: OpenSheet;
  readonly tools: readonly Tool[];
  /** The table of OKRs. It stays as it is while a tool is open. */
  readonly okrs: ReactNode;
}

/** The table of OKRs and the tools beside it, one at a time. Somebody who comes back is where they were. */
export const Places = ({ open, tools, okrs }: PlacesProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const { keep } = useExcel().deps;
  const [place, setPlace] = useState<PlaceId>(() => tools.find(({ id }) => id === keep.get(KEPT))?.id ?? "okrs");
  const go = (to: PlaceId): void => {
    keep.set(KEPT, to);
    setPlace(to);
  };
  const tool = tools.find(({ id }) => id === place);
  if (tools.length === 0) return okrs;
  return (
    <>
      <div className={styles.bar}>
        <PlaceMenu place={place} tools={tools} onGo={go} />
      </div>
      <div hidden={tool !== undefined}>{okrs}</div>
      {tool ? (
        <Suspense fallback={<Spinner label={messages.app.loading} />}>
          <tool.Screen open={open} onLeave={() => go("okrs")} />
        </Suspense>
      ) : undefined}
    </>
  );
};
