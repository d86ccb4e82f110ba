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
