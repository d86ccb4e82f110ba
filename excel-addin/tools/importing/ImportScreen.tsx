import { useState } from "react";
import { useExcel } from "../../screens/ExcelContext.ts";
import type { ToolProps } from "../tool.ts";
import { composeImport } from "./compose.ts";
import { ImportSteps } from "./ImportSteps.tsx";

/** From a sheet somebody has already to drafts of ours. */
export const ImportScreen = ({ open }: ToolProps) => {
  const services = useExcel();
  const [desk] = useState(() =>
    composeImport(services, () => {
      const now = services.session.state.get();
      return now.kind === "ready" ? now.frame : open.frame;
    }),
  );
  return <ImportSteps desk={desk} frame={open.frame} />;
};
