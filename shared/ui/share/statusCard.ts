import type { Day } from "#shared/domain/day.ts";
import type { KeyResultView, Tally } from "#shared/domain/okr/view.ts";
import type { Status } from "#shared/domain/okr/status.ts";
import { targetText, valueText } from "../keyResultText.ts";
import type { Ui } from "../UiContext.ts";

/** The facts of a unit's status that a channel gets to see. */
export interface StatusFactsForCard {
  readonly unitName: string;
  readonly cycleName: string;
  readonly today: Day;
  readonly tally: Tally;
  /** Furthest from what is expected first. */
  readonly furthest: readonly KeyResultView[];
  readonly link: string;
}

/** Names of Adaptive Cards for the meaning of a text's colour. */
const COLORS: Partial<Record<Status, string>> = { onTrack: "good", behind: "warning", atRisk: "attention" };
/** All, so that the counts add up to the number of key results; of none there are none to show. */
const SHOWN: readonly Status[] = ["onTrack", "behind", "atRisk", "notStarted", "closed", "postponed"];

const text = (value: string, look: object = {}) => ({ type: "TextBlock", text: plain(value), wrap: true, ...look });

/** A text block reads Markdown; what people wrote is not meant as any. */
const plain = (value: string): string => value.replaceAll(/[\\`*_[\]#|~>]/gu, (mark) => `\\${mark}`);

const counts = ({ tally }: StatusFactsForCard, { messages, format }: Ui) => ({
  type: "ColumnSet",
  columns: SHOWN.filter((status) => tally[status] > 0).map((status) => ({
    type: "Column",
    width: "stretch",
    items: [
      text(format.number(tally[status]), { size: "extraLarge", weight: "bolder", color: COLORS[status] ?? "default" }),
      text(messages.status[status], { spacing: "none", isSubtle: true, size: "small" }),
    ],
  })),
});

const fact = (view: KeyResultView, ui: Ui) => {
  const { keyResult, value, status } = view;
  if (value === undefined || status.gapPoints === undefined) return [];
  return [
    {
      type: "Container",
      spacing: "small",
      items: [
        text(keyResult.title, { weight: "bolder" }),
        text(
          ui.messages.share.fact(
            valueText(keyResult.measure, value, ui),
            targetText(keyResult.measure, ui),
            ui.format.number(Math.round(status.gapPoints)),
          ),
          { spacing: "none", isSubtle: true },
        ),
      ],
    },
  ];
};

/** What the list below is, or why there is none: unmeasured is not on track. */
const headline = ({ furthest, tally }: StatusFactsForCard, { messages }: Ui) => {
  if (furthest.length > 0) return text(messages.share.needsAttention, { weight: "bolder", spacing: "medium" });
  return text(tally.measured === 0 ? messages.progress.unmeasured : messages.share.allOnTrack);
};

/**
 * The status of a unit as an Adaptive Card 1.4. Facts only: no adjectives, no person as the subject. Only `Action.OpenUrl`,
 * because nothing else works in a channel without a bot.
 */
export const statusCard = (facts: StatusFactsForCard, ui: Ui): object => {
  const { messages, format } = ui;
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.4",
    body: [
      text(messages.share.summary(facts.unitName, facts.cycleName), { size: "medium", weight: "bolder" }),
      text(
        [
          messages.share.asOf(format.day(facts.today)),
          messages.board.objectives(facts.tally.objectives),
          messages.board.keyResults(facts.tally.keyResults),
        ].join(" · "),
        { spacing: "none", isSubtle: true, size: "small" },
      ),
      counts(facts, ui),
      headline(facts, ui),
      ...facts.furthest.flatMap((view) => fact(view, ui)),
    ],
    actions: [{ type: "Action.OpenUrl", title: messages.share.openInDrumbeat, url: facts.link }],
  };
};
