import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { InstalledApp } from "../../wire.ts";

const useStyles = makeStyles({
  icon: {
    display: "inline-grid",
    placeItems: "center",
    flexShrink: 0,
    borderRadius: tokens.borderRadiusMedium,
    fontWeight: tokens.fontWeightSemibold,
    color: "#ffffff",
    forcedColorAdjust: "none",
  },
  picture: { objectFit: "contain", backgroundColor: "transparent" },
});

/** The icon of the app package; without one, its initial on its accent colour. */
export const AppIcon = ({ app, size }: { readonly app: InstalledApp; readonly size: number }) => {
  const styles = useStyles();
  const box = { width: size, height: size };
  if (app.iconUrl !== undefined) {
    return <img className={mergeClasses(styles.icon, styles.picture)} style={box} src={app.iconUrl} alt="" />;
  }
  const colour = /^#[0-9a-f]{6}$/i.test(app.accentColor) ? app.accentColor : "#5b5fc7";
  return (
    <span
      className={styles.icon}
      style={{ ...box, backgroundColor: colour, fontSize: size * 0.55, lineHeight: `${size}px` }}
      aria-hidden
    >
      {app.name.slice(0, 1)}
    </span>
  );
};
