import { spawn } from "node:child_process";
import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Language } from "../../domain/values/language";
import { Stop } from "./failure";
import { textsFor, type CliTexts } from "./texts";

export const projectRoot = path.resolve(__dirname, "../../..");

/**
 * Where this computer's own builds stand, for the workbench, the job, the tests and `npm run start:https`. `dist/` belongs to
 * `npm run build` alone: what is uploaded from there must not turn into this computer's by itself.
 */
export const localFolders = {
  pane: path.join(projectRoot, "dist-local/pane"),
  workbench: path.join(projectRoot, "dist-local/workbench"),
} as const;

interface Bundle {
  readonly name: "pane" | "workbench";
  /** Its name in webpack.config.js. */
  readonly configuration: string;
  readonly folder: string;
  /** The file of the folder that every build writes. */
  readonly page: string;
  /** Folders and files that it is made of. */
  readonly sources: readonly string[];
}

const shared = ["src/domain", "package-lock.json", "webpack.config.js", "webpack.styles.js", "tsconfig.json"];
const bundles: readonly Bundle[] = [
  {
    name: "pane",
    configuration: "local-pane",
    folder: localFolders.pane,
    page: "taskpane.html",
    sources: [...shared, "src/app", "src/excel", "src/taskpane", "src/commands", "assets"],
  },
  {
    name: "workbench",
    configuration: "workbench",
    folder: localFolders.workbench,
    page: "index.html",
    sources: [...shared, "src/workbench"],
  },
];

/** Milliseconds since 1970 of the last change in a file or anywhere below a folder; 0 where there is nothing. Tests and the command line are in no bundle. */
async function lastChange(file: string): Promise<number> {
  const facts = await stat(file).catch(() => null);
  if (facts === null || /\.test\.tsx?$/.test(file) || /[\\/]workbench[\\/](cli|sample)$/.test(file)) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  const inside = await Promise.all((await readdir(file)).map((name) => lastChange(path.join(file, name))));
  return Math.max(facts.mtimeMs, ...inside);
}

/** When a bundle was last built here. Webpack leaves files alone whose content stays the same, so their own times do not tell. */
function stampOf(bundle: Bundle): string {
  return path.join(projectRoot, ".cache", `${bundle.name}.built`);
}

async function isFresh(bundle: Bundle): Promise<boolean> {
  const output = await stat(path.join(bundle.folder, bundle.page)).catch(() => null);
  const built = await stat(stampOf(bundle)).catch(() => null);
  if (built === null || output === null) return false;
  const changes = await Promise.all(bundle.sources.map((source) => lastChange(path.join(projectRoot, source))));
  return built.mtimeMs > Math.max(...changes);
}

function runWebpack({ name, configuration }: Bundle, texts: CliTexts): Promise<void> {
  const webpack = path.join(projectRoot, "node_modules/webpack/bin/webpack.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [webpack, "--config-name", configuration, "--mode", "production"], {
      cwd: projectRoot,
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Stop(texts.buildFailed(name), output.trim()));
    });
  });
}

async function build(bundle: Bundle, tell: (line: string) => void, texts: CliTexts): Promise<void> {
  tell(texts.building(bundle.name));
  const start = Date.now();
  await runWebpack(bundle, texts);
  await mkdir(path.join(projectRoot, ".cache"), { recursive: true });
  await writeFile(stampOf(bundle), "");
  // Sources that changed while webpack ran may not be in: the next start builds again.
  await utimes(stampOf(bundle), start / 1000, start / 1000);
  tell(texts.built(bundle.name, Math.round((Date.now() - start) / 1000)));
}

/**
 * Builds the pane and the workbench, side by side, where their sources are newer than what was built.
 * @throws {Stop} with webpack's message where a build fails
 */
export async function buildIfNeeded(tell: (line: string) => void, language: Language = "en"): Promise<void> {
  await Promise.all(
    bundles.map(async (bundle) => {
      if (!(await isFresh(bundle))) await build(bundle, tell, textsFor(language));
    }),
  );
}

/**
 * Builds the pane for this computer, fresh or not: with webpack's cache it takes seconds, and what is served is never yesterday's.
 * @throws {Stop} with webpack's message where the build fails
 */
export async function buildPane(tell: (line: string) => void, language: Language): Promise<void> {
  for (const bundle of bundles) if (bundle.name === "pane") await build(bundle, tell, textsFor(language));
}
