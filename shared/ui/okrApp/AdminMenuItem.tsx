import { MenuItem } from "@fluentui/react-components";
import { SettingsRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { useUi } from "../UiContext.ts";
import type { ManageServices } from "./manageServices.ts";
import { useManage } from "./useManage.ts";
import type { SignIn } from "#shared/ports/signIn.ts";

export interface AdminMenuItemProps {
  readonly manage: () => Promise<ManageServices>;
  readonly signIn: Pick<SignIn, "current">;
  readonly onOpen: () => void;
}

/** Shown to owners who are known as such, and to everybody while nobody has set rights yet. */
export const AdminMenuItem = ({ manage, signIn, onOpen }: AdminMenuItemProps) => {
  const { messages } = useUi();
  const services = useManage(manage);
  const [may, setMay] = useState(false);
  useEffect(() => {
    let mounted = true;
    const ask = async (): Promise<void> => {
      if (!services) return;
      const [me, leadership] = await Promise.all([signIn.current(), services.admin.leadership()]);
      if (!mounted || !me.ok || !leadership.ok) return;
      setMay(leadership.value?.owners.some(({ id }) => id === me.value.id) ?? true);
    };
    void ask();
    return () => {
      mounted = false;
    };
  }, [services, signIn]);
  return may ? (
    <MenuItem icon={<SettingsRegular />} onClick={onOpen}>
      {messages.app.administration}
    </MenuItem>
  ) : undefined;
};
