import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Section } from "./Section.tsx";
import type { AdminServices } from "./services.ts";
import type { AdminTexts } from "./text/en.ts";

const useStyles = makeStyles({
  words: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

export interface GrantProps {
  readonly services: Pick<AdminServices, "appId" | "homeSite">;
  readonly texts: AdminTexts;
}

/** The exact words with which an administrator of the tenant lets the app into this one site. */
export const Grant = ({ services: { appId, homeSite }, texts }: GrantProps) => {
  const styles = useStyles();
  const [copied, setCopied] = useState<string>();
  const body = { roles: ["write"], grantedToIdentities: [{ application: { id: appId, displayName: "Drumbeat" } }] };
  const words = [
    `GET https://graph.microsoft.com/v1.0/sites/${homeSite}?$select=id`,
    "POST https://graph.microsoft.com/v1.0/sites/{id}/permissions",
    JSON.stringify(body, undefined, 2),
  ].join("\n\n");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(words);
      setCopied(texts.copied);
    } catch {
      // A frame may write there only when the page around it says so.
      setCopied(texts.notCopied);
    }
  };
  return (
    <Section title={texts.grant} hint={texts.grantHint}>
      <pre className={styles.words} dir="ltr">
        {words}
      </pre>
      <div>
        <Button onClick={() => void copy()}>{copied ?? texts.copy}</Button>
      </div>
    </Section>
  );
};
