import { describe, expect, it } from "@jest/globals";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { HealthReport } from "#shared/application/health/checkHealth.ts";
import type { Finding } from "#shared/application/health/findings.ts";
import type { Administration } from "#shared/application/protection/administration.ts";
import { err, ok } from "#shared/domain/result.ts";
import { AdminScreen } from "#shared/ui/admin/AdminScreen.tsx";
import type { AdminServices } from "#shared/ui/admin/services.ts";
import { adminAr } from "#shared/ui/admin/text/ar.ts";
import { adminDe } from "#shared/ui/admin/text/de.ts";
import { adminEn } from "#shared/ui/admin/text/en.ts";
import { findingText } from "#shared/ui/admin/text/findingText.ts";
import { aCycle, lena } from "#tests/support/okrs.ts";
import { aFrame, renderUi, signedInAsLena } from "#tests/support/ui.tsx";

interface Site {
  findings: readonly Finding[];
  schema: number | undefined;
  leads: readonly string[];
  readonly done: string[];
}

const siteWith = (findings: readonly Finding[]): Site => ({ findings, schema: 2, leads: [], done: [] });

const leadsOf = ({ leads }: Site) => ok(leads.map((name, id) => ({ id, person: { ...lena, name } })));

const administrationOf = (site: Site): Administration => {
  const note = (what: string): void => void site.done.push(what);
  return {
    setUp: () => {
      note("setUp");
      site.findings = [];
      site.schema = 2;
      return Promise.resolve(ok({ lists: [], schema: 2, rights: [] }));
    },
    protect: () => {
      note("protect");
      site.findings = [];
      return Promise.resolve(ok({ lists: [] }));
    },
    leads: () => Promise.resolve(leadsOf(site)),
    addLead: ({ name }) => {
      site.leads = [...site.leads, name];
      return Promise.resolve(leadsOf(site));
    },
    removeLead: ({ person }) => {
      site.leads = site.leads.filter((name) => name !== person.name);
      return Promise.resolve(leadsOf(site));
    },
    openCycle: ({ key }, partitions) => {
      note(`open ${key} with ${partitions.length}`);
      return Promise.resolve(ok(undefined));
    },
    closeCycle: (key) => {
      note(`close ${key}`);
      return Promise.resolve(ok({ isLocked: false }));
    },
    reopenCycle: (key) => {
      note(`reopen ${key}`);
      return Promise.resolve(ok({ isLocked: false }));
    },
  };
};

const show = (site: Site, more: Partial<AdminServices> = {}): void => {
  const report = (): HealthReport => ({
    findings: site.findings,
    ...(site.schema === undefined ? {} : { schema: site.schema }),
    supported: 2,
    sizes: [{ list: "Drumbeat Objectives", items: 1234, limit: 5000, isFilling: false }],
    proved: [{ role: "member", name: "milo@tinycart.example" }],
  });
  const services: AdminServices = {
    administration: administrationOf(site),
    checkHealth: () => Promise.resolve(ok(report())),
    readFrame: () => Promise.resolve(ok(aFrame({ cycles: [aCycle()] }))),
    leadership: () => Promise.resolve(ok({ leads: [], owners: [lena] })),
    findPerson: (text) => Promise.resolve(ok(text === "Lena" ? lena : undefined)),
    exportEverything: () => Promise.resolve(err({ type: "Offline" })),
    restore: () => Promise.resolve(err({ type: "Offline" })),
    download: () => Promise.resolve(),
    signIn: signedInAsLena,
    appId: "app-1",
    homeSite: "host:/sites/okr",
    ...more,
  };
  renderUi(<AdminScreen services={services} onBack={() => site.done.push("back")} />);
};

const OPEN: Finding = { code: "listOpen", list: "Drumbeat Objectives" };

const press = async (name: string): Promise<void> => userEvent.click(await screen.findByRole("button", { name }));

const SHUT: readonly Finding[] = ["Objectives", "Key Results", "Drafts", "Check-ins", "Log", "Leases"].map((list) => ({
  code: "listOpen",
  list,
}));

