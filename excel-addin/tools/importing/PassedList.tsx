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
import type { Place } from "#shared/domain/importing/foreign/sheet.ts";
import { useDesk } from "./ImportContext.ts";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", alignItems: "stretch", minWidth: 0 },
  line: { justifyContent: "flex-start", minWidth: 0, textAlign: "start", fontWeight: tokens.fontWeightRegular },
  text: { overflowWrap: "anywhere" },
  reason: { color: tokens.colorNeutralForeground3 },
});

const MOST = 100;

interface Line {
  readonly place: Place;
  readonly text: string;
  readonly reason: string;
}

/** `A1` of a cell, as Excel shows it. */
const addressOf = ({ sheet }: Understood, { row, column }: Place): string => {
  let letters = "";
  for (let left = sheet.left + column; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  }
  return `${letters}${sheet.top + row + 1}`;
};

const Lines = ({ understood, lines }: { readonly understood: Understood; readonly lines: readonly Line[] }) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  return (
    <div className={styles.list}>
      {lines.slice(0, MOST).map(({ place, text, reason }) => (
        <Button
          key={`${place.row},${place.column}`}
          appearance="subtle"
          size="small"
          className={styles.line}
          onClick={() => void desk.show(place)}
        >
          <span className={styles.text}>
            <bdi>{addressOf(understood, place)}</bdi> <bdi>{text.split("\n")[0]}</bdi>
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
  const { judged, passed } = understood.result;
  const refused = judged.flatMap(({ record: { place, text }, fate }): Line[] =>
    fate.type === "refused" ? [{ place, text, reason: texts.rejections[fate.reason.type] }] : [],
  );
  const skipped = judged.flatMap(({ record: { place, text }, fate }): Line[] =>
    fate.type === "passed" ? [{ place, text, reason: texts.skips[fate.reason.type] }] : [],
  );
  const others = passed
    .filter(({ why }) => why !== "Empty")
    .map(({ place, text, why }): Line => ({ place, text, reason: texts.passings[why] }));
  const left = [...skipped, ...others];
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
    </Accordion>
  );
};
