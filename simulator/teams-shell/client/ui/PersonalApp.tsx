import { makeStyles, mergeClasses, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { DocumentErrorRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { contentPage } from "../shell/state.ts";
import { AppFrame } from "./AppFrame.tsx";
import { AppIcon } from "./AppIcon.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { PageActions } from "./PageActions.tsx";
import { useNarrow } from "./useNarrow.ts";
import { useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  view: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column" },
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalL,
    minHeight: "52px",
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  headerNarrow: { paddingInline: tokens.spacingHorizontalS, gap: tokens.spacingHorizontalXS },
  tabs: { flexGrow: 1, minWidth: 0, overflowX: "auto" },
});

const Header = ({ entityId }: { readonly entityId: string }) => {
  const styles = useStyles();
  const texts = useTexts();
  const narrow = useNarrow();
  const { session, navigation } = useShell();
  const { app } = session;
  return (
    <div className={mergeClasses(styles.header, narrow && styles.headerNarrow)}>
      {!narrow && (
        <>
          <AppIcon app={app} size={28} />
          <Text as="h1" weight="semibold" size={400}>
            {app.name}
          </Text>
        </>
      )}
      <TabList
        className={styles.tabs}
        aria-label={texts.appTabs(app.name)}
        selectedValue={entityId}
        onTabSelect={(_event, { value }) => navigation.go({ kind: "app", entityId: String(value) })}
      >
        {app.staticTabs.map((tab) => (
          <Tab key={tab.entityId} value={tab.entityId}>
            {tab.name}
          </Tab>
        ))}
      </TabList>
      <PageActions />
    </div>
  );
};

/** The app opened from the rail: its static tabs. */
export const PersonalApp = ({ entityId }: { readonly entityId: string }) => {
  const styles = useStyles();
  const texts = useTexts();
  const { session, store } = useShell();
  const visit = useShellState((state) => state.visit);
  // One page per visit; `visit` is what makes it a new one.
  const page = useMemo(() => (visit > 0 ? contentPage(store.get(), session) : undefined), [visit, store, session]);
  return (
    <div className={styles.view}>
      <Header entityId={entityId} />
      {page === undefined ? (
        <EmptyState icon={<DocumentErrorRegular />} title={session.app.name} text={texts.noPage} />
      ) : (
        <AppFrame key={page.id} page={page} />
      )}
    </div>
  );
};
