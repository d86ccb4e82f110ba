import { tokens } from "@fluentui/react-components";
import { HostConfig } from "adaptivecards";

/** Colours are Fluent tokens, so that one configuration follows every theme, as Teams' own cards do. */
const shade = (color: string, subtle: string) => ({ default: color, subtle });

const foreground = {
  default: shade(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  dark: shade(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  light: shade(tokens.colorNeutralForeground3, tokens.colorNeutralForeground3),
  accent: shade(tokens.colorBrandForegroundLink, tokens.colorBrandForegroundLink),
  good: shade(tokens.colorStatusSuccessForeground1, tokens.colorStatusSuccessForeground1),
  warning: shade(tokens.colorStatusWarningForeground1, tokens.colorStatusWarningForeground1),
  attention: shade(tokens.colorStatusDangerForeground1, tokens.colorStatusDangerForeground1),
};

const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors: foreground });

/** Sizes after the Teams host configuration that Microsoft publishes for card designers. */
export const cardHostConfig = (): HostConfig =>
  new HostConfig({
    fontFamily: tokens.fontFamilyBase,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    supportsInteractivity: true,
    containerStyles: {
      default: container("transparent"),
      emphasis: container(tokens.colorNeutralBackground3),
      good: container(tokens.colorStatusSuccessBackground1),
      warning: container(tokens.colorStatusWarningBackground1),
      attention: container(tokens.colorStatusDangerBackground1),
      accent: container(tokens.colorBrandBackground2),
    },
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      actionsOrientation: "horizontal",
      actionAlignment: "left",
      showCard: { actionMode: "inline", inlineTopMargin: 16 },
    },
    factSet: {
      title: { weight: "bolder", wrap: true, maxWidth: 150 },
      value: { wrap: true },
      spacing: 16,
    },
    textStyles: { heading: { size: "large", weight: "bolder" } },
  });
