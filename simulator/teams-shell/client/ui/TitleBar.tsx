import { Badge, Button, makeStyles, Text, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { AccountButton } from "./AccountButton.tsx";
import { SettingsMenu } from "./SettingsMenu.tsx";
import { useNarrow } from "./useNarrow.ts";
import { useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
  },
  name: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0, flexGrow: 1 },
  tenant: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  back: { flexShrink: 0 },
  // The name gives way to it: what this is must stay readable.
  sign: { flexShrink: 0 },
  mirrored: { ":dir(rtl)": { transform: "scaleX(-1)" } },
});

/** The place before this one; a page that handles "back" itself is asked first. */
const BackButton = () => {
  const styles = useStyles();
  const texts = useTexts();
  const { navigation, emit, handlesBack } = useShell();
  const pageId = useShellState(({ visit }) => `tab-${visit}`);
  const canGoBack = useShellState(({ back }) => back.length > 0);
  const handled = handlesBack(pageId);
  return (
    <Tooltip content={texts.back} relationship="label">
      <Button
        className={styles.back}
        appearance="subtle"
        icon={<ArrowLeftRegular className={styles.mirrored} />}
        disabledFocusable={!canGoBack && !handled}
        onClick={() => {
          if (handled) emit(pageId, "backButtonPress");
          else navigation.navigateBack();
        }}
      />
    </Tooltip>
  );
};

export const TitleBar = ({ as: Bar }: { readonly as: "header" | "div" }) => {
  const styles = useStyles();
  const texts = useTexts();
  const narrow = useNarrow();
  const { session } = useShell();
  // On a narrow screen the channel has a way back of its own, to the list of teams.
  const inChannel = useShellState(({ place }) => place.kind === "channel");
  return (
    <Bar className={styles.bar}>
      {!(narrow && inChannel) && <BackButton />}
      <div className={styles.name}>
        <Text weight="semibold" className={styles.tenant}>
          {session.tenant.displayName}
        </Text>
        <Tooltip content={texts.simulatedHint} relationship="description">
          <Badge
            className={styles.sign}
            appearance="tint"
            color="informative"
            size={narrow ? "small" : "medium"}
            tabIndex={0}
          >
            {texts.simulated}
          </Badge>
        </Tooltip>
      </div>
      <SettingsMenu />
      <AccountButton />
    </Bar>
  );
};
