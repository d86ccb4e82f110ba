import { Spinner } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import { parseTarget, targetOf, topUnit } from "#shared/application/place.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { AccessScreen } from "#shared/ui/access/AccessScreen.tsx";
import { Notice } from "#shared/ui/notice/Notice.tsx";
import type { OkrAppServices } from "#shared/ui/okrApp/services.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { Configure, type Pin } from "./Configure.tsx";
import type { TabConfiguration } from "./tabConfiguration.ts";

export interface ConfigureTabProps {
  readonly services: Pick<OkrAppServices, "host" | "signIn">;
  readonly okrRepository: OkrRepository;
  readonly tab: TabConfiguration;
}

interface Loaded {
  readonly frame: Result<Frame, AccessError>;
  readonly pinned: string;
}

/** The page Teams shows when somebody adds the tab to a channel or changes it. */
export const ConfigureTab = ({ services, okrRepository, tab }: ConfigureTabProps) => {
  const { messages } = useUi();
  const [loaded, setLoaded] = useState<Loaded>();
  const load = useCallback(async (): Promise<void> => {
    const [frame, pinned] = await Promise.all([okrRepository.readFrame(), tab.current()]);
    setLoaded({ frame, pinned });
    services.host.ready();
  }, [okrRepository, tab, services.host]);
  useEffect(() => {
    void load();
  }, [load]);
  const onChoose = useCallback(
    (pin: Pin) =>
      tab.choose({
        name: pin.name,
        target: targetOf({
          unitKey: unitKey(pin.unitKey),
          ...(pin.cycleKey === "" ? {} : { cycleKey: cycleKey(pin.cycleKey) }),
        }),
      }),
    [tab],
  );
  if (!loaded) {
    return (
      <main>
        <Spinner label={messages.app.loading} />
      </main>
    );
  }
  if (!loaded.frame.ok) {
    return (
      <main>
        <AccessScreen error={loaded.frame.error} onRetry={load} signIn={services.signIn} />
      </main>
    );
  }
  const frame = loaded.frame.value;
  if (frame.units.length === 0) return <Notice title={messages.board.emptyTitle} text={messages.board.emptyText} />;
  return (
    <Configure
      frame={frame}
      initial={initialPin(frame, loaded.pinned, services.host.context.groupId)}
      onChoose={onChoose}
    />
  );
};

/** What the tab showed so far; for a new one the unit whose group the channel belongs to. */
const initialPin = (frame: Frame, pinned: string, groupId: string | undefined) => {
  const before = parseTarget(pinned);
  const ofGroup = groupId === undefined ? undefined : frame.units.find((unit) => unit.groupId === groupId);
  const unit = frame.units.find(({ key }) => key === before.unitKey) ?? ofGroup ?? topUnit(frame);
  return { unitKey: unit?.key ?? "", cycleKey: before.cycleKey ?? "" };
};
