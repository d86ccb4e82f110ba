import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  Tooltip,
} from "@fluentui/react-components";
import { AddRegular, ChevronDownRegular, DeleteRegular, SettingsRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { PinnedTab, ShellChannel } from "../../wire.ts";
import { postsTab, tabsOf } from "../shell/state.ts";
import { useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", minWidth: 0, flexGrow: 1, overflowX: "auto" },
});

interface TabMenuProps {
  readonly channelId: string;
  readonly tab: PinnedTab;
}

const RemovalQuestion = ({ channelId, tab, close }: TabMenuProps & { readonly close: () => void }) => {
  const texts = useTexts();
  const { configuration, notify } = useShell();
  const remove = async (): Promise<void> => {
    close();
    const problem = await configuration.forget(channelId, tab.id);
    if (problem !== undefined) notify("error", problem);
  };
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.removeTabTitle(tab.name)}</DialogTitle>
          <DialogContent>{texts.removeTabText}</DialogContent>
          <DialogActions>
            <Button onClick={close}>{texts.cancel}</Button>
            <Button appearance="primary" onClick={() => void remove()}>
              {texts.remove}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

/** What can be done with the pinned tab that is open. */
const TabMenu = ({ channelId, tab }: TabMenuProps) => {
  const texts = useTexts();
  const { session, configuration } = useShell();
  const [asking, setAsking] = useState(false);
  const canChange = session.app.configurableTab?.canUpdate === true;
  const remove = (): void => {
    if (tab.removeUrl === undefined) setAsking(true);
    else configuration.remove(channelId, tab);
  };
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content={texts.tabOptions(tab.name)} relationship="label">
            <Button appearance="subtle" size="small" icon={<ChevronDownRegular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {canChange && (
              <MenuItem icon={<SettingsRegular />} onClick={() => configuration.change(channelId, tab)}>
                {texts.tabSettings}
              </MenuItem>
            )}
            <MenuItem icon={<DeleteRegular />} onClick={remove}>
              {texts.tabRemove}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking && <RemovalQuestion channelId={channelId} tab={tab} close={() => setAsking(false)} />}
    </>
  );
};

export const ChannelTabs = ({ channel, tabId }: { readonly channel: ShellChannel; readonly tabId: string }) => {
  const styles = useStyles();
  const texts = useTexts();
  const { session, store, navigation, configuration } = useShell();
  // Both are parts of the state; `tabs` changes when a tab is pinned.
  const stored = useShellState((state) => state.tabs[channel.id]);
  const tabs = stored === undefined && session.guestPage === undefined ? [] : tabsOf(store.get(), session, channel.id);
  const current = tabs.find(({ id }) => id === tabId);
  return (
    <div className={styles.row}>
      <TabList
        aria-label={texts.channelTabs(channel.displayName)}
        selectedValue={current?.id ?? postsTab}
        onTabSelect={(_event, { value }) =>
          navigation.go({ kind: "channel", channelId: channel.id, tabId: String(value) })
        }
      >
        <Tab value={postsTab}>{texts.posts}</Tab>
        {tabs.map((tab) => (
          <Tab key={tab.id} value={tab.id}>
            {tab.name}
          </Tab>
        ))}
      </TabList>
      {current !== undefined && current.id !== "guest" && (
        <TabMenu key={current.id} channelId={channel.id} tab={current} />
      )}
      {session.app.configurableTab !== undefined && session.start.host !== "mobile" && (
        <Tooltip content={texts.addTab} relationship="label">
          <Button appearance="subtle" icon={<AddRegular />} onClick={() => configuration.add(channel.id)} />
        </Tooltip>
      )}
    </div>
  );
};
