import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { LinkRegular, MoreHorizontalRegular, SignOutRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { unsentEntries } from "#shared/application/outbox/pendingCheckIns.ts";
import { targetOf, type Place } from "#shared/application/place.ts";
import { SignOutDialog } from "../outbox/SignOutDialog.tsx";
import { useStore } from "../store.ts";
import { useUi } from "../UiContext.ts";
import type { OkrAppServices } from "./services.ts";
import { AdminMenuItem } from "./AdminMenuItem.tsx";

type Copying = "notYet" | "done" | "refused";

const COPY_TEXTS = { notYet: "copyLink", done: "linkCopied", refused: "linkNotCopied" } as const;

export const MoreMenu = ({
  services,
  place,
  label,
  onAdmin,
}: {
  readonly services: Pick<OkrAppServices, "signIn" | "host" | "outbox" | "drafts" | "signOut" | "manage">;
  readonly place: Place;
  readonly label: string;
  readonly onAdmin: () => void;
}) => {
  const { messages } = useUi();
  const [name, setName] = useState<string>();
  const [copying, setCopying] = useState<Copying>("notYet");
  /** How much would be lost by signing out; 0: nobody wants to. */
  const [atStake, setAtStake] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const unsent = unsentEntries(useStore(services.outbox.state).entries).length;
  const wantToLeave = (): void => {
    const only = unsent + services.drafts.count();
    if (only > 0) setAtStake(only);
    else void services.signOut();
  };
  useEffect(() => {
    let mounted = true;
    const ask = async (): Promise<void> => {
      const person = await services.signIn.current();
      if (mounted && person.ok) setName(person.value.name);
    };
    void ask();
    return () => {
      mounted = false;
    };
  }, [services.signIn]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(services.host.linkTo(targetOf(place), label));
      setCopying("done");
    } catch {
      // A frame may write there only when the page around it says so.
      setCopying("refused");
    }
  };
  /** The menu that opened the dialog is gone, and as long as the focus is nowhere the page stays hidden from screen readers. */
  const comeBack = (): void => {
    setAtStake(0);
    button.current?.focus();
  };
  return (
    <>
      {atStake > 0 ? (
        <SignOutDialog
          count={atStake}
          onStay={comeBack}
          onSignOut={() => {
            comeBack();
            void services.signOut();
          }}
        />
      ) : undefined}
      <Menu onOpenChange={() => setCopying("notYet")}>
        <MenuTrigger disableButtonEnhancement>
          <Button
            ref={(element: HTMLButtonElement | null) => {
              button.current = element;
            }}
            style={{ flexShrink: 0 }}
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={messages.app.settings}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<LinkRegular />} persistOnClick onClick={() => void copy()}>
              {messages.objective[COPY_TEXTS[copying]]}
            </MenuItem>
            {services.manage ? (
              <AdminMenuItem manage={services.manage} signIn={services.signIn} onOpen={onAdmin} />
            ) : undefined}
            <MenuGroup>
              {name === undefined ? undefined : <MenuGroupHeader>{messages.app.signedInAs(name)}</MenuGroupHeader>}
              <MenuItem icon={<SignOutRegular />} onClick={wantToLeave}>
                {messages.app.signOut}
              </MenuItem>
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
};
