import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import type { OpenSession } from "#shared/application/okrSession.ts";
import { pendingCheckIns, withCheckInsUnderWay } from "#shared/application/outbox/pendingCheckIns.ts";
import { shownCycles, type Place } from "#shared/application/place.ts";
import type { RecordedCheckIn } from "#shared/application/recordCheckIn.ts";
import { createStore } from "#shared/application/store.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResultId } from "#shared/domain/okr/ids.ts";
import { viewOkrs, type ObjectiveView } from "#shared/domain/okr/view.ts";
import { AccessScreen } from "../access/AccessScreen.tsx";
import type { CheckInServices } from "../checkIn/useCheckIn.ts";
import { useRecording } from "../checkIn/useRecording.ts";
import { useStore } from "../store.ts";
import type { Messages } from "../text/en.ts";
import { useUi } from "../UiContext.ts";
import { Content } from "./Content.tsx";
import { Header } from "./Header.tsx";
import { isAnywhere, otherAccount } from "./hostKind.ts";
import { Sharing, warmParts } from "./parts.ts";
import type { OkrAppServices } from "./services.ts";

/** Milliseconds until the parts behind the first look are fetched: by then the first look is there. */
const WARM_AFTER_MS = 2_000;

const useStyles = makeStyles({
  page: {
    boxSizing: "border-box",
    maxWidth: "1280px",
    marginInline: "auto",
    padding: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
  },
  main: { ":focus": { outlineStyle: "none" } },
  skip: {
    position: "absolute",
    insetInlineStart: tokens.spacingHorizontalL,
    insetBlockStart: "-100px",
    zIndex: 1,
    ":focus": { insetBlockStart: tokens.spacingVerticalS },
  },
  heard: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

interface OpenAppProps {
  readonly services: OkrAppServices;
  readonly state: OpenSession;
  readonly onAdmin: () => void;
}

export const OpenApp = ({ services, state, onAdmin }: OpenAppProps) => {
  const styles = useStyles();
  const { messages, clock } = useUi();
  const { session } = services;
  const { frame, place, okrs, today } = state;
  const [sharing, setSharing] = useState(false);
  const [stored, setStored] = useState<RecordedCheckIn & { readonly title: string }>();
  const { entries } = useStore(services.outbox.state);
  const read = okrs.kind === "ready" ? okrs.set : undefined;
  const set = useMemo(() => read && withCheckInsUnderWay(read, entries), [read, entries]);
  const waiting = useMemo(() => waitingFor(entries), [entries]);
  const views = useMemo(() => (set ? viewOkrs(set, frame, today) : undefined), [set, frame, today]);
  const shown = useMemo(() => {
    const cycles = new Set(shownCycles(frame, place, today).map(({ key }) => key));
    return views?.filter(({ objective }) => cycles.has(objective.cycleKey));
  }, [views, frame, place, today]);
  const own = useMemo(
    () => shown?.filter(({ objective }) => objective.unitKey === place.unitKey) ?? [],
    [shown, place],
  );
  const [editing] = useState(() => createStore<KeyResultId | undefined>(undefined));
  const { record, asking } = useRecording(services.recordCheckIn);
  const justStored = useMemo(() => (stored && isGood(stored, entries) ? stored.checkIn : undefined), [stored, entries]);
  const page = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  const go = (next: Place): void => {
    setStored(undefined);
    editing.set(undefined);
    void session.goTo(next);
    if (isAnywhere(services)) void services.lastPlace.remember(next);
    page.current?.scrollIntoView();
  };
  const goOnWith = ({ unitKey, cycleKey, keyResultId }: CheckIn): void => {
    const objective = own.find((view) =>
      view.keyResults.some(({ keyResult }) => keyResult.id === keyResultId),
    )?.objective;
    const isInSight = objective !== undefined && (place.objectiveId ?? objective.id) === objective.id;
    if (!isInSight) go({ unitKey, cycleKey });
    editing.set(keyResultId);
  };
  const { manage } = services;
  useEffect(
    () =>
      clock.after(WARM_AFTER_MS, () => {
        warmParts();
        // It says itself when it is missing.
        manage?.().catch(() => undefined);
      }),
    [clock, manage],
  );
  // What was clicked is gone; whoever hears or types goes on at the new content. A change of cycle keeps its field.
  const here = `${place.unitKey}/${place.objectiveId ?? ""}`;
  const cameFrom = useRef(here);
  useEffect(() => {
    // A form that was asked for takes the focus itself.
    if (cameFrom.current !== here && editing.get() === undefined) main.current?.focus({ preventScroll: true });
    cameFrom.current = here;
  }, [here, editing]);
  const checkIn = useMemo<CheckInServices>(
    () => ({
      drafts: services.drafts,
      record,
      editing,
      stored: (recorded, keyResult) => {
        if (recorded.sent) session.show(recorded.checkIn);
        setStored({ ...recorded, title: keyResult.title });
      },
      waiting,
      ...(justStored ? { justStored } : {}),
    }),
    [services, session, justStored, waiting, record, editing],
  );
  return (
    <div className={styles.page} ref={page}>
      <Button className={styles.skip} appearance="primary" onClick={() => main.current?.focus()}>
        {messages.app.skipToContent}
      </Button>
      <Header
        state={state}
        services={services}
        onGo={go}
        asking={asking}
        onEdit={goOnWith}
        onAdmin={onAdmin}
        {...(own.length > 0 ? { onShare: () => setSharing(true) } : {})}
      />
      <main ref={main} className={styles.main} tabIndex={-1} aria-label={titleOf(state, views)}>
        {okrs.kind === "failed" ? (
          <AccessScreen
            error={okrs.error}
            onRetry={() => session.goTo(place)}
            signIn={services.signIn}
            {...otherAccount(services)}
          />
        ) : (
          <Content state={state} services={services} all={views} shown={shown} checkIn={checkIn} onGo={go} />
        )}
      </main>
      {/* The row shows it; this says it. */}
      <div className={styles.heard} role="status">
        {stored === undefined ? "" : spokenOf(stored, messages)}
      </div>
      {sharing ? <Sharing services={services} state={state} own={own} onClose={() => setSharing(false)} /> : undefined}
    </div>
  );
};

/** What a screen reader says about a check-in that was just typed. */
const spokenOf = ({ sent, title }: RecordedCheckIn & { readonly title: string }, messages: Messages): string =>
  sent ? messages.checkIn.storedFor(title) : messages.outbox.waitingFor(title);

/** Stored, or on its way: one that was refused since, or thrown away, is neither. */
const isGood = ({ sent, checkIn }: RecordedCheckIn, entries: Parameters<typeof pendingCheckIns>[0]): boolean =>
  sent ||
  entries.some(
    ({ write, state }) => write.kind === "addCheckIn" && write.checkIn.id === checkIn.id && state.type !== "refused",
  );

const waitingFor = (entries: Parameters<typeof pendingCheckIns>[0]): ReadonlySet<KeyResultId> =>
  new Set(pendingCheckIns(entries).flatMap(({ checkIn, refusal }) => (refusal ? [] : [checkIn.keyResultId])));

/** What the main part shows, as people call it. */
const titleOf = ({ frame, place }: OpenSession, views: readonly ObjectiveView[] | undefined): string | undefined =>
  views?.find(({ objective }) => objective.id === place.objectiveId)?.objective.title ??
  frame.units.find(({ key }) => key === place.unitKey)?.name;
