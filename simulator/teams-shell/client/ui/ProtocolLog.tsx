import {
  Badge,
  Body1,
  Button,
  Caption1,
  Drawer,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  Switch,
  tokens,
  type BadgeProps,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { LogKind } from "../protocol/host.ts";
import type { Logged } from "../shell/state.ts";
import { useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  entry: {
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
  },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  func: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
  detail: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const colours: Readonly<Record<LogKind, NonNullable<BadgeProps["color"]>>> = {
  call: "brand",
  answer: "subtle",
  event: "informative",
  refused: "danger",
  ignored: "warning",
};

const Entry = ({ entry }: { readonly entry: Logged }) => {
  const styles = useStyles();
  const texts = useTexts();
  const refused = entry.kind === "refused" || entry.kind === "ignored";
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <Badge appearance={refused ? "filled" : "tint"} color={colours[entry.kind]}>
          {texts.logKind[entry.kind]}
        </Badge>
        <Body1 className={styles.func} dir="ltr">
          {entry.func}
        </Body1>
        <Caption1 className={styles.quiet} dir="ltr">
          {entry.page} · {new Date(entry.at).toISOString().slice(11, 23)}
        </Caption1>
      </div>
      <pre className={styles.detail} dir="ltr">
        {entry.detail}
      </pre>
    </li>
  );
};

const Entries = ({ onlyRefused }: { readonly onlyRefused: boolean }) => {
  const styles = useStyles();
  const texts = useTexts();
  const log = useShellState((state) => state.log);
  const shown = onlyRefused ? log.filter(({ kind }) => kind === "refused" || kind === "ignored") : log;
  return shown.length === 0 ? (
    <Body1 className={styles.quiet}>{texts.logEmpty}</Body1>
  ) : (
    <ul className={styles.list}>
      {shown.toReversed().map((entry) => (
        <Entry key={entry.number} entry={entry} />
      ))}
    </ul>
  );
};

/** What the pages and the shell have said to each other, for developers. [TS2] */
export const ProtocolLog = () => {
  const styles = useStyles();
  const texts = useTexts();
  const { setLogOpen } = useShell();
  const open = useShellState((state) => state.logOpen);
  const [onlyRefused, setOnlyRefused] = useState(false);
  return (
    <Drawer
      type="overlay"
      position="end"
      size="medium"
      open={open}
      onOpenChange={(_event, data) => setLogOpen(data.open)}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label={texts.close}
              icon={<DismissRegular />}
              onClick={() => setLogOpen(false)}
            />
          }
        >
          {texts.logTitle}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        <Body1 className={styles.quiet}>{texts.logHint}</Body1>
        <Switch
          label={texts.logRefusedOnly}
          checked={onlyRefused}
          onChange={(_event, { checked }) => setOnlyRefused(checked)}
        />
        {open && <Entries onlyRefused={onlyRefused} />}
      </DrawerBody>
    </Drawer>
  );
};
