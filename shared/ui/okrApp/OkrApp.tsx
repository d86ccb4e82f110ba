import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import { AccessScreen } from "../access/AccessScreen.tsx";
import { useStore } from "../store.ts";
import { useUi } from "../UiContext.ts";
import { isAnywhere, otherAccount } from "./hostKind.ts";
import { OpenApp } from "./OpenApp.tsx";
import { AdminPage } from "./parts.ts";
import type { OkrAppServices } from "./services.ts";

const useStyles = makeStyles({
  centre: { display: "grid", placeItems: "center", minHeight: "60vh", padding: tokens.spacingHorizontalL },
  empty: {
    textAlign: "center",
    maxWidth: "30rem",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
});

/** The whole app below the host: starts the session and shows what its state calls for. */
export const OkrApp = ({ services }: { readonly services: OkrAppServices }) => {
  const styles = useStyles();
  const { messages } = useUi();
  const state = useStore(services.session.state);
  const { session, wanted } = services;
  const begin = useCallback(
    async () => session.start(isAnywhere(services) ? await services.lastPlace.find() : wanted),
    [services, session, wanted],
  );
  useEffect(() => {
    void begin();
    return session.dispose;
  }, [session, begin]);
  useEffect(() => {
    if (state.kind !== "starting") services.host.ready();
  }, [state.kind, services.host]);

  const [administering, setAdministering] = useState(false);
  const { manage } = services;
  if (administering && manage) {
    return (
      <AdminPage
        manage={manage}
        onBack={() => {
          setAdministering(false);
          // Cycles and lists may be others now.
          void begin();
        }}
      />
    );
  }
  const administer = manage ? (
    <Button onClick={() => setAdministering(true)}>{messages.app.administration}</Button>
  ) : undefined;
  switch (state.kind) {
    case "starting":
      return (
        <main className={styles.centre}>
          <Spinner label={messages.app.loading} />
        </main>
      );
    case "failed":
      return (
        <main className={styles.centre}>
          <div className={styles.empty}>
            <AccessScreen error={state.error} onRetry={begin} signIn={services.signIn} {...otherAccount(services)} />
            {state.error.type === "NotSetUp" ? administer : undefined}
          </div>
        </main>
      );
    case "empty":
      return (
        <main className={styles.centre}>
          <div className={styles.empty}>
            <Text as="h1" size={500} weight="semibold" align="center">
              {messages.board.emptyTitle}
            </Text>
            <Text align="center">{messages.board.emptyText}</Text>
            {administer}
          </div>
        </main>
      );
    case "ready":
      return <OpenApp services={services} state={state} onAdmin={() => setAdministering(true)} />;
  }
};
<<<<<<< HEAD
=======

/** Neither a link nor a pinned tab says where to begin. */
const isAnywhere = ({ wanted, host }: OkrAppServices): boolean =>
  wanted.unitKey === undefined && host.context.place !== "channel";

/** Teams and Office have one account, and it is theirs; a browser may know several. */
const otherAccount = ({ host, signOut }: OkrAppServices) =>
  host.context.place === "browser" ? { onOtherAccount: () => void signOut() } : {};

interface OpenAppProps {
  readonly services: OkrAppServices;
  readonly state: OpenSession;
  readonly onAdmin: () => void;
}

const OpenApp = ({ services, state, onAdmin }: OpenAppProps) => {
  const styles = useStyles();
  const { messages } = useUi();
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
  const page = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLElement>(null);
  const go = (next: Place): void => {
    setStored(undefined);
    void session.goTo(next);
    if (isAnywhere(services)) void services.lastPlace.remember(next);
    page.current?.scrollIntoView();
  };
  // What was clicked is gone; whoever hears or types goes on at the new content. A change of cycle keeps its field.
  const here = `${place.unitKey}/${place.objectiveId ?? ""}`;
  const cameFrom = useRef(here);
  useEffect(() => {
    if (cameFrom.current !== here) main.current?.focus({ preventScroll: true });
    cameFrom.current = here;
  }, [here]);
  const checkIn = useMemo<CheckInServices>(
    () => ({
      drafts: services.drafts,
      record: services.recordCheckIn,
      stored: (recorded, keyResult) => {
        if (recorded.sent) session.show(recorded.checkIn);
        setStored({ ...recorded, title: keyResult.title });
      },
      waiting,
      ...(stored ? { justStored: stored.checkIn } : {}),
    }),
    [services, session, stored, waiting],
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
      <Suspense fallback={undefined}>
        {sharing ? (
          <Sharing services={services} state={state} own={own} onClose={() => setSharing(false)} />
        ) : undefined}
      </Suspense>
    </div>
  );
};

/** What a screen reader says about a check-in that was just typed. */
const spokenOf = ({ sent, title }: RecordedCheckIn & { readonly title: string }, messages: Messages): string =>
  sent ? messages.checkIn.storedFor(title) : messages.outbox.waitingFor(title);

const waitingFor = (entries: Parameters<typeof pendingCheckIns>[0]): ReadonlySet<KeyResultId> =>
  new Set(pendingCheckIns(entries).flatMap(({ checkIn, refusal }) => (refusal ? [] : [checkIn.keyResultId])));

/** What the main part shows, as people call it. */
const titleOf = ({ frame, place }: OpenSession, views: readonly ObjectiveView[] | undefined): string | undefined =>
  views?.find(({ objective }) => objective.id === place.objectiveId)?.objective.title ??
  frame.units.find(({ key }) => key === place.unitKey)?.name;

interface ContentProps {
  readonly state: OpenSession;
  readonly services: OkrAppServices;
  /** With those of the units and cycles above, which what is shown aligns to. */
  readonly all: readonly ObjectiveView[] | undefined;
  readonly shown: readonly ObjectiveView[] | undefined;
  readonly checkIn: CheckInServices;
  readonly onGo: (place: Place) => void;
}

/** One objective when one is open, else the board of the unit. */
const Content = ({ state, services, all, shown, checkIn, onGo }: ContentProps) => {
  const { frame, place, today } = state;
  const unit = frame.units.find(({ key }) => key === place.unitKey);
  const opened = place.objectiveId && all?.find(({ objective }) => objective.id === place.objectiveId);
  if (opened) {
    return (
      <Suspense fallback={undefined}>
        <ObjectivePage
          view={opened}
          cycleName={
            frame.cycles.find(({ key }) => key === opened.objective.cycleKey)?.name ?? opened.objective.cycleKey
          }
          checkIn={checkIn}
          parentOf={(ref) => parentIn(all, ref)}
          onOpenParent={(ref) => openParent(all, ref, place, onGo)}
          onBack={() => onGo(boardOf(place))}
        />
        <Extras state={state} services={services} view={opened} />
      </Suspense>
    );
  }
  return unit ? (
    <Board
      frame={frame}
      unit={unit}
      cycles={shownCycles(frame, place, today)}
      views={shown}
      figures={state.below}
      checkIn={checkIn}
      onOpenObjective={(objectiveId) => onGo({ ...place, objectiveId })}
      onOpenUnit={({ key }) => onGo(atUnit(place, key))}
    />
  ) : undefined;
};

/** Publishing and the history, where the host can do that. */
const Extras = ({
  state: { okrs, frame },
  services: { manage, session },
  view,
}: Pick<ContentProps, "state" | "services"> & { readonly view: ObjectiveView }) => {
  const okr = useMemo(
    () => ({
      objective: view.objective,
      keyResults: view.keyResults.map(({ keyResult }) => keyResult),
      revisions: okrs.kind === "ready" ? okrs.set.revisions : new Map(),
    }),
    [view, okrs],
  );
  return manage ? (
    <Suspense fallback={undefined}>
      <ObjectiveExtras okr={okr} around={{ okrs, frame }} manage={manage} onMoved={session.refresh} />
    </Suspense>
  ) : undefined;
};

const parentIn = (views: readonly ObjectiveView[] | undefined, ref: ParentRef): Objective | KeyResult | undefined => {
  const objective = objectiveOf(views, ref);
  return ref.kind === "objective"
    ? objective?.objective
    : objective?.keyResults.find(({ keyResult }) => keyResult.id === ref.id)?.keyResult;
};

const objectiveOf = (views: readonly ObjectiveView[] | undefined, ref: ParentRef): ObjectiveView | undefined =>
  views?.find((view) =>
    ref.kind === "objective"
      ? view.objective.id === ref.id
      : view.keyResults.some(({ keyResult }) => keyResult.id === ref.id),
  );

const openParent = (
  views: readonly ObjectiveView[] | undefined,
  ref: ParentRef,
  place: Place,
  go: (place: Place) => void,
): void => {
  const parent = objectiveOf(views, ref)?.objective;
  if (parent) go({ ...atUnit(place, parent.unitKey), objectiveId: parent.id });
};
>>>>>>> 411c230 (Say in Teams and beside the sheet how an OKR could be written better, and keep nobody from saving)
