import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Understood } from "#shared/application/importing/importState.ts";
import { useDesk } from "./ImportContext.ts";
import { addressOf, checkInLines, passedLines, refusedLines, type ReportLine } from "./reportRows.ts";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", alignItems: "stretch", minWidth: 0 },
  line: { justifyContent: "flex-start", minWidth: 0, textAlign: "start", fontWeight: tokens.fontWeightRegular },
  text: { overflowWrap: "anywhere" },
  reason: { color: tokens.colorNeutralForeground3 },
});

const MOST = 100;

const Lines = ({ understood, lines }: { readonly understood: Understood; readonly lines: readonly ReportLine[] }) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  return (
    <div className={styles.list}>
      {lines.slice(0, MOST).map(({ key, place, text, reason }) => (
        <Button
          key={key}
          appearance="subtle"
          size="small"
          className={styles.line}
          onClick={() => void desk.show(place)}
        >
          <span className={styles.text}>
            {place.row < 0 ? undefined : <bdi>{addressOf(understood, place)} </bdi>}
            <bdi>{text.split("\n")[0]}</bdi>
            <Text size={200} block className={styles.reason}>
              {reason}
            </Text>
          </span>
        </Button>
      ))}
      {lines.length > MOST ? <Text>{texts.more(lines.length - MOST)}</Text> : undefined}
    </div>
  );
};

/** Every row that is not imported, with the reason; a click leads to its cell. */
export const PassedList = ({ understood }: { readonly understood: Understood }) => {
  const texts = useImportTexts();
  const refused = refusedLines(understood, texts);
  const left = passedLines(understood, texts);
  const checkIns = checkInLines(understood, texts);
  return (
    <Accordion collapsible multiple defaultOpenItems={refused.length > 0 ? ["refused"] : []}>
      {refused.length > 0 ? (
        <AccordionItem value="refused">
          <AccordionHeader>{`${texts.refused} (${refused.length})`}</AccordionHeader>
          <AccordionPanel>
            <Lines understood={understood} lines={refused} />
          </AccordionPanel>
        </AccordionItem>
      ) : undefined}
      {left.length > 0 ? (
        <AccordionItem value="passed">
          <AccordionHeader>{`${texts.passed} (${left.length})`}</AccordionHeader>
          <AccordionPanel>
            <Lines understood={understood} lines={left} />
          </AccordionPanel>
        </AccordionItem>
      ) : undefined}
      {checkIns.length > 0 ? (
        <AccordionItem value="checkIns">
          <AccordionHeader>{`${texts.checkInLeft} (${checkIns.length})`}</AccordionHeader>
          <AccordionPanel>
            <Lines understood={understood} lines={checkIns} />
          </AccordionPanel>
        </AccordionItem>
      ) : undefined}
    </Accordion>
  );
};
