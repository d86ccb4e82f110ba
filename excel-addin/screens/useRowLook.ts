import { makeStyles, tokens } from "@fluentui/react-components";

/** How a row of a sheet looks in a preview, wherever the pane shows one. */
export const useRowLook = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    paddingInline: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalSNudge,
    minWidth: 0,
  },
  // A card whose check box stands beside its content.
  row: {
    display: "flex",
    alignItems: "start",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    paddingInline: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  choosable: { paddingInlineStart: 0 },
  // As tall as the check box beside it, so that both stand on one line.
  content: { flexGrow: 1, minWidth: 0, paddingBlock: tokens.spacingVerticalSNudge },
  title: {
    margin: 0,
    overflow: "hidden",
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    // A title of 255 characters would push everything else out of the pane; the whole of it stands in the sheet.
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 3,
  },
  list: { margin: 0, paddingInlineStart: 0, listStyle: "none" },
  line: {
    display: "block",
    // The text of the line starts below the title; the area to press reaches a little further.
    width: `calc(100% + 2 * ${tokens.spacingHorizontalXS})`,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    maxWidth: "none",
    textAlign: "start",
    justifyContent: "start",
    fontWeight: tokens.fontWeightRegular,
    paddingInline: tokens.spacingHorizontalXS,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  // A note may have thousands of characters; here they are only to be recognised.
  text: {
    overflow: "hidden",
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 6,
  },
  sign: { fontSize: tokens.fontSizeBase300, verticalAlign: "text-bottom" },
  quiet: { color: tokens.colorNeutralForeground3 },
  after: { textDecorationLine: "none" },
  problem: { color: tokens.colorStatusDangerForeground3 },
  warning: { color: tokens.colorStatusWarningForeground3 },
});
