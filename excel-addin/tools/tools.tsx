import {
  ClipboardTaskListLtrRegular,
  DataBarVerticalRegular,
  TableArrowUpRegular,
  TaskListSquareLtrRegular,
  TableEditRegular,
  LightbulbRegular,
  MathFormulaRegular,
  PlugConnectedRegular,
} from "@fluentui/react-icons";
import { lazy } from "react";
import type { Tool } from "./tool.ts";

const LiveCells = lazy(async () => ({ default: (await import("./liveCells/LiveCellsScreen.tsx")).LiveCellsScreen }));
const Formulas = lazy(async () => ({ default: (await import("./formulas/FormulasScreen.tsx")).FormulasScreen }));

/** Every tool of the pane, in the order in which they are offered. */
export const TOOLS: readonly Tool[] = [
  {
    id: "checkIns",
    icon: <TaskListSquareLtrRegular />,
    Screen: lazy(async () => ({ default: (await import("./checkIns/CheckInTool.tsx")).CheckInTool })),
  },
  {
    id: "initiatives",
    icon: <ClipboardTaskListLtrRegular />,
    Screen: lazy(async () => ({ default: (await import("./initiatives/InitiativeTool.tsx")).InitiativeTool })),
  },
  {
    id: "summary",
    icon: <DataBarVerticalRegular />,
    Screen: lazy(async () => ({ default: (await import("./summary/SummaryScreen.tsx")).SummaryScreen })),
  },
  {
    id: "bulk",
    icon: <TableEditRegular />,
    Screen: lazy(async () => ({ default: (await import("./bulk/BulkScreen.tsx")).BulkScreen })),
  },
  {
    id: "hints",
    icon: <LightbulbRegular />,
    Screen: lazy(async () => ({ default: (await import("./hints/HintsScreen.tsx")).HintsScreen })),
  },
  {
    id: "import",
    icon: <TableArrowUpRegular />,
    Screen: lazy(async () => ({ default: (await import("./importing/ImportScreen.tsx")).ImportScreen })),
  },
  { id: "liveCells", icon: <PlugConnectedRegular />, Screen: LiveCells },
  { id: "formulas", icon: <MathFormulaRegular />, Screen: Formulas },
];