describe("the administration", () => {
  it("tells what means the same once, with one button, and all of it on request", async () => {
    const site = siteWith([...SHUT, { code: "noVersions", list: "Log" }]);
    show(site);
    const health = await screen.findByRole("region", { name: "Health" });
    expect(within(health).getAllByRole("button", { name: "Set rights" })).toHaveLength(2);
    expect(within(health).queryByText("“Leases” has the rights of the site.")).toBeNull();
    await press("Show all 6");
    expect(within(health).getByText("“Leases” has the rights of the site.")).toBeTruthy();
  });

  it("says what is wrong, what it means, and mends it", async () => {
    const site = siteWith([OPEN]);
    show(site);
    const health = await screen.findByRole("region", { name: "Health" });
    expect(health.textContent).toContain("“Drumbeat Objectives” has the rights of the site.");
    expect(health.textContent).toContain("may change and remove every row");
    await press("Set rights");
    expect(site.done).toEqual(["protect"]);
    expect(await screen.findByText("Everything is as it should be.")).toBeTruthy();
    expect(screen.getByText("1,234 of 5,000 rows")).toBeTruthy();
  });

  it("begins with nothing but setting up", async () => {
    const site: Site = { ...siteWith([{ code: "neverSetUp", missing: "Drumbeat Settings" }]), schema: undefined };
    show(site);
    const [button] = await screen.findAllByRole("button", { name: "Set up or repair" });
    expect(screen.queryByRole("region", { name: "OKR leads" })).toBeNull();
    if (button) await userEvent.click(button);
    expect(await screen.findByRole("region", { name: "OKR leads" })).toBeTruthy();
    expect(site.done).toEqual(["setUp"]);
  });

  it("names leads and takes them back", async () => {
    const site = siteWith([]);
    show(site);
    const leads = await screen.findByRole("region", { name: "OKR leads" });
    await userEvent.type(within(leads).getByRole("textbox"), "Nobody{Enter}");
    expect((await within(leads).findByRole("alert")).textContent).toContain("“Nobody”");
    await userEvent.clear(within(leads).getByRole("textbox"));
    await userEvent.type(within(leads).getByRole("textbox"), "Lena{Enter}");
    await press("Remove Lena Krüger");
    expect(site.leads).toEqual([]);
  });

  it("closes a cycle, and says where SharePoint cannot lock it alone", async () => {
    const site = siteWith([]);
    show(site);
    await press("Close Q1 2026");
    expect(site.done).toEqual([]);
    await press("Close the cycle");
    expect(site.done).toEqual(["close 2026-q1"]);
    expect(await screen.findByText(/SharePoint cannot lock them alone/)).toBeTruthy();
  });

  it("is for owners: others learn who they are", async () => {
    show(siteWith([{ code: "rightsUnknown", error: { type: "Forbidden" } }]));
    expect(await screen.findByText("Owners who have used it: Lena Krüger.")).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Cycles" })).toBeNull();
  });

  it("asks for what it needs, and says when the site cannot be reached", async () => {
    const scopes = ["https://host/AllSites.FullControl"];
    const error = { type: "SignInNeeded", reason: "consentRequired", scopes } as const;
    show(siteWith([{ code: "rightsUnknown", error }]));
    expect(await screen.findByRole("button", { name: "Review and allow" })).toBeTruthy();
  });

  it("gives an administrator the exact words of the grant", async () => {
    show(siteWith([]));
    const grant = await screen.findByRole("region", { name: "Least privilege" });
    expect(grant.textContent).toContain("/sites/host:/sites/okr?$select=id");
    expect(grant.textContent).toContain('"id": "app-1"');
  });

  it("tells findings in every language with what they are about", () => {
    for (const texts of [adminEn, adminDe, adminAr]) {
      const { what, means, how } = findingText(OPEN, texts.findings);
      expect(what).toContain("Drumbeat Objectives");
      expect(means.length).toBeGreaterThan(20);
      expect(how.length).toBeGreaterThan(5);
    }
  });
});
