import { useEffect, useState } from "react";
import type { BulkDesk } from "#shared/application/bulk/bulkDesk.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { composeDesk } from "./compose.ts";

/** The OKR sheet as it is now, followed while the tool is open. */
export const useDesk = (frame: Frame): BulkDesk => {
  const services = useExcel();
  const [desk] = useState(() =>
    composeDesk(services, () => {
      const now = services.session.state.get();
      return now.kind === "ready" ? now.frame : frame;
    }),
  );
  useEffect(() => desk.start(), [desk]);
  return desk;
};
