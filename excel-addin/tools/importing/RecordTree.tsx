import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import type { Understood } from "#shared/application/importing/importState.ts";
import { withRow } from "#shared/domain/importing/foreign/corrections.ts";
import type { JudgedRecord } from "#shared/domain/importing/foreign/records.ts";
import type { RowKind } from "#shared/domain/importing/foreign/mapping.ts";
import { measureText } from "#shared/ui/keyResultText.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { CellLink } from "./CellLink.tsx";
import { useDesk } from "./ImportContext.ts";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", margin: 0, padding: 0, listStyleType: "none", minWidth: 0 },
  line: { display: "flex", alignItems: "flex-start", minWidth: 0 },
  inner: { paddingInlineStart: tokens.spacingHorizontalL },
  strong: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground3 },
});

const KINDS: readonly RowKind[] = ["objective", "keyResult", "heading", "ignore"];
const GUESSED = "guessed";
const MOST = 200;

/** A person may know better what one row is. */
const KindMenu = ({ judged, understood }: { readonly judged: JudgedRecord; readonly understood: Understood }) => {
  const desk = useDesk();
  const texts = useImportTexts();
  const { place, text } = judged.record;
  const row = understood.mapping.turned ? place.column : place.row;
  const said = understood.mapping.rows.get(row);
  const say = (kind: RowKind | undefined): void => void desk.correct((_, mapping) => withRow(mapping, row, kind));
  return (
    <Menu checkedValues={{ kind: [said ?? GUESSED] }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          size="small"
          menuIcon={null}
          icon={<MoreHorizontalRegular />}
          aria-label={texts.thisRowIs(text)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="kind" value={GUESSED} onClick={() => say(undefined)}>
            {texts.asGuessed}
          </MenuItemRadio>
          {KINDS.map((kind) => (
            <MenuItemRadio key={kind} name="kind" value={kind} onClick={() => say(kind)}>
              {texts.kinds[kind]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

/** What a taken record has beside its title: how it is measured, whose it is, what was decided about it. */
const useDetail = ({ result: { plan } }: Understood): ((judged: JudgedRecord) => string) => {
  const ui = useUi();
  const texts = useImportTexts();
  const records = new Map([...plan.objectives, ...plan.keyResults].map((record) => [String(record.id), record]));
  return ({ fate }) => {
    if (fate.type !== "taken") return "";
    const record = records.get(fate.id);
    const said: Readonly<Record<string, string>> = texts.remarks;
    const remarks = fate.remarks.map(({ type }) => said[type]);
    const measure = record && "measure" in record ? measureText(record.measure, ui) : undefined;
    return [measure, record?.owner?.name, ...remarks].filter((part) => part !== undefined && part !== "").join(" · ");
  };
};

const idOf = ({ fate }: JudgedRecord): string => (fate.type === "taken" ? fate.id : "");

/** Objectives with their key results, in the order of the sheet. */
export const RecordTree = ({ understood }: { readonly understood: Understood }) => {
  const styles = useStyles();
  const texts = useImportTexts();
  const detailOf = useDetail(understood);
  const taken = understood.result.judged.filter(({ fate }) => fate.type === "taken");
  return (
    <ul className={styles.list} aria-label={texts.tree}>
      {taken.slice(0, MOST).map((judged) => {
        const { record } = judged;
        const detail = detailOf(judged);
        const isObjective = record.kind === "objective";
        return (
          <li key={idOf(judged)} className={isObjective ? styles.line : `${styles.line} ${styles.inner}`}>
            <CellLink understood={understood} place={record.place}>
              <bdi className={isObjective ? styles.strong : ""}>{record.text}</bdi>
              {detail === "" ? undefined : (
                <Text size={200} block className={styles.detail}>
                  {detail}
                </Text>
              )}
            </CellLink>
            <KindMenu judged={judged} understood={understood} />
          </li>
        );
      })}
      {taken.length > MOST ? (
        <li>
          <Text>{texts.more(taken.length - MOST)}</Text>
        </li>
      ) : undefined}
    </ul>
  );
};
