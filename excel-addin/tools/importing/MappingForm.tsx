import { Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Understood } from "#shared/application/importing/importState.ts";
import { withKind, withRole, withSign, withTurned } from "#shared/domain/importing/foreign/corrections.ts";
import { gridFor } from "#shared/domain/importing/foreign/guess.ts";
import type { Role } from "#shared/domain/importing/foreign/headerWords.ts";
import type { LevelSign, RowKind, TableMapping } from "#shared/domain/importing/foreign/mapping.ts";
import { useDesk } from "./ImportContext.ts";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  wide: { minWidth: 0, width: "100%" },
});

interface TableProps {
  readonly understood: Understood;
  readonly table: TableMapping;
  readonly at: number;
}

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`;

/** What each column is for, and why that is thought. */
const Columns = ({ understood: { sheet, mapping }, table, at }: TableProps) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  const { area } = table;
  const headers = area.header === undefined ? [] : (gridFor(sheet, mapping.turned).rows[area.header] ?? []);
  return table.columns.map(({ role, because }, column) => {
    const header = headers[area.from + column]?.text ?? "";
    return (
      <Field
        key={letterOf(area.from + column)}
        label={header === "" ? texts.noHeader(letterOf(sheet.left + area.from + column)) : <bdi>{header}</bdi>}
        {...(role === "ignore" ? {} : { hint: texts.becauses[because] })}
      >
        <Select
          className={styles.wide}
          value={role}
          onChange={(_, { value }) =>
            void desk.correct((now, before) => withRole(now, before, at, column, value as Role))
          }
        >
          {(Object.entries(texts.roles) as [Role, string][]).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    );
  });
};

/** By what the rows show their level, and what the rows of each level are. */
const Levels = ({ table, at }: TableProps) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  return (
    <>
      <Field label={texts.levelsBy}>
        <Select
          className={styles.wide}
          value={table.levels.by}
          onChange={(_, { value }) => void desk.correct((now, before) => withSign(now, before, at, value as LevelSign))}
        >
          {(Object.entries(texts.signs) as [LevelSign, string][]).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {table.levels.kinds.map((kind, depth) => (
        <Field key={texts.depth(depth + 1)} label={texts.depth(depth + 1)}>
          <Select
            className={styles.wide}
            value={kind}
            onChange={(_, { value }) =>
              void desk.correct((_now, before) => withKind(before, at, depth, value as RowKind))
            }
          >
            {(Object.entries(texts.kinds) as [RowKind, string][]).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </>
  );
};

/** How the sheet was read, to be corrected. */
export const MappingForm = ({ understood }: { readonly understood: Understood }) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  const { mapping } = understood;
  return (
    <div className={styles.form}>
      {mapping.tables.map((table, at) => (
        <div
          key={`${table.area.first},${table.area.from}`}
          className={styles.form}
          role="group"
          aria-label={texts.columnsOf(at + 1)}
        >
          <Levels understood={understood} table={table} at={at} />
          <Columns understood={understood} table={table} at={at} />
        </div>
      ))}
      <Checkbox
        label={texts.turned}
        checked={mapping.turned}
        onChange={(_, { checked }) => void desk.correct((sheet) => withTurned(sheet, checked === true))}
      />
    </div>
  );
};
