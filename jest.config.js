// Three projects: pure and Node code, components under jsdom, and whole journeys in a browser against the simulator.
const transform = {
  "^.+\\.m?[jt]sx?$": [
    "@swc/jest",
    {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
      },
      module: { type: "commonjs" },
    },
  ],
};
/** Packages published as ES modules only; everything else in node_modules is left as it is. */
const esmOnly = [
  "adaptivecards",
  "swiper",
  "oidc-provider",
  "jose",
  "csv-parse",
  "quick-lru",
  "nanoid",
  "oidc-token-hash",
  "eta",
  "jsesc",
  "raw-body",
  "koa",
];
const transformIgnorePatterns = [`/node_modules/(?!(${esmOnly.join("|")})/)`];
const common = { transform, transformIgnorePatterns, testPathIgnorePatterns: ["/node_modules/", "/dist/"] };

export default {
  // For machines that are busy with others: nothing is judged by its time.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/tests/{unit,contract,architecture}/**/*.test.ts"],
    },
    {
      ...common,
      displayName: "dom",
      testEnvironment: "<rootDir>/tests/support/dom-environment.ts",
      testMatch: ["<rootDir>/tests/unit/**/*.test.tsx"],
      setupFilesAfterEnv: ["<rootDir>/tests/support/patience.ts"],
    },
    {
      ...common,
      displayName: "browser",
      testEnvironment: "node",
      testMatch: ["<rootDir>/tests/e2e/**/*.spec.ts"],
      setupFilesAfterEnv: ["<rootDir>/tests/e2e/support/secondAttempt.ts"],
    },
    {
      ...common,
      // Benchmarks that need office.js, started by `npm run bench`.
      displayName: "bench",
      testMatch: ["<rootDir>/tests/bench/**/*.bench.ts"],
    },
  ],
};
