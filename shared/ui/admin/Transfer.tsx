import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { RESTORED_KINDS, type RestoreReport } from "#shared/application/transfer/restorePlan.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { readDocument } from "#shared/domain/transfer/document.ts";
import { useUi } from "../UiContext.ts";
import { Section, TaskNotice, type AdminError } from "./Section.tsx";
import type { AdminServices } from "./services.ts";
import type { AdminTexts } from "./text/en.ts";
import { useTask } from "./useTask.ts";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  hidden: { display: "none" },
});

/** Everything as a file, and back. */
export const Transfer = ({ services, texts }: { readonly services: AdminServices; readonly texts: AdminTexts }) => {
  const styles = useStyles();
  const { format } = useUi();
  const exporting = useTask<AdminError>(services.signIn);
  const restoring = useTask<AdminError>(services.signIn);
  const [report, setReport] = useState<RestoreReport>();
  const file = useRef<HTMLInputElement>(null);
  const download = (as: "json" | "xlsx") => () =>
    void exporting.run(async () => {
      const document = await services.exportEverything();
      if (document.ok) await services.download(document.value, as);
      return document;
    });
  const restore = async (chosen: File): Promise<Result<void, AdminError>> => {
    const document = readDocument(await chosen.text());
    if (!document.ok) {
      const at = document.error.type === "Misshapen" ? document.error.at : document.error.type;
      return err({ type: "Said", text: texts.restoreUnreadable(at) });
    }
    const restored = await services.restore(document.value);
    if (!restored.ok) {
      const { error } = restored;
      return err(error.type === "NewerSchema" ? { type: "Said", text: texts.newer(error.found) } : error);
    }
    setReport(restored.value);
    return ok(undefined);
  };
  return (
    <>
      <Section title={texts.export} hint={texts.exportHint}>
        <div className={styles.row}>
          <Button onClick={download("json")}>{texts.exportJson}</Button>
          <Button onClick={download("xlsx")}>{texts.exportXlsx}</Button>
        </div>
        <TaskNotice task={exporting} texts={texts} />
      </Section>
      <Section title={texts.restore} hint={texts.restoreHint}>
        <div className={styles.row}>
          <Button onClick={() => file.current?.click()}>{texts.restore}</Button>
          <input
            ref={file}
            type="file"
            accept="application/json,.json"
            className={styles.hidden}
            aria-label={texts.restore}
            onChange={({ currentTarget }) => {
              const chosen = currentTarget.files?.[0];
              currentTarget.value = "";
              if (chosen) void restoring.run(() => restore(chosen));
            }}
          />
        </div>
        <TaskNotice task={restoring} texts={texts} />
        {report
          ? RESTORED_KINDS.map((kind) => {
              const { made, present } = report.counts[kind];
              return (
                <Text key={kind}>{texts.restored(texts.kinds[kind], format.number(made), format.number(present))}</Text>
              );
            })
          : undefined}
        {report && report.findings.length > 0 ? (
          <Text>{texts.leftAlone(format.number(report.findings.length))}</Text>
        ) : undefined}
      </Section>
    </>
  );
};
