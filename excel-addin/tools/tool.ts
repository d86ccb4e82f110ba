import type { ComponentType, LazyExoticComponent, ReactElement } from "react";
import type { OpenSheet } from "#shared/application/sheet/sheetState.ts";
import type { ExcelMessages } from "../text/en.ts";

/** A place in the pane: the table of OKRs, or one of the tools beside it. Its name is in the texts. */
export type PlaceId = keyof ExcelMessages["places"]["names"];
export type ToolId = Exclude<PlaceId, "okrs">;

export interface ToolProps {
  /** The table of OKRs as it is now; tools may work with it or beside it. */
  readonly open: OpenSheet;
  /** Back to the table of OKRs. */
  readonly onLeave: () => void;
}

/** A tool of the pane. Its screen, texts and use cases are fetched when somebody opens it. */
export interface Tool {
  readonly id: ToolId;
  readonly icon: ReactElement;
  readonly Screen: LazyExoticComponent<ComponentType<ToolProps>>;
}
