import { describe, expect, it } from "@jest/globals";
import { dialogPage } from "#simulator/teams-shell/client/shell/state.ts";
import { openShell, origin, settled } from "../../shells.ts";

const lastAnswer = (page: {
  readonly posted: readonly { readonly id?: number; readonly args: readonly unknown[] }[];
}) => page.posted.findLast(({ id }) => id !== undefined)?.args;

const withDialog = async () => {
  const opened = await openShell();
  const parent = opened.openPage();
  expect(
    await opened.call(parent, "tasks.startTask", { url: `${origin}/dialog`, title: "Edit", width: 400 }),
  ).toBeUndefined();
  const page = opened.attach(dialogPage(opened.state(), opened.session));
  return { ...opened, parent, page };
};

describe("[TS14] dialogs of an app's page", () => {
  it("answers the page that opened it when the dialog is submitted", async () => {
    const { state, call, parent, page } = await withDialog();
    expect(await call(page, "initialize")).toHaveProperty("0", "task");
    expect(state().dialog).toMatchObject({ title: "Edit", width: 400, height: "small" });
    await call(page, "tasks.completeTask", { value: 7 });
    expect(state().dialog).toBeUndefined();
    expect(lastAnswer(parent)).toEqual([null, { value: 7 }]);
  });

  it("answers that the person closed it", async () => {
    const { shell, parent } = await withDialog();
    shell.dialogs.close();
    expect(lastAnswer(parent)).toEqual(["User cancelled/closed the task module.", null]);
  });

  it("passes messages both ways and resizes", async () => {
    const { state, call, parent, page } = await withDialog();
    await call(page, "messageForParent", "saved");
    await call(parent, "messageForChild", "close");
    await call(page, "tasks.updateTask", { width: 500, height: "large" });
    expect(parent.events()).toEqual([["messageForParent", "saved"]]);
    expect(page.events()).toEqual([["messageForChild", "close"]]);
    expect(state().dialog).toMatchObject({ width: 500, height: "large" });
  });

  it.each([
    [{ card: "{}" }, "Only dialogs that show an address and need no bot are simulated."],
    [{ url: `${origin}/d`, completionBotId: "b" }, "Only dialogs that show an address and need no bot are simulated."],
    [{ url: "https://evil.example" }, "evil.example is not among the validDomains of the app's manifest."],
  ])("refuses %j", async (info, reason) => {
    const { call, openPage } = await openShell();
    expect(await call(openPage(), "tasks.startTask", info)).toEqual([reason, null]);
  });

  it("opens one dialog at a time", async () => {
    const { call, parent } = await withDialog();
    expect(await call(parent, "tasks.startTask", { url: `${origin}/d` })).toEqual(["Another dialog is open.", null]);
  });
});

describe("[TS17] choosing people", () => {
  it("answers with those who were chosen", async () => {
    const { shell, state, call, openPage } = await openShell();
    const page = openPage();
    await call(page, "people.selectPeople", { singleSelect: true, title: "Owner", setSelected: ["a", 7] });
    expect(state().picker).toEqual({ single: true, title: "Owner", selectedIds: ["a"] });
    const chosen = [{ objectId: "a", displayName: "Ada", email: "ada@tinycart.example" }];
    shell.questions.answerPicker(chosen);
    await settled();
    expect(lastAnswer(page)).toEqual([null, chosen]);
  });

  it("answers error 8000 when the picker is closed", async () => {
    const { shell, call, openPage } = await openShell();
    const page = openPage();
    await call(page, "people.selectPeople", {});
    shell.questions.answerPicker(undefined);
    await settled();
    expect(lastAnswer(page)).toMatchObject([{ errorCode: 8000 }, null]);
  });
});

describe("[TS18] the sign-in window", () => {
  const url = `${origin}/sign-in`;

  it("answers with what the window reports", async () => {
    const { call, openPage, popups } = await openShell();
    const page = openPage();
    expect(await call(page, "authentication.authenticate", url, 400, 500)).toBeUndefined();
    const [popup] = popups;
    if (popup === undefined) throw new Error("No window was opened.");
    expect(await call(popup, "initialize")).toHaveProperty("0", "authentication");
    await call(popup, "authentication.authenticate.success", "code-1");
    await settled();
    expect(lastAnswer(page)).toEqual([true, "code-1"]);
  });

  it("notices that the window was closed", async () => {
    const { call, openPage, popups, tick } = await openShell();
    const page = openPage();
    await call(page, "authentication.authenticate", url);
    tick();
    expect(lastAnswer(page)).toBeUndefined();
    Object.assign(popups[0] ?? {}, { closed: true });
    tick();
    await settled();
    expect(lastAnswer(page)).toEqual([false, "CancelledByUser"]);
  });

  it("says when the window is blocked or its address is not allowed", async () => {
    const { call, openPage, blocked } = await openShell();
    const page = openPage();
    blocked.popups = true;
    expect(await call(page, "authentication.authenticate", url)).toEqual([false, "FailedToOpenWindow"]);
    expect(await call(page, "authentication.authenticate", "https://evil.example")).toEqual([
      false,
      "evil.example is not among the validDomains of the app's manifest.",
    ]);
  });
});
