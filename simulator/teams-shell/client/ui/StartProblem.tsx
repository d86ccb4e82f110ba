import { FluentProvider, teamsLightTheme } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons";
import { EmptyState } from "./EmptyState.tsx";
import { textsFor } from "./texts.ts";

/** Shown when there is no session, and therefore neither theme nor language. */
export const StartProblem = ({ message }: { readonly message: string }) => (
  <FluentProvider theme={teamsLightTheme}>
    <main>
      <EmptyState icon={<ErrorCircleRegular />} title={textsFor("en-US").sessionFailed} text={message} />
    </main>
  </FluentProvider>
);
