import { spawn } from "node:child_process";
import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";

export const projectRoot = path.resolve(__dirname, "../../..");

interface Bundle {
  /** Name of the configuration in webpack.config.js. */
  readonly name: "pane" | "workbench";
  readonly output: string;
  /** Folders and files that it is made of. */
  readonly sources: readonly string[];
}

const shared = ["src/domain", "package-lock.json", "webpack.config.js", "tsconfig.json"];
const bundles: readonly Bundle[] = [
  {
    name: "pane",
    output: "dist/taskpane.html",
    sources: [...shared, "src/app", "src/excel", "src/taskpane", "src/commands", "assets", "manifest.xml"],
  },
  { name: "workbench", output: "dist-workbench/index.html", sources: [...shared, "src/workbench"] },
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
  const output = await stat(path.join(projectRoot, bundle.output)).catch(() => null);
  const built = await stat(stampOf(bundle)).catch(() => null);
  if (built === null || output === null) return false;
  const changes = await Promise.all(bundle.sources.map((source) => lastChange(path.join(projectRoot, source))));
  return built.mtimeMs > Math.max(...changes);
}

function runWebpack(name: string): Promise<void> {
  const webpack = path.join(projectRoot, "node_modules/webpack/bin/webpack.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [webpack, "--config-name", name, "--mode", "production"], {
      cwd: projectRoot,
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Building "${name}" failed:\n${output.trim()}`));
    });
  });
}

/**
 * Builds the pane and the workbench where their sources are newer than what was built.
 * @throws {Error} with webpack's message where a build fails
 */
export async function buildIfNeeded(tell: (line: string) => void): Promise<void> {
  for (const bundle of bundles) {
    if (await isFresh(bundle)) continue;
    tell(`Building the ${bundle.name} (the first time takes a minute or two) …`);
    const start = Date.now();
    await runWebpack(bundle.name);
    await mkdir(path.join(projectRoot, ".cache"), { recursive: true });
    await writeFile(stampOf(bundle), "");
    // Sources that changed while webpack ran may not be in: the next start builds again.
    await utimes(stampOf(bundle), start / 1000, start / 1000);
    tell(`Built the ${bundle.name} in ${Math.round((Date.now() - start) / 1000)} s.`);
  }
}
