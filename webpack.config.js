// Two bundles sets: the product, which ships, and the simulator's own browser code, which never does.
import { readFileSync } from "node:fs";
import path from "node:path";
import HtmlPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import { tsImport } from "tsx/esm/api";

const root = import.meta.dirname;

/** TypeScript and JSX are compiled by swc; types are checked by `npm run types`. */
const compile = {
  test: /\.[jt]sx?$/,
  exclude: /node_modules/,
  resolve: { fullySpecified: true },
  use: {
    loader: "swc-loader",
    options: {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
      },
    },
  },
};

/** swc again: half the work of the preset minimizer, for bundles of the same size. */
const optimization = { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] };

const simulator = {
  name: "simulator",
  mode: "production",
  target: ["web", "es2022"],
  entry: {
    "teams-shell": "./simulator/teams-shell/client/main.tsx",
    "excel-host": "./simulator/excel-host/client/main.tsx",
    "side-by-side": "./simulator/landing/client/side-by-side.ts",
  },
  output: { path: path.join(root, "dist/simulator"), filename: "[name].js", clean: true },
  module: { rules: [compile] },
  optimization,
  devtool: "source-map",
  // The simulator is loaded from the same machine; its size is of no consequence.
  performance: { hints: false },
};

/** Where Microsoft publishes office.js; the local host serves the page with another address in its place. */
const OFFICE_JS_URL = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const page = (filename, template, chunks) =>
  new HtmlPlugin({ filename, template, chunks, scriptLoading: "defer", templateParameters: { OFFICE_JS_URL } });

/** The manifests name these by their address, so they are served beside the pages. */
const named = {
  apply: ({ hooks, webpack }) =>
    hooks.thisCompilation.tap("named", (compilation) =>
      compilation.hooks.processAssets.tap("named", () => {
        for (const name of ["16.png", "32.png", "80.png"]) {
          const content = readFileSync(path.join(root, "manifest/icons", name));
          compilation.emitAsset(`icons/${name}`, new webpack.sources.RawSource(content));
        }
        for (const [name, content] of Object.entries(declarations)) {
          compilation.emitAsset(name, new webpack.sources.RawSource(content));
        }
      }),
    ),
};

const { functionsMetadata } = await tsImport("./manifest/functions.ts", import.meta.url);
const { shortcutsFile } = await tsImport("./manifest/shortcuts.ts", import.meta.url);

/** What the XML manifest names by its address: functions in each language, keys, and a script that has nothing to do. */
const declarations = {
  "functions.json": JSON.stringify(functionsMetadata("en-us")),
  "functions.de.json": JSON.stringify(functionsMetadata("de")),
  "functions.ar.json": JSON.stringify(functionsMetadata("ar")),
  "shortcuts.json": JSON.stringify(shortcutsFile()),
  "functions.js": "// The functions run in taskpane.html, in the shared runtime.\n",
};

const product = {
  name: "product",
  mode: "production",
  target: ["web", "es2022"],
  entry: {
    tab: "./teams-app/main.tsx",
    redirect: "./teams-app/redirect.ts",
    taskpane: "./excel-addin/main.tsx",
    conformance: "./excel-addin/conformance/main.tsx",
  },
  output: {
    path: path.join(root, "dist/product"),
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    clean: true,
  },
  module: { rules: [compile] },
  optimization,
  plugins: [
    named,
    page("tab.html", "./teams-app/tab.html", ["tab"]),
    page("redirect.html", "./teams-app/redirect.html", ["redirect"]),
    page("taskpane.html", "./excel-addin/taskpane.html", ["taskpane"]),
    page("conformance.html", "./excel-addin/conformance/conformance.html", ["conformance"]),
  ],
  devtool: "source-map",
  performance: { hints: false },
};

export default [product, simulator];
