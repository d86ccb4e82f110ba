import { useEffect, useState } from "react";
import { useUi } from "../UiContext.ts";
import type { ManageServices } from "./manageServices.ts";

/** Milliseconds until what could not be fetched is tried again. */
const AGAIN_AFTER_MS = 10_000;

/** Fetches what publishes, tells histories and looks after the site; undefined until it is there. */
export const useManage = (manage: () => Promise<ManageServices>): ManageServices | undefined => {
  const { clock } = useUi();
  const [services, setServices] = useState<ManageServices>();
  useEffect(() => {
    let mounted = true;
    let cancel: () => void = () => undefined;
    const fetch = async (): Promise<void> => {
      try {
        const found = await manage();
        if (mounted) setServices(found);
      } catch {
        // No network at the moment, as everything else on the screen says.
        if (mounted) cancel = clock.after(AGAIN_AFTER_MS, () => void fetch());
      }
    };
    void fetch();
    return () => {
      mounted = false;
      cancel();
    };
  }, [manage, clock]);
  return services;
};
