import { Button, makeStyles, tokens, useFluent } from "@fluentui/react-components";
import { ArrowLeftRegular, ArrowRightRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  // The arrow stands above the edge of what follows; the button itself has no visible edge.
  back: { alignSelf: "flex-start", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

export interface BackButtonProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Leads one level up, in the reading direction of the language. */
export const BackButton = ({ onClick, children }: BackButtonProps) => {
  const styles = useStyles();
  const { dir } = useFluent();
  return (
    <Button
      className={styles.back}
      appearance="subtle"
      icon={dir === "rtl" ? <ArrowRightRegular /> : <ArrowLeftRegular />}
      onClick={onClick}
    >
      {children}
    </Button>
  );
};
