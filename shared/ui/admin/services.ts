import type { HealthOptions, HealthReport } from "#shared/application/health/checkHealth.ts";
import type { Administration } from "#shared/application/protection/administration.ts";
import type { RestoreReport } from "#shared/application/transfer/restorePlan.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Result } from "#shared/domain/result.ts";
import type { ExportDocument } from "#shared/domain/transfer/document.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Directory } from "#shared/ports/directory.ts";
import type { Leadership } from "#shared/ports/leadership.ts";
import type { NewerSchema } from "#shared/ports/provisioning.ts";
import type { SignIn } from "#shared/ports/signIn.ts";

/** What an owner of the site does in the app. */
export interface AdminServices {
  readonly administration: Administration;
  readonly checkHealth: (options: HealthOptions) => Promise<Result<HealthReport, AccessError>>;
  readonly readFrame: () => Promise<Result<Frame, AccessError>>;
  readonly leadership: () => Promise<Result<Leadership | undefined, AccessError>>;
  readonly findPerson: Directory["findPerson"];
  readonly exportEverything: () => Promise<Result<ExportDocument, AccessError>>;
  readonly restore: (document: ExportDocument) => Promise<Result<RestoreReport, AccessError | NewerSchema>>;
  /** Hands a file over to the person. */
  readonly download: (document: ExportDocument, format: "json" | "xlsx") => Promise<void>;
  readonly signIn: Pick<SignIn, "interact">;
  /** Client id of the app. */
  readonly appId: string;
  /** `host:/sites/name` */
  readonly homeSite: string;
}
