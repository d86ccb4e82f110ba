import { Button } from "@fluentui/react-components";
import type { HealthReport } from "#shared/application/health/checkHealth.ts";
import type { Finding, Mend } from "#shared/application/health/findings.ts";
import { err, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { Health } from "./Health.tsx";
import { Section, TaskNotice, type AdminError } from "./Section.tsx";
import type { AdminServices } from "./services.ts";
import type { AdminTexts } from "./text/en.ts";
import { useTask, type Task } from "./useTask.ts";

export interface SetUpProps {
  readonly report: HealthReport;
  readonly services: AdminServices;
  readonly texts: AdminTexts;
  readonly look: () => Promise<void>;
  readonly looking: boolean;
}

type Work = () => Promise<Result<unknown, AdminError>>;

/** How the site is, and what sets it right. */
export const SetUp = ({ report, services, texts, look, looking }: SetUpProps) => {
  const { administration, signIn, appId } = services;
  const mending = useTask<AdminError>(signIn);
  const settingUp = useTask<AdminError>(signIn);
  const run = (task: Task<AdminError>, work: Work): void =>
    void task.run(async () => {
      const result = await work();
      if (result.ok) await look();
      return result;
    });
  const setUp = async (grantTo?: {
    readonly appId: string;
    readonly name: string;
  }): Promise<Result<unknown, AdminError>> => {
    const done = await administration.setUp(grantTo ? { grantTo } : {});
    return done.ok ? done : err(withoutSchema(done.error, texts));
  };
  const close = async (finding: Finding): Promise<Result<unknown, AdminError>> => {
    if (finding.code !== "closedButOpen") return err({ type: "Said", text: "" });
    const done = await (finding.closed ? administration.closeCycle : administration.reopenCycle)(finding.cycleKey);
    return done.ok ? done : err(withoutSchema(done.error, texts));
  };
  const mends: Readonly<Record<Exclude<Mend, "addLead">, (finding: Finding) => Work>> = {
    setUp: () => () => setUp(),
    protect: () => administration.protect,
    grant: () => () => setUp({ appId, name: "Drumbeat" }),
    close: (finding) => () => close(finding),
  };
  return (
    <>
      <Health
        report={report}
        texts={texts}
        looking={looking}
        onLookAgain={() => void look()}
        onMend={(mend, finding) => (mend === "addLead" ? undefined : () => run(mending, mends[mend](finding)))}
      >
        <TaskNotice task={mending} texts={texts} />
      </Health>
      <Section title={texts.setUp} hint={texts.setUpHint}>
        <div>
          <Button
            appearance={report.findings.some(({ code }) => code === "neverSetUp") ? "primary" : "secondary"}
            disabledFocusable={settingUp.state === "working"}
            onClick={() => run(settingUp, () => setUp())}
          >
            {texts.setUp}
          </Button>
        </div>
        <TaskNotice task={settingUp} texts={texts} />
      </Section>
    </>
  );
};

const withoutSchema = (
  error: AccessError | { readonly type: "NewerSchema"; readonly found: number },
  texts: AdminTexts,
): AdminError => (error.type === "NewerSchema" ? { type: "Said", text: texts.newer(error.found) } : error);
