// Which folder may import which. Each rule says why; tests/architecture/boundaries.test.ts plants a leak for each.
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: to },
});
const never = (name, from, to, comment) => ({ name, comment, severity: "error", from, to });
const APPS = "^(teams-app|excel-addin)/";
const SHIPS = "^(shared|teams-app|excel-addin)/";
const HOST_SDKS = "@microsoft/teams-js|@azure/msal|office-js";

module.exports = {
  forbidden: [
    only("domain-is-pure", "^shared/domain/", "^shared/domain/", "Rules must run anywhere: no ports, no npm, no node."),
    only(
      "ports-speak-domain",
      "^shared/ports/",
      "^shared/(domain|ports)/",
      "A port is an interface over domain types.",
    ),
    only(
      "application-uses-ports",
      "^shared/application/",
      "^shared/(domain|ports|application)/",
      "Use cases see ports, never adapters or React.",
    ),
    never(
      "ui-never-reaches-adapters",
      { path: "^shared/ui/" },
      { path: "^shared/(adapters|cli)/" },
      "main.tsx joins them.",
    ),
    never(
      "adapters-never-reach-ui",
      { path: "^shared/adapters/" },
      { path: "^shared/(ui|application|cli)/" },
      "Adapters serve ports.",
    ),
    never(
      "apps-are-strangers",
      { path: "^(teams-app|excel-addin)/" },
      { path: APPS, pathNot: "^$1/" },
      "What both need belongs in shared.",
    ),
    never(
      "shared-knows-no-app",
      { path: "^shared/" },
      { path: "^(teams-app|excel-addin|manifest|scripts)/" },
      "Shared serves both apps.",
    ),
    never(
      "nothing-that-ships-imports-what-does-not",
      { path: SHIPS },
      { path: "^(simulator|tests|scripts)/" },
      "Doubles must not reach customers.",
    ),
    never(
      "properties-share-a-seed",
      { path: "^tests/", pathNot: "^tests/support/properties\\.ts$" },
      { path: "node_modules/fast-check" },
      "From a seed of its own, a test is red by chance.",
    ),
    never(
      "simulator-is-a-black-box",
      { path: "^simulator/" },
      { path: "^(shared|teams-app|excel-addin|manifest|tests|scripts)/" },
      "A misunderstanding must not be shared by both sides.",
    ),
    never(
      "hosts-stay-in-host",
      { path: APPS, pathNot: "^(teams-app|excel-addin)/(host/|main|redirect)" },
      { path: HOST_SDKS },
      "One folder knows the host.",
    ),
    never(
      "screens-never-reach-adapters",
      { path: "^(teams-app|excel-addin)/(screens|commands|tools)/", pathNot: "/compose[.]ts$" },
      { path: "^shared/adapters/" },
      "Only what composes sees both sides: main.tsx, or the compose.ts of a tool.",
    ),
    never(
      "shared-names-hosts-only-in-adapters",
      { path: "^shared/", pathNot: "^shared/adapters/" },
      { path: HOST_SDKS },
      "Sign-in lives in adapters/msal.",
    ),
    never("no-cycles", {}, { circular: true }, "A cycle is one module in two files."),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|test-results)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
