import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { LiveLine } from "#shared/application/liveCells/liveState.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { lineText, refusalText, remarkText } from "./lineText.ts";
import type { LiveTexts } from "./texts.ts";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  head: { display: "flex", alignItems: "start", gap: tokens.spacingHorizontalS },
  title: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, minWidth: 0 },
  formula: { display: "block", fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

interface LineCardProps {
  readonly line: LiveLine;
  readonly texts: LiveTexts;
  readonly disabled: boolean;
  readonly onShow: () => void;
  readonly onUnbind: () => void;
  readonly onAccept: () => void;
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.fact}>{children}</dd>
    </>
  );
};

const CellFact = ({ line: { cell }, texts, onShow }: Pick<LineCardProps, "line" | "texts" | "onShow">) => {
  const styles = useStyles();
  const { format } = useUi();
  if (!cell) return undefined;
  const { value, address, formula } = cell;
  const shown =
    typeof value === "object"
      ? format.share(value.percent)
      : typeof value === "number"
        ? format.number(value)
        : String(value);
  return (
    <Fact name={texts.now}>
      <bdi>{shown}</bdi>{" "}
      <Link as="button" aria-label={texts.show(address)} onClick={onShow}>
        <bdi>{address}</bdi>
      </Link>
      {formula ? (
        <bdi dir="ltr" className={styles.formula}>
          {formula}
        </bdi>
      ) : undefined}
    </Fact>
  );
};

/** A key result, its cell, and what would go out. */
export const LineCard = ({ line, texts, disabled, onShow, onUnbind, onAccept }: LineCardProps) => {
  const styles = useStyles();
  const { format, clock } = useUi();
  const { binding, reported, state, refused, remarks, keyResult } = line;
  const { sent } = binding;
  const title = keyResult?.title ?? binding.title;
  const said = lineText(line, texts, format);
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title} dir="auto">
          {title}
        </h3>
        <Button size="small" aria-label={texts.unbind(title)} disabledFocusable={disabled} onClick={onUnbind}>
          {texts.unbindShort}
        </Button>
      </div>
      <dl className={styles.facts}>
        <CellFact line={line} texts={texts} onShow={onShow} />
        <Fact name={texts.reported}>{reported === undefined ? "–" : format.number(reported)}</Fact>
        <Fact name={texts.sent}>
          {sent
            ? texts.sentFrom(format.number(sent.value), sent.address, format.age(sent.at, clock.now()))
            : texts.never}
        </Fact>
      </dl>
      <MessageBar intent={said.intent} layout="multiline">
        <MessageBarBody>{said.text}</MessageBarBody>
        {state.type === "moved" ? (
          <MessageBarActions>
            <Button disabledFocusable={disabled} onClick={onAccept}>
              {texts.states.accept}
            </Button>
          </MessageBarActions>
        ) : undefined}
      </MessageBar>
      {refused ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{refusalText(refused, texts)}</MessageBarBody>
        </MessageBar>
      ) : undefined}
      {remarks.map((remark) => (
        <Text key={remark.code}>{remarkText(remark, texts)}</Text>
      ))}
    </section>
  );
};
