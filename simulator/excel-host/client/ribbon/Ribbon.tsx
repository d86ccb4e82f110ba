import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import type { JSX } from "react";
import { useState } from "react";
import { AddinGroups, type AddinControls } from "./AddinGroups.tsx";
import { HomeGroups } from "./HomeGroups.tsx";
import type { Addin, AddinGroup, AddinTab } from "./manifest.ts";

const useStyles = makeStyles({
  ribbon: { flexShrink: 0, backgroundColor: tokens.colorNeutralBackground2, boxShadow: tokens.shadow2, zIndex: 1 },
  tabs: { paddingInline: tokens.spacingHorizontalXS },
  groups: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXXS,
    margin: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    minHeight: "40px",
    overflowX: "auto",
    overflowY: "hidden",
    scrollbarWidth: "thin",
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
});

/** Names of the host's own tabs that an add-in may add groups to. */
const BUILT_IN_TABS: Readonly<Record<string, string>> = {
  TabHome: "Home",
  TabInsert: "Insert",
  TabPageLayoutExcel: "Page Layout",
  TabFormulas: "Formulas",
  TabData: "Data",
  TabReview: "Review",
  TabView: "View",
  TabAddIns: "Add-ins",
};

interface ShownTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly AddinGroup[];
}

const labelOf = ({ builtInTabId, label, id }: AddinTab): string =>
  builtInTabId === undefined ? label : (BUILT_IN_TABS[builtInTabId] ?? id);

/** Home first, then the add-in's tabs; groups of tabs with the same id stand together. */
const shownTabs = (addin: Addin | undefined, isVisible: (id: string) => boolean): readonly ShownTab[] => {
  const tabs = new Map<string, ShownTab>([["TabHome", { id: "TabHome", label: "Home", groups: [] }]]);
  for (const tab of addin?.tabs ?? []) {
    if (!isVisible(tab.id)) continue;
    const before = tabs.get(tab.id)?.groups ?? [];
    tabs.set(tab.id, { id: tab.id, label: labelOf(tab), groups: [...before, ...tab.groups] });
  }
  return [...tabs.values()];
};

interface RibbonProps {
  readonly addin: Addin | undefined;
  readonly controls: AddinControls;
}

export const Ribbon = ({ addin, controls }: RibbonProps): JSX.Element => {
  const styles = useStyles();
  const [chosen, setChosen] = useState("TabHome");
  const tabs = shownTabs(addin, controls.isTabVisible);
  const current = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  return (
    <div className={styles.ribbon} data-region="ribbon" role="region" aria-label="Ribbon">
      <TabList
        size="small"
        className={styles.tabs}
        selectedValue={current?.id}
        onTabSelect={(_, { value }) => setChosen(String(value))}
      >
        {tabs.map(({ id, label }) => (
          <Tab key={id} value={id}>
            {label}
          </Tab>
        ))}
      </TabList>
      <div className={styles.groups} role="toolbar" aria-label={current?.label}>
        {current?.id === "TabHome" && <HomeGroups />}
        <AddinGroups groups={current?.groups ?? []} controls={controls} />
      </div>
    </div>
  );
};
