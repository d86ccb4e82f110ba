import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import webpack from "webpack";

/** Tests run from the root of the repository. */
const root = process.cwd();

const compile = {
  test: /\.[jt]sx?$/,
  exclude: /node_modules/,
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

/** Bundles browser code of the tests or the simulator into a new folder and says where. `entry`: name → path from the root. */
export const bundle = (entry: Readonly<Record<string, string>>): Promise<string> =>
  new Promise((resolve, reject) => {
    const folder = mkdtempSync(path.join(tmpdir(), "drumbeat-bundle-"));
    webpack(
      {
        context: root,
        mode: "development",
        devtool: false,
        target: ["web", "es2022"],
        entry: Object.fromEntries(Object.entries(entry).map(([name, file]) => [name, path.join(root, file)])),
        output: { path: folder, filename: "[name].js" },
        module: { rules: [compile] },
      },
      (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors() === true) reject(new Error(stats.toString("errors-only")));
        else resolve(folder);
      },
    );
  });
