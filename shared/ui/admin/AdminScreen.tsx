import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import type { HealthReport } from "#shared/application/health/checkHealth.ts";
import type { Finding, Mend } from "#shared/application/health/findings.ts";
import { err, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { AccessScreen } from "../access/AccessScreen.tsx";
import { localTexts } from "../text/localTexts.ts";
import { Cycles } from "./Cycles.tsx";
import { Health } from "./Health.tsx";
import { Leads } from "./Leads.tsx";
import { Section, TaskNotice, type AdminError } from "./Section.tsx";
import type { AdminServices } from "./services.ts";
import { adminEn, type AdminTexts } from "./text/en.ts";
import { Transfer } from "./Transfer.tsx";
import { useTask } from "./useTask.ts";

const useTexts = localTexts<AdminTexts>({
  en: adminEn,
  de: async () => (await import("./text/de.ts")).adminDe,
  ar: async () => (await import("./text/ar.ts")).adminAr,
});

const useStyles = makeStyles({
  page: {
    boxSizing: "border-box",
    maxWidth: "50rem",
    marginInline: "auto",
    padding: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  words: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyMonospace,
  },
});

export interface AdminScreenProps {
  readonly services: AdminServices;
  readonly onBack: () => void;
}

/** What owners of the site look after. */
export const AdminScreen = ({ services, onBack }: AdminScreenProps) => {
  const styles = useStyles();
  const texts = useTexts();
  const title = useRef<HTMLHeadingElement>(null);
  const [report, setReport] = useState<Result<HealthReport, AccessError>>();
  const look = useCallback(async (): Promise<void> => {
    setReport(await services.checkHealth({ appId: services.appId }));
  }, [services]);
  useEffect(() => {
    title.current?.focus();
    void look();
  }, [look]);
  return (
    <main className={styles.page}>
      <div>
        <Button appearance="subtle" onClick={onBack}>
          {texts.back}
        </Button>
      </div>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {texts.title}
      </h1>
      {report === undefined ? (
        <Spinner label={texts.loading} />
      ) : report.ok ? (
        <Looked report={report.value} services={services} texts={texts} look={look} />
      ) : (
        <AccessScreen error={report.error} onRetry={look} signIn={services.signIn} />
      )}
    </main>
  );
};

interface LookedProps extends Pick<AdminScreenProps, "services"> {
  readonly report: HealthReport;
  readonly texts: AdminTexts;
  readonly look: () => Promise<void>;
}

/** Why rights could not be looked at; undefined when they could, or when there is nothing yet. */
const barrier = ({ findings }: HealthReport): AccessError | undefined =>
  findings.find((finding) => finding.code === "rightsUnknown")?.error;

const Looked = ({ report, services, texts, look }: LookedProps) => {
  const error = barrier(report);
  if (error?.type === "Forbidden") return <NoAccess services={services} texts={texts} />;
  if (error?.type === "SignInNeeded") return <AccessScreen error={error} onRetry={look} signIn={services.signIn} />;
  return (
    <>
      <SetUp report={report} services={services} texts={texts} look={look} />
      {report.schema === undefined ? undefined : (
        <>
          <Leads services={services} texts={texts} />
          <Cycles services={services} texts={texts} />
          <Transfer services={services} texts={texts} />
        </>
      )}
      <Grant services={services} texts={texts} />
    </>
  );
};

const NoAccess = ({ services, texts }: Pick<LookedProps, "services" | "texts">) => {
  const [names, setNames] = useState("");
  useEffect(() => {
    let mounted = true;
    const read = async (): Promise<void> => {
      const leadership = await services.leadership();
      const owners = leadership.ok ? (leadership.value?.owners ?? []) : [];
      if (mounted) setNames(owners.map(({ name }) => name).join(", "));
    };
    void read();
    return () => {
      mounted = false;
    };
  }, [services]);
  return (
    <Section title={texts.noAccessTitle}>
      <Text role="alert">{texts.noAccess(names)}</Text>
    </Section>
  );
};

const SetUp = ({ report, services, texts, look }: LookedProps) => {
  const { administration, signIn, appId } = services;
  const task = useTask<AdminError>(signIn);
  const run = (work: () => Promise<Result<unknown, AdminError>>): void =>
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
  const mends: Readonly<
    Record<Exclude<Mend, "addLead">, (finding: Finding) => () => Promise<Result<unknown, AdminError>>>
  > = {
    setUp: () => () => setUp(),
    protect: () => administration.protect,
    grant: () => () => setUp({ appId, name: "Drumbeat" }),
    close: (finding) => () => close(finding),
  };
  return (
    <>
      <TaskNotice task={task} texts={texts} />
      <Health
        report={report}
        texts={texts}
        onLookAgain={() => void look()}
        onMend={(mend, finding) => (mend === "addLead" ? undefined : () => run(mends[mend](finding)))}
      />
      <Section title={texts.setUp} hint={texts.setUpHint}>
        <div>
          <Button appearance="primary" disabledFocusable={task.state === "working"} onClick={() => run(() => setUp())}>
            {texts.setUp}
          </Button>
        </div>
      </Section>
    </>
  );
};

const withoutSchema = (
  error: AccessError | { readonly type: "NewerSchema"; readonly found: number },
  texts: AdminTexts,
): AdminError => (error.type === "NewerSchema" ? { type: "Said", text: texts.newer(error.found) } : error);

const Grant = ({ services, texts }: Pick<LookedProps, "services" | "texts">) => {
  const styles = useStyles();
  const { appId, homeSite } = services;
  const body = { roles: ["write"], grantedToIdentities: [{ application: { id: appId, displayName: "Drumbeat" } }] };
  const words = [
    `GET https://graph.microsoft.com/v1.0/sites/${homeSite}?$select=id`,
    "POST https://graph.microsoft.com/v1.0/sites/{id}/permissions",
    JSON.stringify(body, undefined, 2),
  ].join("\n\n");
  return (
    <Section title={texts.grant} hint={texts.grantHint}>
      <pre className={styles.words} dir="ltr">
        {words}
      </pre>
      <div>
        <Button onClick={() => void navigator.clipboard.writeText(words).catch(() => undefined)}>{texts.copy}</Button>
      </div>
    </Section>
  );
};
