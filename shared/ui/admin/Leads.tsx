import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { err, type Result } from "#shared/domain/result.ts";
import type { Lead } from "#shared/ports/protection.ts";
import { Few } from "./Few.tsx";
import { Section, TaskNotice, type AdminError } from "./Section.tsx";
import type { AdminServices } from "./services.ts";
import type { AdminTexts } from "./text/en.ts";
import { useTask } from "./useTask.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minHeight: "32px" },
  form: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalS },
  grow: { flex: "1 1 14rem", minWidth: 0 },
});

/** A group names hundreds. */
const MOST = 8;

export const Leads = ({ services, texts }: { readonly services: AdminServices; readonly texts: AdminTexts }) => {
  const styles = useStyles();
  const { administration, findPerson, signIn } = services;
  const task = useTask<AdminError>(signIn);
  const [leads, setLeads] = useState<readonly Lead[]>([]);
  const [text, setText] = useState("");
  useEffect(() => {
    let mounted = true;
    const load = async (): Promise<void> => {
      const found = await administration.leads();
      if (mounted && found.ok) setLeads(found.value);
    };
    void load();
    return () => {
      mounted = false;
    };
  }, [administration]);
  const change = (work: () => Promise<Result<readonly Lead[], AdminError>>) => () =>
    void task.run(async () => {
      const changed = await work();
      if (changed.ok) {
        setLeads(changed.value);
        setText("");
      }
      return changed;
    });
  const add = async (): Promise<Result<readonly Lead[], AdminError>> => {
    const person = await findPerson(text.trim());
    if (!person.ok) return person;
    return person.value ? administration.addLead(person.value) : err({ type: "Said", text: texts.notFound(text) });
  };
  return (
    <Section title={texts.leads} hint={texts.leadsHint}>
      {leads.length === 0 ? <Text>{texts.noLeads}</Text> : undefined}
      <Few items={leads} most={MOST} showAll={texts.showAllLeads}>
        {(shown) => (
          <ul className={styles.list}>
            {shown.map((lead) => (
              <li key={lead.id} className={styles.row}>
                <Text className={styles.grow}>{lead.person.name}</Text>
                <Button
                  appearance="subtle"
                  icon={<DismissRegular />}
                  aria-label={texts.remove(lead.person.name)}
                  onClick={change(() => administration.removeLead(lead))}
                />
              </li>
            ))}
          </ul>
        )}
      </Few>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") change(add)();
        }}
      >
        <Field label={texts.addLead} className={styles.grow}>
          <Input value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
        <Button type="submit">{texts.add}</Button>
      </form>
      <TaskNotice task={task} texts={texts} />
    </Section>
  );
};
