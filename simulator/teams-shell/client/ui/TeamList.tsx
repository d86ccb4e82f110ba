import {
  Avatar,
  Body1,
  Input,
  makeStyles,
  mergeClasses,
  Subtitle2,
  tokens,
  Tree,
  TreeItem,
  TreeItemLayout,
} from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import type { ShellTeam } from "../../wire.ts";
import { postsTab } from "../shell/state.ts";
import { useShell, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  pane: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  top: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`,
  },
  tree: {
    flexGrow: 1,
    overflowY: "auto",
    paddingInline: tokens.spacingHorizontalS,
    paddingBlockEnd: tokens.spacingVerticalM,
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusMedium,
  },
  none: { padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

/** Below this many teams a filter only takes room. */
const filterFrom = 7;

const matching = (teams: readonly ShellTeam[], search: string): readonly ShellTeam[] => {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted === "") return teams;
  const has = (name: string): boolean => name.toLocaleLowerCase().includes(wanted);
  return teams.flatMap((team) => {
    if (has(team.displayName)) return [team];
    const channels = team.channels.filter(({ displayName }) => has(displayName));
    return channels.length === 0 ? [] : [{ ...team, channels }];
  });
};

/** Team ids whose channels are shown: few teams all at once, many only the one in use. */
const useOpenTeams = (teams: readonly ShellTeam[], current: string | undefined) =>
  useMemo(() => {
    const inUse = teams.filter(({ channels }) => channels.some(({ id }) => id === current));
    return (teams.length < filterFrom ? teams : inUse).map(({ id }) => id);
  }, [teams, current]);

const TeamBranch = ({ team, current }: { readonly team: ShellTeam; readonly current: string | undefined }) => {
  const styles = useStyles();
  const { navigation } = useShell();
  return (
    <TreeItem itemType="branch" value={team.id}>
      <TreeItemLayout
        iconBefore={<Avatar shape="square" size={24} color="colorful" name={team.displayName} aria-hidden />}
      >
        {team.displayName}
      </TreeItemLayout>
      <Tree>
        {team.channels.map((channel) => (
          <TreeItem
            key={channel.id}
            itemType="leaf"
            value={channel.id}
            aria-current={channel.id === current ? "page" : undefined}
            onClick={() => navigation.go({ kind: "channel", channelId: channel.id, tabId: postsTab })}
          >
            <TreeItemLayout className={mergeClasses(channel.id === current && styles.current)}>
              {channel.displayName}
            </TreeItemLayout>
          </TreeItem>
        ))}
      </Tree>
    </TreeItem>
  );
};

/** The person's teams and their channels. */
export const TeamList = ({ current }: { readonly current: string | undefined }) => {
  const styles = useStyles();
  const texts = useTexts();
  const { teams } = useShell().session;
  const [search, setSearch] = useState("");
  const shown = matching(teams, search);
  const open = useOpenTeams(teams, current);
  const [toggled, setToggled] = useState<readonly string[] | undefined>(undefined);
  const openItems = search === "" ? (toggled ?? open) : shown.map(({ id }) => id);
  return (
    <div className={styles.pane}>
      <div className={styles.top}>
        <Subtitle2 as="h1">{texts.yourTeams}</Subtitle2>
        {teams.length >= filterFrom && (
          <Input
            type="search"
            aria-label={texts.filterTeams}
            placeholder={texts.filterTeams}
            contentBefore={<SearchRegular />}
            value={search}
            onChange={(_event, { value }) => setSearch(value)}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <Body1 className={styles.none}>{texts.noMatch}</Body1>
      ) : (
        <Tree
          className={styles.tree}
          aria-label={texts.yourTeams}
          openItems={openItems}
          onOpenChange={(_event, { openItems: items }) => setToggled([...items].map(String))}
        >
          {shown.map((team) => (
            <TeamBranch key={team.id} team={team} current={current} />
          ))}
        </Tree>
      )}
    </div>
  );
};
