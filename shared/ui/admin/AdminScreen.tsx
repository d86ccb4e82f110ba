import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import type { HealthReport } from "#shared/application/health/checkHealth.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { AccessScreen } from "../access/AccessScreen.tsx";
import { BackButton } from "../notice/BackButton.tsx";
import { localTexts } from "../text/localTexts.ts";
import { Cycles } from "./Cycles.tsx";
import { Grant } from "./Grant.tsx";
import { Leads } from "./Leads.tsx";
import { Section } from "./Section.tsx";
import type { AdminServices } from "./services.ts";
import { SetUp, type SetUpProps } from "./SetUp.tsx";
import { Sizes } from "./Sizes.tsx";
import { adminEn, type AdminTexts } from "./text/en.ts";
import { Transfer } from "./Transfer.tsx";

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
  head: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    ":focus": { outlineStyle: "none" },
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
  const [looking, setLooking] = useState(false);
  const look = useCallback(async (): Promise<void> => {
    setLooking(true);
    setReport(await services.checkHealth({ appId: services.appId }));
    setLooking(false);
  }, [services]);
  useEffect(() => {
    title.current?.focus();
    void look();
  }, [look]);
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <BackButton onClick={onBack}>{texts.back}</BackButton>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {texts.title}
        </h1>
      </div>
      {report === undefined ? (
        <Spinner label={texts.loading} />
      ) : report.ok ? (
        <Looked report={report.value} services={services} texts={texts} look={look} looking={looking} />
      ) : (
        <AccessScreen error={report.error} onRetry={look} signIn={services.signIn} why={texts.lookWhy} />
      )}
    </main>
  );
};

/** Why rights could not be looked at; undefined when they could, or when there is nothing yet. */
const barrier = ({ findings }: HealthReport): AccessError | undefined =>
  findings.find((finding) => finding.code === "rightsUnknown")?.error;

const Looked = (props: SetUpProps) => {
  const { report, services, texts, look } = props;
  const error = barrier(report);
  if (error?.type === "Forbidden") return <NoAccess services={services} texts={texts} />;
  if (error?.type === "SignInNeeded") {
    return <AccessScreen error={error} onRetry={look} signIn={services.signIn} why={texts.lookWhy} />;
  }
  return (
    <>
      <SetUp {...props} />
      {report.schema === undefined ? undefined : (
        <>
          <Leads services={services} texts={texts} />
          <Cycles services={services} texts={texts} />
          {report.sizes.length === 0 ? undefined : <Sizes sizes={report.sizes} texts={texts} />}
          <Transfer services={services} texts={texts} />
        </>
      )}
      <Grant services={services} texts={texts} />
    </>
  );
};

const NoAccess = ({ services, texts }: Pick<SetUpProps, "services" | "texts">) => {
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
