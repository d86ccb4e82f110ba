import {
  Avatar,
  Body1,
  Body1Strong,
  Button,
  Caption1,
  makeStyles,
  Spinner,
  Subtitle2,
  tokens,
} from "@fluentui/react-components";
import { AlertRegular, ErrorCircleRegular } from "@fluentui/react-icons";
import type { ActivityItem } from "../../wire.ts";
import { EmptyState } from "./EmptyState.tsx";
import { usePolled } from "./usePolled.ts";
import { useLocale, useShell, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  pane: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", overflowY: "auto" },
  inner: {
    width: "100%",
    maxWidth: "720px",
    boxSizing: "border-box",
    marginInline: "auto",
    padding: tokens.spacingHorizontalL,
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  item: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    width: "100%",
    textAlign: "start",
    justifyContent: "flex-start",
    padding: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightRegular,
  },
  words: { display: "flex", flexDirection: "column", minWidth: 0, flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  spinner: { margin: "auto" },
});

const Item = ({ item }: { readonly item: ActivityItem }) => {
  const styles = useStyles();
  const locale = useLocale();
  const shell = useShell();
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(item.at));
  return (
    <Button
      className={styles.item}
      disabledFocusable={item.link === undefined}
      onClick={() => item.link !== undefined && shell.follow(item.link)}
      icon={<Avatar icon={<AlertRegular />} color="brand" size={32} aria-hidden />}
    >
      <span className={styles.words}>
        <Body1Strong>{item.text}</Body1Strong>
        {item.preview !== undefined && <Body1>{item.preview}</Body1>}
        <Caption1 className={styles.quiet}>{when}</Caption1>
      </span>
    </Button>
  );
};

const Items = () => {
  const styles = useStyles();
  const texts = useTexts();
  const { api } = useShell();
  const { state, retry } = usePolled(api.activity);
  switch (state.kind) {
    case "loading":
      return <Spinner className={styles.spinner} />;
    case "failed":
      return (
        <EmptyState icon={<ErrorCircleRegular />} title={texts.activityFailed} text={state.message}>
          <Button onClick={retry}>{texts.tryAgain}</Button>
        </EmptyState>
      );
    case "ready":
      return state.value.length === 0 ? (
        <EmptyState icon={<AlertRegular />} title={texts.noActivity} text={texts.noActivityHint} />
      ) : (
        <ul className={styles.list}>
          {state.value.map((item) => (
            <li key={item.id}>
              <Item item={item} />
            </li>
          ))}
        </ul>
      );
  }
};

/** Notifications that apps have sent to this person. */
export const ActivityFeed = () => {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div className={styles.pane}>
      <div className={styles.inner}>
        <Subtitle2 as="h1">{texts.activity}</Subtitle2>
        <Items />
      </div>
    </div>
  );
};
