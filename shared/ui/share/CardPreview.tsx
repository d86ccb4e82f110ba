import { makeStyles, tokens } from "@fluentui/react-components";
import { AdaptiveCard, HostConfig } from "adaptivecards";
import { useEffect, useRef } from "react";

const useStyles = makeStyles({
  frame: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: "hidden",
    "& button": {
      font: "inherit",
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      borderRadius: tokens.borderRadiusMedium,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
    },
  },
});

const both = (color: string, subtle: string) => ({ default: color, subtle });

/** The look Teams gives a card, in the tokens of the theme that is on. */
const hostConfig = new HostConfig({
  fontFamily: tokens.fontFamilyBase,
  containerStyles: {
    default: {
      backgroundColor: tokens.colorNeutralBackground1,
      foregroundColors: {
        default: both(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
        good: both(tokens.colorStatusSuccessForeground1, tokens.colorStatusSuccessForeground1),
        warning: both(tokens.colorStatusWarningForeground3, tokens.colorStatusWarningForeground3),
        attention: both(tokens.colorStatusDangerForeground1, tokens.colorStatusDangerForeground1),
      },
    },
  },
});

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

// The cards of Drumbeat hold no Markdown, only marks that are escaped so as not to be any.
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text
    .replaceAll(/\\([\\`*_[\]#|~>])/gu, "$1")
    .replaceAll(/[&<>]/gu, (character) => ENTITIES[character] ?? character);
  result.didProcess = true;
};

/** The card as the channel will show it. Its button is shown, not live: one has not posted yet. */
export const CardPreview = ({ card, label }: { readonly card: object; readonly label: string }) => {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const rendered = new AdaptiveCard();
    rendered.hostConfig = hostConfig;
    rendered.parse(card);
    const element = rendered.render();
    if (element) frame.current?.replaceChildren(element);
  }, [card]);
  return <div ref={frame} className={styles.frame} role="img" aria-label={label} inert />;
};
