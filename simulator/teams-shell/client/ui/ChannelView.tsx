import { Avatar, Button, makeStyles, mergeClasses, Text, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { ShellChannel, ShellTeam } from "../../wire.ts";
import { contentPage, postsTab } from "../shell/state.ts";
import { AppFrame } from "./AppFrame.tsx";
import { ChannelTabs } from "./ChannelTabs.tsx";
import { Feed } from "./Feed.tsx";
import { PageActions } from "./PageActions.tsx";
import { useNarrow } from "./useNarrow.ts";
import { useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  view: { flexGrow: 1, minWidth: 0, minHeight: 0, display: "flex", flexDirection: "column" },
  header: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXS,
    minHeight: "52px",
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  headerNarrow: { paddingInline: tokens.spacingHorizontalS },
  names: { display: "flex", flexDirection: "column", minWidth: 0 },
  name: {
    margin: 0,
    display: "block",
    lineHeight: tokens.lineHeightBase300,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  team: { color: tokens.colorNeutralForeground2 },
  tabs: { flexGrow: 1, minWidth: 0, display: "flex", alignItems: "center" },
  tabsNarrow: { flexBasis: "100%" },
  mirrored: { ":dir(rtl)": { transform: "scaleX(-1)" } },
});

interface ChannelProps {
  readonly team: ShellTeam;
  readonly channel: ShellChannel;
}

const ChannelName = ({ team, channel }: ChannelProps) => {
  const styles = useStyles();
  const texts = useTexts();
  const narrow = useNarrow();
  const { navigation } = useShell();
  return (
    <>
      {narrow && (
        <Tooltip content={texts.yourTeams} relationship="label">
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular className={styles.mirrored} />}
            onClick={() => navigation.go({ kind: "teams" })}
          />
        </Tooltip>
      )}
      <Avatar shape="square" size={32} color="colorful" name={team.displayName} aria-hidden />
      <div className={styles.names}>
        <Text as="h1" weight="semibold" size={400} className={styles.name}>
          {channel.displayName}
        </Text>
        <Text size={200} className={mergeClasses(styles.name, styles.team)}>
          {team.displayName}
        </Text>
      </div>
    </>
  );
};

/** A channel with its tabs; "Posts" is the shell's own, the others are pages of the app. */
export const ChannelView = ({ team, channel, tabId }: ChannelProps & { readonly tabId: string }) => {
  const styles = useStyles();
  const narrow = useNarrow();
  const { session, store } = useShell();
  const visit = useShellState((state) => state.visit);
  const page = useMemo(() => (visit > 0 ? contentPage(store.get(), session) : undefined), [visit, store, session]);
  return (
    <div className={styles.view}>
      <div className={mergeClasses(styles.header, narrow && styles.headerNarrow)}>
        <ChannelName team={team} channel={channel} />
        <div className={mergeClasses(styles.tabs, narrow && styles.tabsNarrow)}>
          <ChannelTabs channel={channel} tabId={tabId} />
          {page !== undefined && <PageActions />}
        </div>
      </div>
      {tabId === postsTab || page === undefined ? (
        <Feed team={team} channel={channel} />
      ) : (
        <AppFrame key={page.id} page={page} />
      )}
    </div>
  );
};
