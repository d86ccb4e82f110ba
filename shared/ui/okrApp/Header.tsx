import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { MoreHorizontalRegular, ShareRegular } from "@fluentui/react-icons";
import type { OpenSession } from "#shared/application/okrSession.ts";
import { atUnit, pathTo, type Place } from "#shared/application/place.ts";
import type { ReadonlyStore } from "#shared/application/store.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { runningCycles } from "#shared/domain/okr/cycle.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import { part } from "../part/part.tsx";
import { useUi } from "../UiContext.ts";
import type { OkrAppServices } from "./services.ts";

const Path = part(async () => (await import("./Path.tsx")).Path, {
  waiting: () => <div style={{ minHeight: "24px" }} />,
  absent: "wait",
});

// Seldom anything to say, and never before something was read.
const Freshness = part(async () => (await import("../notice/Freshness.tsx")).Freshness, { absent: "wait" });
const OutboxNotice = part(async () => (await import("../outbox/OutboxNotice.tsx")).OutboxNotice, { absent: "wait" });

// Nobody needs the menu for the first look.
const MoreMenu = part(async () => (await import("./MoreMenu.tsx")).MoreMenu, {
  waiting: () => <MoreLater />,
  absent: "wait",
});

const UnitPicker = part(async () => (await import("../unitPicker/UnitPicker.tsx")).UnitPicker, { absent: "wait" });

const useStyles = makeStyles({
  header: { position: "relative", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  top: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  title: {
    flex: "1 1 14rem",
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  find: { flex: "1 1 14rem", maxWidth: "24rem", minWidth: 0, minHeight: "32px" },
  actions: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center", minWidth: 0 },
  cycle: { flex: "0 1 16rem", minWidth: "6rem" },
  still: { flexShrink: 0, minWidth: "auto" },
  // On a telephone the sign says it; whoever listens still hears the words.
  words: {
    "@media (max-width: 480px)": { position: "absolute", width: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  },
});

export interface HeaderProps {
  readonly state: OpenSession;
  readonly services: OkrAppServices;
  readonly onGo: (place: Place) => void;
  /** Check-ins whose form waits for the answer. */
  readonly asking: ReadonlyStore<ReadonlySet<string>>;
  /** Opens the form of a check-in that was not accepted. */
  readonly onEdit: (checkIn: CheckIn) => void;
  readonly onAdmin: () => void;
  /** Absent while there is nothing to share. */
  readonly onShare?: () => void;
}

/** Where one is, in which cycle, and what one can do with it. */
export const Header = ({ state, services, onGo, asking, onEdit, onAdmin, onShare }: HeaderProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const { frame, place, today } = state;
  const path = pathTo(frame, place.unitKey);
  const unit = path.at(-1);
  return (
    <header className={styles.header}>
      {path.length < 2 ? undefined : <Path path={path} onGo={(key) => onGo(atUnit(place, key))} />}
      <div className={styles.top}>
        <h1 className={styles.title}>{unit?.name}</h1>
        {frame.units.length > 1 ? (
          <div role="search" className={styles.find}>
            <UnitPicker frame={frame} label={messages.board.findLabel} onChoose={(key) => onGo(atUnit(place, key))} />
          </div>
        ) : undefined}
        <div className={styles.actions}>
          <Select
            className={styles.cycle}
            aria-label={messages.board.cycle}
            value={place.cycleKey ?? ""}
            onChange={(_, { value }) =>
              onGo({ unitKey: place.unitKey, ...(value === "" ? {} : { cycleKey: cycleKey(value) }) })
            }
          >
            <option value="">
              {messages.board.running(
                runningCycles(frame.cycles, today)
                  .map(({ name }) => name)
                  .join(" · "),
              )}
            </option>
            {frame.cycles.map((cycle) => (
              <option key={cycle.key} value={cycle.key}>
                {cycle.name}
              </option>
            ))}
          </Select>
          {onShare ? (
            <Button className={styles.still} icon={<ShareRegular />} onClick={onShare}>
              <span className={styles.words}>{messages.share.open}</span>
            </Button>
          ) : undefined}
          <MoreMenu services={services} place={place} label={unit?.name ?? ""} onAdmin={onAdmin} />
        </div>
      </div>
      <Freshness state={state} />
      <OutboxNotice
        outbox={services.outbox}
        signIn={services.signIn}
        keepDraft={services.drafts.keep}
        asking={asking}
        onEdit={onEdit}
      />
    </header>
  );
};

/** Stands where the menu will be, so that nothing moves. */
const MoreLater = () => {
  const styles = useStyles();
  const { messages } = useUi();
  return (
    <Button
      className={styles.still}
      appearance="subtle"
      icon={<MoreHorizontalRegular />}
      aria-label={messages.app.settings}
      disabled
    />
  );
};
