import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { PeopleTeamRegular } from "@fluentui/react-icons";
import { channelOf, type Place } from "../shell/state.ts";
import { ChannelView } from "./ChannelView.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { TeamList } from "./TeamList.tsx";
import { useNarrow } from "./useNarrow.ts";
import { useShell, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  view: { flexGrow: 1, minWidth: 0, display: "flex" },
  list: {
    width: "clamp(220px, 24%, 320px)",
    flexShrink: 0,
    display: "flex",
    backgroundColor: tokens.colorNeutralBackground2,
    borderInlineEndWidth: "1px",
    borderInlineEndStyle: "solid",
    borderInlineEndColor: tokens.colorNeutralStroke2,
  },
  listNarrow: { width: "100%", flexShrink: 1, borderInlineEndWidth: "0" },
});

/** Teams and channels: side by side where there is room, otherwise one after the other. */
export const TeamsView = ({ place }: { readonly place: Extract<Place, { kind: "teams" | "channel" }> }) => {
  const styles = useStyles();
  const texts = useTexts();
  const narrow = useNarrow();
  const { session } = useShell();
  const found = place.kind === "channel" ? channelOf(session, place.channelId) : undefined;
  if (session.teams.length === 0) {
    return <EmptyState icon={<PeopleTeamRegular />} title={texts.noTeams} text={texts.noTeamsHint} />;
  }
  return (
    <div className={styles.view}>
      {(!narrow || found === undefined) && (
        <div className={mergeClasses(styles.list, narrow && styles.listNarrow)}>
          <TeamList current={place.kind === "channel" ? place.channelId : undefined} />
        </div>
      )}
      {!narrow && found === undefined && (
        <EmptyState icon={<PeopleTeamRegular />} title={texts.chooseChannel} text={texts.chooseChannelHint} />
      )}
      {found !== undefined && place.kind === "channel" && (
        <ChannelView key={found.channel.id} team={found.team} channel={found.channel} tabId={place.tabId} />
      )}
    </div>
  );
};
