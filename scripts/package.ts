/**
 * `npm run package [-- --values FILE]`: writes what an administrator uploads: the Teams app package the XML manifest for
 * Excel versions that cannot load it, and the one of the page by which engineers compare an Excel with what the add-in relies on.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readValues, type ManifestValues } from "../manifest/values.ts";
import { appPackage, conformanceManifestFile, excelManifestFile, type PackageFile } from "./package/files.ts";

const usage = "npm run package -- [--values FILE] [--out DIR]";
const root = join(import.meta.dirname, "..");

const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as unknown;
  } catch (problem) {
    throw new Error(`${file} cannot be read: ${messageOf(problem)}`, { cause: problem });
  }
};

const write = (folder: string, { name, bytes }: PackageFile): void => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  console.log(file);
};

const main = (): void => {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { values: { type: "string" }, out: { type: "string" } },
  });
  const valuesFile = resolve(values.values ?? join(root, "manifest", "values.json"));
  const chosen: ManifestValues = readValues(readJson(valuesFile), valuesFile);
  const folder = resolve(values.out ?? join(root, "dist"));
  const icon = (name: string): Uint8Array => readFileSync(join(root, "manifest", "icons", name));
  const files = [appPackage(chosen, icon), excelManifestFile(chosen), conformanceManifestFile(chosen)];
  mkdirSync(folder, { recursive: true });
  for (const file of files) write(folder, file);
};

try {
  main();
} catch (problem) {
  console.error(`${messageOf(problem)}\n\n${usage}`);
  process.exitCode = 1;
}
