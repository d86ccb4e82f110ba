import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  // The place above the screen says its name already.
  title: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
  },
});

/** What a place is called, for whoever reads by ear and goes from heading to heading. */
export const ToolTitle = ({ children }: { readonly children: string }) => {
  const styles = useStyles();
  return <h1 className={styles.title}>{children}</h1>;
};
