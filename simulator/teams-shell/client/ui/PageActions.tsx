import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip } from "@fluentui/react-components";
import { ArrowClockwiseRegular, LinkRegular, MoreVerticalRegular, OpenRegular } from "@fluentui/react-icons";
import { contentPage } from "../shell/state.ts";
import { useShell, useTexts } from "./useShell.ts";

/** What Teams offers for the page that is open. */
export const PageActions = () => {
  const texts = useTexts();
  const shell = useShell();
  const page = () => contentPage(shell.store.get(), shell.session);
  const website = shell.session.app.staticTabs.find(({ entityId }) => entityId === page()?.place.entityId)?.websiteUrl;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={texts.tabOptions(shell.session.app.name)} relationship="label">
          <Button appearance="subtle" icon={<MoreVerticalRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<ArrowClockwiseRegular />} onClick={shell.reload}>
            {texts.reloadPage}
          </MenuItem>
          <MenuItem
            icon={<LinkRegular />}
            onClick={() => {
              const open = page();
              if (open !== undefined) shell.navigation.shareLink(open.id, {});
            }}
          >
            {texts.copyLink}
          </MenuItem>
          {website !== undefined && (
            <MenuItem icon={<OpenRegular />} onClick={() => shell.follow(website)}>
              {texts.openInBrowser}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
