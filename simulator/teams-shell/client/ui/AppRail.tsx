import { makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import {
  AlertFilled,
  AlertRegular,
  ChatFilled,
  ChatRegular,
  PeopleTeamFilled,
  PeopleTeamRegular,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { postsTab, type Place } from "../shell/state.ts";
import { AppIcon } from "./AppIcon.tsx";
import { useNarrow } from "./useNarrow.ts";
import { useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  rail: { width: "72px", flexShrink: 0, paddingBlock: tokens.spacingVerticalXS, overflowY: "auto" },
  railNarrow: {
    width: "auto",
    paddingBlock: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowX: "auto",
  },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  listNarrow: { flexDirection: "row", justifyContent: "space-around" },
  button: {
    position: "relative",
    width: "100%",
    minHeight: "60px",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalXXS,
    paddingInline: tokens.spacingHorizontalXXS,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":hover .rail-icon": { color: tokens.colorNeutralForeground2BrandHover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-3px",
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::before": {
      content: '""',
      position: "absolute",
      insetInlineStart: "3px",
      top: "14px",
      bottom: "14px",
      width: "3px",
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
    "& .rail-icon": { color: tokens.colorCompoundBrandForeground1 },
  },
  currentNarrow: {
    "::before": {
      content: '""',
      top: 0,
      bottom: "auto",
      insetInlineStart: "25%",
      insetInlineEnd: "25%",
      width: "auto",
      height: "3px",
    },
  },
  itemNarrow: { flexGrow: 1, minWidth: "56px" },
  icon: { display: "grid", placeItems: "center", height: "28px", fontSize: "24px" },
  label: { maxWidth: "100%", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface Item {
  readonly key: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly current: boolean;
  readonly open: () => void;
}

const RailItem = ({ label, icon, current, open }: Item) => {
  const styles = useStyles();
  const narrow = useNarrow();
  return (
    <li className={narrow ? styles.itemNarrow : undefined}>
      <button
        type="button"
        className={mergeClasses(styles.button, current && styles.current, current && narrow && styles.currentNarrow)}
        aria-current={current ? "page" : undefined}
        onClick={open}
      >
        <span className={mergeClasses(styles.icon, "rail-icon")}>{icon}</span>
        <span className={styles.label}>{label}</span>
      </button>
    </li>
  );
};

const useItems = (): readonly Item[] => {
  const texts = useTexts();
  const narrow = useNarrow();
  const { session, navigation } = useShell();
  const place = useShellState((state) => state.place);
  const firstTab = session.app.staticTabs[0];
  const firstChannel = session.teams[0]?.channels[0];
  const inTeams = place.kind === "teams" || place.kind === "channel";
  // A wide shell shows a channel beside the list at once; a narrow one shows the list first.
  const teamsPlace: Place =
    narrow || firstChannel === undefined
      ? { kind: "teams" }
      : { kind: "channel", channelId: firstChannel.id, tabId: postsTab };
  const item = (key: string, label: string, icon: ReactNode, current: boolean, target: Place): Item => ({
    key,
    label,
    icon,
    current,
    open: () => navigation.go(target),
  });
  const { kind } = place;
  return [
    item("activity", texts.activity, kind === "activity" ? <AlertFilled /> : <AlertRegular />, kind === "activity", {
      kind: "activity",
    }),
    item("chat", texts.chat, kind === "chat" ? <ChatFilled /> : <ChatRegular />, kind === "chat", { kind: "chat" }),
    item("teams", texts.teams, inTeams ? <PeopleTeamFilled /> : <PeopleTeamRegular />, inTeams, teamsPlace),
    ...(firstTab === undefined
      ? []
      : [
          item("app", session.app.name, <AppIcon app={session.app} size={26} />, kind === "app", {
            kind: "app",
            entityId: firstTab.entityId,
          }),
        ]),
  ];
};

export const AppRail = () => {
  const styles = useStyles();
  const texts = useTexts();
  const narrow = useNarrow();
  const items = useItems();
  const arrows = useArrowNavigationGroup({ axis: narrow ? "horizontal" : "vertical", memorizeCurrent: true });
  return (
    <nav aria-label={texts.apps} className={mergeClasses(styles.rail, narrow && styles.railNarrow)}>
      <ul className={mergeClasses(styles.list, narrow && styles.listNarrow)} {...arrows}>
        {items.map((item) => (
          <RailItem {...item} key={item.key} />
        ))}
      </ul>
    </nav>
  );
};
