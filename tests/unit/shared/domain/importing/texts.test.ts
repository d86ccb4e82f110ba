import { describe, expect, it } from "@jest/globals";
import { mapColumns } from "#shared/domain/importing/columns.ts";
import { priorityIn, readMarkup } from "#shared/domain/importing/markup.ts";
import { measureInText } from "#shared/domain/importing/textMeasure.ts";

describe("headers", () => {
  const mapped = (...headers: readonly string[]) => Object.fromEntries(mapColumns(headers).at);

  it("[IM1] finds columns whatever the language, case and punctuation", () => {
    expect(mapped("Cycle", "PARENT-ID", "Key_Result", "Title")).toEqual({ cycle: 0, parent: 1, text: 3 });
    expect(mapped("Zeitraum", "Übergeordnet", "Titel", "Verantwortlich", "Startwert", "Zielwert")).toEqual({
      cycle: 0, parent: 1, text: 2, owner: 3, start: 4, target: 5,
    }); // prettier-ignore
    expect(mapped("Période", "Intitulé", "Responsable", "Cible")).toEqual({ cycle: 0, text: 1, owner: 2, target: 3 });
    expect(mapped("المعرف", "العنوان", "الهدف")).toEqual({ id: 0, text: 1, target: 2 });
  });

  it("[IM1] takes the first of a meaning and lists what it has no use for", () => {
    expect(mapColumns(["Title", "Name", "", "Colour"])).toEqual({
      at: new Map([["text", 0]]),
      unused: ["Name", "Colour"],
    });
  });

  it("[IM1] takes start and end without a target for days", () => {
    expect(mapped("title", "start", "end")).toEqual({ text: 0, startDate: 1, endDate: 2 });
    expect(mapped("title", "start", "end", "target")).toEqual({ text: 0, start: 1, endDate: 2, target: 3 });
  });
});

describe("markup", () => {
  it.each([
    ["[Get ready](#p1-get-ready)", { text: "Get ready", struck: false, tags: [] }],
    ["[Release the analyser[s]](#x)", { text: "Release the analyser[s]", struck: false, tags: [] }],
    ["Read [the guide](https://example.com/a) twice", { text: "Read the guide twice", struck: false, tags: [] }],
    ["Attract **relevant** people (_pending_)", { text: "Attract relevant people (pending)", struck: false, tags: [] }],
    ["snake_case_name stays", { text: "snake_case_name stays", struck: false, tags: [] }],
    ["~~Give it up [INFRA][APPS]~~", { text: "Give it up", struck: true, tags: ["INFRA", "APPS"] }],
    ["Grow [DevRel]", { text: "Grow", struck: false, tags: ["DevRel"] }],
    ["[P1] Get ready", { text: "Get ready", struck: false, tags: [], priority: 1 }],
    ["Get ready [Team] [P0]", { text: "Get ready", struck: false, tags: ["Team"], priority: 0 }],
    ["[all of it]", { text: "[all of it]", struck: false, tags: [] }],
    ["=SUM(A1) +x @y", { text: "=SUM(A1) +x @y", struck: false, tags: [] }],
  ])("[IM7] reads %j", (source, plain) => {
    expect(readMarkup(source)).toEqual(plain);
  });

  it("[IM7] ranks priorities", () => {
    expect(["P0", "p3", "1 - high", "2", "high", ""].map(priorityIn)).toEqual([0, 3, 1, 2, undefined, undefined]);
  });
});

describe("measures in other words", () => {
  it.each([
    ["نسبة التلف من ١٢٪ إلى ٩٪", { direction: "down", unit: "%", baseline: 12, target: 9 }],
    ["Fehler 12 % → 9 %", { direction: "down", unit: "%", baseline: 12, target: 9 }],
    ["de 300 para 900 lojas", { direction: "up", unit: "lojas", baseline: 300, target: 900 }],
    ["Farms named on the board: 14", { direction: "up", unit: "", baseline: 0, target: 14 }],
  ])("[IM8] %s", (text, measure) => expect(measureInText(text, "en")?.measure).toMatchObject(measure));
});

describe("measureInText", () => {
  const read = (text: string, locale = "en") => {
    const found = measureInText(text, locale);
    if (found?.measure.kind !== "metric") return undefined;
    const { measure, startAssumed } = found;
    if (measure.direction === "up" || measure.direction === "down") {
      return `${measure.baseline}${startAssumed ? "?" : ""} to ${measure.target} ${measure.unit}`.trim();
    }
    return measure.direction === "stayBelow" ? `below ${measure.limit} ${measure.unit}`.trim() : measure.direction;
  };

  it.each([
    ["Cut shrinkage from 12% to 9%", "12 to 9 %"],
    ["Raise NPS from 41 to 50", "41 to 50"],
    ["Grow sales from €1.2 to €1.5", "1.2 to 1.5 €"],
    ["Warteschlange von 12 auf 9,5 Minuten verkürzen", "12 to 9.5 Minuten"],
    ["Réduire de 12 à 9 jours", "12 to 9 jours"],
    ["increase throughput by 30%", "0 to 30 % change"],
    ["decrease errors by 30 %", "0 to -30 % change"],
    ["Keep shelves empty never more than 2 hours", "below 2 hours"],
    ["Get 100 stars", "0? to 100 stars"],
    ["Reach 1,000 cumulative upvotes of new posts", "0? to 1000 cumulative upvotes"],
    ["Partner with 4 strategic users (2 in shops / 2 online)", "0? to 4 strategic users"],
    ["Publish 8 blog posts during Q1 2018", "0? to 8 blog posts"],
    ["Win 6 more collaborators", "0? to 6 collaborators"],
    ["20 neue Kunden in Berlin gewinnen", "0? to 20 Kunden"],
  ])("[IM8] %j is %s", (text, measure) => {
    expect(read(text, /[äöü]/u.test(text) ? "de" : "en")).toBe(measure);
  });

  it.each([
    "Launch the playground (10x)",
    "Store the world's source (#5)",
    "Publish 1 case study",
    "Post 5 times a day",
    "Improve throughput by 5x",
    "Answer within 30 days",
    "Finish the migration to v2",
    "Releases 0.2 and onwards",
    "Have over 2/3 of users satisfied",
    "Have 70% of users report a good experience",
    "Support 24/7 operations in 2019",
    "Cover the 1st half of 2019",
    "Do it in 1 month with 60 machines",
    "Review time falls to 5 days",
    "Prepare the launch with the top 3 analysers",
    "Ship in 12 languages and 4 regions",
    "Open 12 shops and 4 depots",
    "Hold from 5 to 5",
    "Make it better",
  ])("[IM8] %j leaves a doubt", (text) => {
    expect(measureInText(text, "en")).toBeUndefined();
  });
});
