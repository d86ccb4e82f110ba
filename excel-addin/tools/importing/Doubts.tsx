import {
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Understood } from "#shared/application/importing/importState.ts";
import { plainWords } from "#shared/domain/entry/characters.ts";
import { withFractions, withKindWord } from "#shared/domain/importing/foreign/corrections.ts";
import { gridFor } from "#shared/domain/importing/foreign/guess.ts";
import type { RowKind, SheetMapping } from "#shared/domain/importing/foreign/mapping.ts";
import { WRITINGS } from "#shared/domain/importing/foreign/writing.ts";
import { useDesk } from "./ImportContext.ts";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  wide: { minWidth: 0, width: "100%" },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface Props {
  readonly understood: Understood;
}

/** Below that, a person should have a look. */
const SURE = 0.7;

const doubtfulColumns = ({ sheet, mapping }: Understood): readonly string[] =>
  mapping.tables.flatMap(({ columns, area }) => {
    const header = area.header === undefined ? [] : (gridFor(sheet, mapping.turned).rows[area.header] ?? []);
    return columns.flatMap(({ role, sure }, at) => {
      const name = header[area.from + at]?.text ?? "";
      return role === "ignore" || sure >= SURE || name === "" ? [] : [name];
    });
  });

/** What was only guessed or cannot be taken, in a sentence each; empty where nothing is doubtful. */
const useDoubts = (understood: Understood): readonly string[] => {
  const texts = useImportTexts();
  const { mapping, owners, result } = understood;
  const unknown = owners.filter(({ person }) => person === undefined).length;
  const columns = doubtfulColumns(understood);
  const parents = result.judged.filter(
    ({ fate }) => fate.type === "taken" && fate.remarks.some(({ type }) => type === "ParentLeftOut"),
  ).length;
  const isLevelsGuess = mapping.tables.some(({ levelsSure }) => levelsSure < SURE);
  return [
    isLevelsGuess ? texts.levelsGuessed : "",
    columns.length > 0 ? texts.columnsGuessed(columns.join(", ")) : "",
    unknown > 0 ? texts.unknownPeople(unknown) : "",
    parents > 0 ? texts.parentsMissing(parents) : "",
    result.leftCheckIns.length > 0 ? texts.checkInsLeft(result.leftCheckIns.length) : "",
  ].filter((line) => line !== "");
};

/** Kinds of another system: what each is here. */
const Kinds = ({ understood: { sheet, mapping } }: Props) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  return sheet.kinds?.map(({ text, word, structure, rows }) => (
    <Field
      key={text}
      label={
        <>
          <bdi>{word}</bdi> ({texts.rows(rows)})
        </>
      }
      hint={texts.structures[structure]}
    >
      <Select
        className={styles.wide}
        value={mapping.kinds.get(plainWords(text)) ?? ""}
        onChange={(_, { value }) =>
          void desk.correct((_now, before) => withKindWord(before, text, value === "" ? undefined : (value as RowKind)))
        }
      >
        {(["objective", "keyResult", "initiative", "ignore"] as const).map((kind) => (
          <option key={kind} value={kind}>
            {texts.kinds[kind]}
          </option>
        ))}
      </Select>
    </Field>
  ));
};

const Fractions = ({ understood: { sheet, mapping } }: Props) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  const rows = sheet.fractions?.size ?? 0;
  if (rows === 0) return undefined;
  return (
    <Field label={texts.fractions(rows)}>
      <Select
        className={styles.wide}
        value={mapping.fractions}
        onChange={(_, { value }) =>
          void desk.correct((_now, before) => withFractions(before, value as SheetMapping["fractions"]))
        }
      >
        <option value="shares">{texts.asShares}</option>
        <option value="asTheyStand">{texts.asTheyStand}</option>
      </Select>
    </Field>
  );
};

/** Whose numbers and days they are. */
export const Writing = ({ understood: { locale } }: Props) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  const known = WRITINGS.find((one) => one === locale) ?? WRITINGS.find((one) => one.startsWith(locale.slice(0, 2)));
  return (
    <Field label={texts.writing}>
      <Select className={styles.wide} value={known ?? ""} onChange={(_, { value }) => void desk.writeAs(value)}>
        {known === undefined ? <option value="">{locale}</option> : undefined}
        {WRITINGS.map((one) => (
          <option key={one} value={one}>
            {texts.writings[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
};

/** What a person should look at before the import, with what can be answered at once. */
export const Doubts = ({ understood }: Props) => {
  const styles = useStyles();
  const texts = useImportTexts();
  const doubts = useDoubts(understood);
  const isAsked = (understood.sheet.kinds?.length ?? 0) + (understood.sheet.fractions?.size ?? 0) > 0;
  return (
    <>
      {doubts.length > 0 ? (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.doubts}</MessageBarTitle>
            <ul className={styles.list}>
              {doubts.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      ) : undefined}
      {isAsked ? (
        <section className={styles.form}>
          <h3 className={styles.heading}>{texts.questions}</h3>
          <Text size={200}>{texts.questionsHint}</Text>
          <Kinds understood={understood} />
          <Fractions understood={understood} />
        </section>
      ) : undefined}
    </>
  );
};
