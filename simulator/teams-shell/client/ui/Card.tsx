import { Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { AdaptiveCard, OpenUrlAction, SerializationContext, Versions, type Action } from "adaptivecards";
import { useEffect, useRef, useState } from "react";
import type { Shell } from "../shell/createShell.ts";
import { cardHostConfig } from "./cardConfig.ts";
import { markdownToHtml } from "./richText.ts";
import { useShell, useTexts } from "./useShell.ts";

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

const useStyles = makeStyles({
  card: {
    maxWidth: "560px",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: "hidden",
    "& .ac-adaptiveCard:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    "& p": { margin: 0 },
    "& p + p": { marginTop: tokens.spacingVerticalS },
    "& ul, & ol": { marginBlock: 0, paddingInlineStart: "1.4em" },
    "& a": { color: tokens.colorBrandForegroundLink },
    "& .ac-pushButton": {
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      lineHeight: tokens.lineHeightBase300,
      padding: `5px ${tokens.spacingHorizontalM}`,
      borderRadius: tokens.borderRadiusMedium,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      cursor: "pointer",
      maxWidth: "100%",
    },
    "& .ac-pushButton:hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    "& .ac-pushButton:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    "& .ac-pushButton.style-positive": {
      backgroundColor: tokens.colorBrandBackground,
      border: `1px solid ${tokens.colorBrandBackground}`,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    "& .ac-pushButton.style-destructive": { color: tokens.colorStatusDangerForeground1 },
    "& input, & textarea, & select": {
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      borderRadius: tokens.borderRadiusMedium,
      padding: tokens.spacingHorizontalS,
    },
  },
  problem: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** Undefined when the text is no card, or one of a version that Teams does not show. */
const buildCard = (json: string): AdaptiveCard | undefined => {
  const payload = parse(json);
  if (typeof payload !== "object" || payload === null) return undefined;
  const card = new AdaptiveCard();
  card.hostConfig = cardHostConfig();
  card.parse(payload, new SerializationContext(Versions.v1_5));
  return card.getItemCount() === 0 && card.getActionCount() === 0 ? undefined : card;
};

const perform = (action: Action, shell: Shell, notSimulated: string): void => {
  if (action instanceof OpenUrlAction && action.url !== undefined) shell.follow(action.url);
  else shell.notify("info", notSimulated);
};

/** Links in a card's text go the shell's way, too. */
export const followLinks = (element: HTMLElement, follow: (address: string) => void): (() => void) => {
  const onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const address = link?.getAttribute("href");
    if (!address) return;
    event.preventDefault();
    follow(address);
  };
  element.addEventListener("click", onClick);
  return () => element.removeEventListener("click", onClick);
};

/** An adaptive card of a message. [TS27] */
export const Card = ({ content }: { readonly content: string }) => {
  const styles = useStyles();
  const texts = useTexts();
  const shell = useShell();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const card = buildCard(content);
    if (card === undefined) {
      setFailed(true);
      return undefined;
    }
    card.onExecuteAction = (action) => perform(action, shell, texts.cardActionNotSimulated);
    const rendered = card.render();
    if (rendered !== undefined) element.replaceChildren(rendered);
    return followLinks(element, shell.follow);
  }, [content, shell, texts]);
  return failed ? (
    <div className={mergeClasses(styles.card, styles.problem)}>
      <Caption1>{texts.cardFailed}</Caption1>
    </div>
  ) : (
    <div className={styles.card} ref={place} />
  );
};
