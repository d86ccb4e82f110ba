import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Understood } from "#shared/application/importing/importState.ts";
import type { Place } from "#shared/domain/importing/foreign/sheet.ts";
import { useDesk } from "./ImportContext.ts";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  link: {
    flexGrow: 1,
    justifyContent: "flex-start",
    minWidth: 0,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  // As far from the edge as the text of the button.
  plain: { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, fontSize: tokens.fontSizeBase200 },
});

export interface CellLinkProps {
  readonly understood: Understood;
  readonly place: Place;
  readonly children: ReactNode;
}

/** A row of the sheet. In the open workbook it leads to its cell; of a file there is none to go to. */
export const CellLink = ({ understood: { sheet }, place, children }: CellLinkProps) => {
  const styles = useStyles();
  const desk = useDesk();
  const { showCell } = useImportTexts();
  if (sheet.from === "file") return <div className={`${styles.link} ${styles.plain}`}>{children}</div>;
  return (
    <Button
      appearance="subtle"
      size="small"
      className={styles.link}
      title={showCell}
      onClick={() => void desk.show(place)}
    >
      <span>{children}</span>
    </Button>
  );
};
