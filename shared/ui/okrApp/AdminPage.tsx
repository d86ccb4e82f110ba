import { useEffect, useState } from "react";
import { AdminScreen, type AdminScreenProps } from "../admin/AdminScreen.tsx";
import type { ManageServices } from "./manageServices.ts";

/** Fetches what the administration needs, then shows it. */
export const AdminPage = ({
  manage,
  ...props
}: Omit<AdminScreenProps, "services"> & { readonly manage: () => Promise<ManageServices> }) => {
  const [services, setServices] = useState<ManageServices>();
  useEffect(() => {
    let mounted = true;
    const fetch = async (): Promise<void> => {
      const found = await manage();
      if (mounted) setServices(found);
    };
    void fetch();
    return () => {
      mounted = false;
    };
  }, [manage]);
  return services ? <AdminScreen services={services.admin} {...props} /> : undefined;
};
