import { Spinner } from "@fluentui/react-components";
import { AdminScreen, type AdminScreenProps } from "../admin/AdminScreen.tsx";
import { useUi } from "../UiContext.ts";
import type { ManageServices } from "./manageServices.ts";
import { useManage } from "./useManage.ts";

/** Fetches what the administration needs, then shows it. */
export const AdminPage = ({
  manage,
  ...props
}: Omit<AdminScreenProps, "services"> & { readonly manage: () => Promise<ManageServices> }) => {
  const { messages } = useUi();
  const services = useManage(manage);
  return services ? (
    <AdminScreen services={services.admin} {...props} />
  ) : (
    <main>
      <Spinner label={messages.app.administration} />
    </main>
  );
};
