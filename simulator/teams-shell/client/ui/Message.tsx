import { Avatar, Caption1, Body1Strong, Body1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef } from "react";
import type { ChannelMessage, MessageAttachment } from "../../wire.ts";
import { Card, followLinks } from "./Card.tsx";
import { safeHtml } from "./richText.ts";
import { useNarrow } from "./useNarrow.ts";
import { useLocale, useShell, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  message: {
    display: "flex",
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  messageNarrow: { padding: tokens.spacingHorizontalM, gap: tokens.spacingHorizontalS },
  content: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  head: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  time: { color: tokens.colorNeutralForeground3 },
  subject: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  body: {
    overflowWrap: "anywhere",
    lineHeight: tokens.lineHeightBase300,
    "& p": { margin: 0 },
    "& a": { color: tokens.colorBrandForegroundLink },
    "& at": { color: tokens.colorBrandForegroundLink },
    "& img": { maxWidth: "100%" },
  },
  plain: { whiteSpace: "pre-wrap" },
  unknown: { color: tokens.colorNeutralForeground3 },
});

const cardType = "application/vnd.microsoft.card.adaptive";

const HtmlBody = ({ html }: { readonly html: string }) => {
  const styles = useStyles();
  const shell = useShell();
  const element = useRef<HTMLDivElement>(null);
  const safe = useMemo(() => safeHtml(html), [html]);
  useEffect(() => (element.current === null ? undefined : followLinks(element.current, shell.follow)), [shell]);
  // The text has been through DOMPurify, see richText.ts.
  // oxlint-disable-next-line react/no-danger
  return safe.trim() === "" ? null : (
    <div ref={element} className={styles.body} dir="auto" dangerouslySetInnerHTML={{ __html: safe }} />
  );
};

const Attachment = ({ attachment }: { readonly attachment: MessageAttachment }) => {
  const styles = useStyles();
  const texts = useTexts();
  if (attachment.contentType === cardType && attachment.content !== undefined)
    return <Card content={attachment.content} />;
  return <Caption1 className={styles.unknown}>{texts.unknownAttachment(attachment.contentType)}</Caption1>;
};

const useWhen = (at: string): string => {
  const locale = useLocale();
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(date);
};

export const Message = ({ message }: { readonly message: ChannelMessage }) => {
  const styles = useStyles();
  const texts = useTexts();
  const narrow = useNarrow();
  const when = useWhen(message.at);
  return (
    <article
      className={mergeClasses(styles.message, narrow && styles.messageNarrow)}
      aria-label={texts.message(message.from)}
    >
      <Avatar name={message.from} color="colorful" size={narrow ? 24 : 32} aria-hidden />
      <div className={styles.content}>
        <div className={styles.head}>
          <Body1Strong>{message.from}</Body1Strong>
          <Caption1 className={styles.time}>
            <time dateTime={message.at}>{when}</time>
          </Caption1>
        </div>
        {message.subject !== undefined && (
          <div className={styles.subject} dir="auto">
            {message.subject}
          </div>
        )}
        {message.body.contentType === "html" ? (
          <HtmlBody html={message.body.content} />
        ) : (
          <Body1 className={mergeClasses(styles.body, styles.plain)} dir="auto">
            {message.body.content}
          </Body1>
        )}
        {message.attachments.map((attachment) => (
          <Attachment key={attachment.id} attachment={attachment} />
        ))}
      </div>
    </article>
  );
};
