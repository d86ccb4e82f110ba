import { administration } from "#shared/application/protection/administration.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ProtectedList } from "#shared/ports/protection.ts";
import type { NewerSchema, ProvisionReport } from "#shared/ports/provisioning.ts";
import type { Command } from "../arguments.ts";
import { connect, type Caller, type Connection } from "../connect.ts";
import { EXIT, fail, type ExitStatus } from "../output.ts";
import { accessText, newerSchemaText } from "../texts.ts";

type ProvisionCommand = Extract<Command, { kind: "provision" }>;

export const runProvision = async (command: ProvisionCommand, caller: Caller): Promise<ExitStatus> => {
  const { output } = caller;
  const connection = await connect(command.connection, caller, () => undefined);
  if (!connection.ok) return fail(output, connection.error);
  const { organisation, grant } = command;
  const report = await connection.value.provisioning.provision({
    ...(organisation === undefined ? {} : { organisation }),
    ...(grant === undefined ? {} : { grantTo: { appId: grant, name: "Drumbeat" } }),
  });
  if (!report.ok) return fail(output, errorText(report.error, grant !== undefined));
  const { reachesSharePoint } = connection.value;
  const rights =
    reachesSharePoint || command.leads.length > 0 ? await protect(command, connection.value) : ok(undefined);
  output.print(command.json ? JSON.stringify({ ...report.value, ...rightsOf(rights) }) : reportText(report.value));
  if (!rights.ok) return fail(output, `Rights were not set: ${rights.error}`);
  const mended = rights.value?.filter((list) => list.mended).length;
  output.say(mended === undefined ? NO_RIGHTS : `Rights are set, on ${mended} lists anew.`);
  return EXIT.done;
};

const errorText = (error: AccessError | NewerSchema, isGrant: boolean): string => {
  if (error.type === "NewerSchema") return newerSchemaText(error);
  return isGrant && error.type === "Forbidden" ? `${accessText(error)} ${GRANT_TAKES}` : accessText(error);
};

const GRANT_TAKES =
  "Letting an app in takes the permission Sites.FullControl.All and somebody who owns the site; all else can be done without --grant.";

const NO_RIGHTS =
  "Rights were not set: until then every member of the site may change every OKR. Give a token for SharePoint itself: --sharepoint-token T";

type Rights = Result<readonly ProtectedList[] | undefined, string>;

const rightsOf = (rights: Rights) => (rights.ok && rights.value ? { rights: rights.value } : {});

const protect = async ({ leads }: ProvisionCommand, connection: Connection): Promise<Rights> => {
  const admin = administration(connection);
  const done = await admin.protect();
  if (!done.ok) return refused(done.error);
  for (const address of leads) {
    const person = await connection.directory.findPerson(address);
    if (!person.ok) return refused(person.error);
    if (!person.value) return { ok: false, error: `Nobody is found by "${address}".` };
    const added = await admin.addLead(person.value);
    if (!added.ok) return refused(added.error);
  }
  return ok(done.value.lists);
};

const refused = (error: AccessError): Rights => ({ ok: false, error: accessText(error) });

const reportText = ({ lists, schemaBefore, schema }: ProvisionReport): string => {
  const lines = lists.map(({ name, created, repairedColumns, unusableColumns }) => {
    const repaired = repairedColumns.length > 0 ? `; repaired: ${repairedColumns.join(", ")}` : "";
    const unusable = unusableColumns.length > 0 ? `; of the wrong kind: ${unusableColumns.join(", ")}` : "";
    return `${name}: ${created ? "created" : "there"}${repaired}${unusable}`;
  });
  const before = schemaBefore === undefined || schemaBefore === schema ? "" : `, was ${schemaBefore}`;
  return [...lines, `schema version ${schema}${before}`].join("\n");
};
