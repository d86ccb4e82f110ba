import {
  Button,
  Field,
  Input,
  makeStyles,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from "@fluentui/react-components";
import { BookmarkRegular, CheckmarkRegular, DeleteRegular } from "@fluentui/react-icons";
import { useMemo, useState, type FormEvent } from "react";
import { createSavedViews, type SavedView, type SavedViews } from "#shared/application/sheet/savedViews.ts";
import type { SheetFailure } from "#shared/application/sheet/sheetState.ts";
import type { Result } from "#shared/domain/result.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import { failureText } from "../../text/resultText.ts";
import { useExcel } from "../ExcelContext.ts";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  menu: { alignSelf: "start", maxWidth: "100%" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalXS, minWidth: 0 },
  grow: { flex: "1 1 8rem", minWidth: 0 },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

/** One name that is being typed. */
const NameForm = ({
  label,
  initial,
  submit,
  onName,
}: {
  readonly label: string;
  readonly initial: string;
  readonly submit: string;
  readonly onName: (name: string) => void;
}) => {
  const styles = useStyles();
  const [name, setName] = useState(initial);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== "") onName(name);
  };
  return (
    <form className={styles.row} onSubmit={send}>
      <Field label={label} className={styles.grow}>
        <Input value={name} dir="auto" maxLength={80} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Button type="submit" icon={<CheckmarkRegular />} disabledFocusable={name.trim() === ""}>
        {submit}
      </Button>
    </form>
  );
};

const Manage = ({
  views,
  onRename,
  onRemove,
}: {
  readonly views: readonly SavedView[];
  readonly onRename: (id: string, name: string) => void;
  readonly onRemove: (id: string) => void;
}) => {
  const styles = useStyles();
  const { views: texts } = useExcel().texts;
  return (
    <ul className={styles.list} aria-label={texts.manage}>
      {views.map(({ id, name }) => (
        <li key={`${id} ${name}`} className={styles.row}>
          <div className={styles.grow}>
            <NameForm
              label={texts.nameOf(name)}
              initial={name}
              submit={texts.rename}
              onName={(next) => onRename(id, next)}
            />
          </div>
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={texts.remove(name)}
            onClick={() => onRemove(id)}
          />
        </li>
      ))}
    </ul>
  );
};

export interface SavedViewsMenuProps {
  readonly scope: SheetScope;
  readonly onChoose: (scope: SheetScope) => void;
}

type Task = "none" | "naming" | "managing";

/** Scopes with a name: choose one, name what is chosen now, rename and delete. */
export const SavedViewsMenu = ({ scope, onChoose }: SavedViewsMenuProps) => {
  const styles = useStyles();
  const { texts, vocabulary, deps } = useExcel();
  const saved = useMemo((): SavedViews => createSavedViews(deps), [deps]);
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const [task, setTask] = useState<Task>("none");
  const [failure, setFailure] = useState<SheetFailure>();
  const take = async (asked: Promise<Result<readonly SavedView[], SheetFailure>>): Promise<void> => {
    const result = await asked;
    setFailure(result.ok ? undefined : result.error);
    if (result.ok) setViews(result.value);
  };
  const problem = failure && (failureText(failure, texts, vocabulary.words) ?? failure.type);
  return (
    <div className={styles.stack}>
      <Menu
        onOpenChange={(_, { open }) => {
          // Read when somebody looks: another pane may have saved one since.
          if (open) void take(saved.list());
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton className={styles.menu} appearance="subtle" icon={<BookmarkRegular />}>
            {texts.views.title}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {views.map((view) => (
              <MenuItem key={view.id} onClick={() => onChoose(view.scope)}>
                <bdi>{view.name}</bdi>
              </MenuItem>
            ))}
            {views.length > 0 ? <MenuDivider /> : undefined}
            <MenuItem onClick={() => setTask("naming")}>{texts.views.save}</MenuItem>
            {views.length > 0 ? (
              <MenuItem onClick={() => setTask("managing")}>{texts.views.manage}</MenuItem>
            ) : undefined}
          </MenuList>
        </MenuPopover>
      </Menu>
      {task === "naming" ? (
        <NameForm
          label={texts.views.name}
          initial=""
          submit={texts.views.keep}
          onName={(name) => {
            setTask("none");
            void take(saved.save(name, scope));
          }}
        />
      ) : undefined}
      {task === "managing" && views.length > 0 ? (
        <>
          <Manage
            views={views}
            onRename={(id, name) => void take(saved.rename(id, name))}
            onRemove={(id) => void take(saved.remove(id))}
          />
          <Button onClick={() => setTask("none")}>{texts.views.done}</Button>
        </>
      ) : undefined}
      <div role="alert">{problem === undefined ? undefined : <Text className={styles.problem}>{problem}</Text>}</div>
    </div>
  );
};
