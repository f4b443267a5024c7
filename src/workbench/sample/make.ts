/** `npm run sample`: makes the committed sample workbooks, set up through the pane like anybody's. */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Language } from "../../domain/values/language";
import { writeXlsx } from "../files/writeXlsx";
import { sampleBook } from "./customers";
import { sampleDay, sampleFile } from "./serveSample";

const root = path.resolve(__dirname, "../../..");

async function make(language: Language): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "sample-"));
  try {
    const raw = path.join(folder, path.basename(sampleFile(language)));
    await writeFile(raw, writeXlsx(sampleBook(language, sampleDay), null));
    await mkdir(path.dirname(sampleFile(language)), { recursive: true });
    const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
    const job = path.join(root, "src/workbench/cli/job.ts");
    const done = spawnSync(process.execPath, [tsx, job, raw, "--out", sampleFile(language), "--lang", language], {
      stdio: "inherit",
    });
    // 1 only says that the check found something, as it should in a sample.
    if (done.status !== 0 && done.status !== 1) throw new Error(`The sample in ${language} could not be set up.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeAll(): Promise<void> {
  await make("zh-CN");
  await make("en");
}

makeAll().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
