import type { Configuration } from "#shared/adapters/browser/config.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import { downloadFile } from "#shared/adapters/browser/download.ts";
import { browserIds } from "#shared/adapters/browser/ids.ts";
import { makeWorkbook } from "#shared/adapters/browser/workbook.ts";
import { createGraphDirectory } from "#shared/adapters/graph/directory.ts";
import { createGraphHistory } from "#shared/adapters/graph/history.ts";
import { createLeadershipRegister } from "#shared/adapters/graph/leadership.ts";
import { createStructure } from "#shared/adapters/graph/provision/inspect.ts";
import { createProvisioning } from "#shared/adapters/graph/provision/provision.ts";
import type { SendToGraph } from "#shared/adapters/graph/request/call.ts";
import { createProtection } from "#shared/adapters/sharepoint/protection.ts";
import { connectToSharePoint } from "#shared/adapters/sharepoint/request.ts";
import { checkHealth } from "#shared/application/health/checkHealth.ts";
import { readHistory } from "#shared/application/history/readHistory.ts";
import { administration } from "#shared/application/protection/administration.ts";
import { publishing } from "#shared/application/protection/publishing.ts";
import { exportEverything } from "#shared/application/transfer/exportEverything.ts";
import { restore } from "#shared/application/transfer/restore.ts";
import { sheetsOf } from "#shared/application/transfer/sheets.ts";
import { writeDocument, type ExportDocument } from "#shared/domain/transfer/document.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { Pressure } from "#shared/ports/pressure.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import type { ManageServices } from "#shared/ui/okrApp/manageServices.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const download = async (content: ExportDocument, format: "json" | "xlsx"): Promise<void> => {
  const name = `drumbeat-${content.exportedAt.slice(0, 10)}.${format}`;
  if (format === "json") return downloadFile(document, name, [...writeDocument(content)], "application/json");
  downloadFile(document, name, [await makeWorkbook(sheetsOf(content))], XLSX);
};

/** Joins what publishes, tells histories and looks after the site; fetched at its first use. */
export const composeManage = (
  { homeSite, clientId, sharePointOrigin }: Configuration,
  common: {
    readonly send: SendToGraph;
    readonly okrRepository: OkrRepository;
    readonly signIn: SignIn;
    readonly pressure: Pressure;
  },
): ManageServices => {
  const { send, okrRepository, signIn, pressure } = common;
  const site = { send, homeSite };
  const deps = {
    okrRepository,
    provisioning: createProvisioning(site),
    structure: createStructure(site),
    leadershipRegister: createLeadershipRegister(site),
    history: createGraphHistory(site),
    protection: createProtection(
      connectToSharePoint({
        signIn,
        clock: browserClock,
        random: Math.random,
        homeSite,
        ...(sharePointOrigin === undefined ? {} : { sharePointOrigin }),
      }),
    ),
    who: signIn.current,
    clock: browserClock,
    ids: browserIds,
    pressure,
  };
  return {
    publishing: publishing(deps),
    readHistory: readHistory(deps),
    admin: {
      administration: administration(deps),
      checkHealth: checkHealth(deps),
      readFrame: okrRepository.readFrame,
      leadership: deps.leadershipRegister.read,
      findPerson: createGraphDirectory(send).findPerson,
      exportEverything: exportEverything(deps),
      restore: async (content) => {
        const author = await signIn.current();
        return author.ok ? restore(deps)(content, { author: author.value }) : author;
      },
      download,
      signIn,
      appId: clientId,
      homeSite,
    },
  };
};
