import { Button, Field, makeStyles, Select, Switch, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { dayOf, instantOf } from "#shared/domain/day.ts";
import { runningCycles } from "#shared/domain/okr/cycle.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import { UnitPicker } from "#shared/ui/unitPicker/UnitPicker.tsx";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "./ExcelContext.ts";
import { Filters } from "./scope/Filters.tsx";
import { SavedViewsMenu } from "./scope/SavedViewsMenu.tsx";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  wide: { minWidth: 0, width: "100%" },
  below: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  button: { flexGrow: 1 },
});

const EVERYBODY = "all";
const FIRST: SheetScope = { unit: EVERYBODY, below: true };

interface ScopeProps {
  readonly frame: Frame;
  readonly scope: SheetScope;
  readonly onChange: (scope: SheetScope) => void;
}

/** Whose OKRs, with or without what lies below. */
const UnitField = ({ frame, scope, onChange }: ScopeProps) => {
  const styles = useStyles();
  const { texts } = useExcel();
  const { unit } = scope;
  return (
    <>
      <Field label={texts.pane.scope}>
        <UnitPicker
          frame={frame}
          {...(unit === EVERYBODY ? {} : { value: unit })}
          onChoose={(key) => onChange({ ...scope, unit: key })}
          everything={{
            name: texts.pane.everybody(frame.organisation),
            chosen: unit === EVERYBODY,
            onChoose: () => onChange({ ...scope, unit: EVERYBODY }),
          }}
        />
      </Field>
      {unit === EVERYBODY ? undefined : (
        <Switch
          className={styles.below}
          label={texts.pane.below}
          checked={scope.below}
          onChange={(_, { checked }) => onChange({ ...scope, below: checked })}
        />
      )}
    </>
  );
};

const CycleField = ({ frame, scope, onChange }: ScopeProps) => {
  const styles = useStyles();
  const { clock } = useUi();
  const { texts } = useExcel();
  const now = runningCycles(frame.cycles, dayOf(instantOf(clock.now())));
  return (
    <Field label={texts.pane.cycle}>
      <Select
        className={styles.wide}
        value={scope.cycleKey ?? ""}
        onChange={(_, { value }) => {
          const { cycleKey: _old, ...rest } = scope;
          onChange(value === "" ? rest : { ...rest, cycleKey: cycleKey(value) });
        }}
      >
        <option value="">{texts.pane.running(now.map(({ name }) => name).join(", "))}</option>
        {frame.cycles.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
};

export interface PullFormProps {
  readonly frame: Frame;
  /** What the table holds now; absent while there is none. */
  readonly scope: SheetScope | undefined;
  readonly busy: boolean;
  readonly onPull: (scope: SheetScope) => void;
  /** Back to the table that is there; absent while there is none. */
  readonly onCancel?: () => void;
}

/** What to pull: whose OKRs and of which cycle. */
export const PullForm = ({ frame, scope: held, busy, onPull, onCancel }: PullFormProps) => {
  const styles = useStyles();
  const { texts } = useExcel();
  const [scope, setScope] = useState<SheetScope>(held ?? FIRST);
  const form = useRef<HTMLDivElement>(null);
  const asked = onCancel !== undefined;
  useEffect(() => {
    // Who asked for the form goes on in it; at the start the focus stays in the grid.
    if (asked) form.current?.querySelector("input")?.focus();
  }, [asked]);
  return (
    <div className={styles.form} ref={form}>
      <SavedViewsMenu scope={scope} onChoose={setScope} />
      <UnitField frame={frame} scope={scope} onChange={setScope} />
      <CycleField frame={frame} scope={scope} onChange={setScope} />
      <Filters frame={frame} scope={scope} onChange={setScope} />
      <div className={styles.buttons}>
        <Button className={styles.button} appearance="primary" disabledFocusable={busy} onClick={() => onPull(scope)}>
          {texts.pane.pull}
        </Button>
        {onCancel ? (
          <Button className={styles.button} onClick={onCancel}>
            {texts.pane.cancel}
          </Button>
        ) : undefined}
      </div>
    </div>
  );
};
