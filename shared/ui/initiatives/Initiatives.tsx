import { Button, Text } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { ObjectiveView } from "#shared/domain/okr/view.ts";
import { InitiativeList } from "./InitiativeList.tsx";
import type { InitiativeServices } from "./services.ts";
import { useInitiativesTexts } from "./text/useInitiativesTexts.ts";
import { useInitiatives } from "./useInitiatives.ts";

export interface InitiativesProps {
  readonly view: ObjectiveView;
  readonly services: InitiativeServices;
  readonly isFixed: boolean;
  /** Shows an objective, with the list of each of its key results where it belongs and that of the whole at its end. */
  readonly children: (listOf: (keyResult?: KeyResult) => ReactNode) => ReactNode;
}

/** Reads the initiatives of an objective once, for all its lists. */
export const Initiatives = ({ view, services, isFixed, children }: InitiativesProps) => {
  const texts = useInitiativesTexts();
  const shown = useInitiatives(view, services);
  if (shown.kind === "loading") return children(() => undefined);
  if (shown.kind === "failed") {
    return children((keyResult) =>
      keyResult ? undefined : (
        <Text role="alert">
          {texts.failed}{" "}
          <Button size="small" onClick={shown.retry}>
            {texts.again}
          </Button>
        </Text>
      ),
    );
  }
  return children((keyResult) => (
    <InitiativeList
      view={shown}
      services={services}
      objective={view.objective}
      {...(keyResult ? { keyResult } : {})}
      isFixed={isFixed}
    />
  ));
};
