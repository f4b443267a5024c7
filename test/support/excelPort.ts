import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Frame } from "playwright-core";
import webpack from "webpack";
import type { Surroundings, WorkbookPort } from "../../src/app/ports";
import type { Session } from "../../src/app/session/session";
import { projectRoot } from "../../src/workbench/cli/build";

declare global {
  interface Window {
    /** The adapter by itself, for tests of what no use case asks for. */
    excelAdapter?: { readonly createExcelPort: () => WorkbookPort };
    /** The use cases over it, for tests that are about many saves rather than about the views. */
    paneSession?: {
      readonly createExcelPort: () => WorkbookPort;
      readonly createSession: (port: WorkbookPort, surroundings: Surroundings, language: "zh-CN" | "en") => Session;
    };
  }
}

/** A module as one script that puts what it exports on the window. */
function bundle(entry: string, name: "excelAdapter" | "paneSession"): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "adapter-"));
  return new Promise((resolve, reject) => {
    webpack(
      {
        mode: "development",
        devtool: false,
        context: projectRoot,
        entry,
        output: { path: folder, filename: "adapter.js", library: { name, type: "window" } },
        resolve: { extensions: [".ts", ".js"] },
        module: {
          parser: { javascript: { dynamicImportMode: "eager" } },
          rules: [
            { test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true, onlyCompileBundledFiles: true } },
          ],
        },
      },
      (error, stats) => {
        const problem = error ?? (stats?.hasErrors() ? new Error(stats.toString("errors-only")) : null);
        const script = problem ? "" : readFileSync(path.join(folder, "adapter.js"), "utf8");
        rmSync(folder, { recursive: true, force: true });
        if (problem) reject(problem);
        else resolve(script);
      },
    );
  });
}

/** Puts the adapter into the pane, past the pane's policy for scripts. */
export async function provideAdapter(pane: Frame): Promise<void> {
  await pane.evaluate(await bundle("./src/excel/index.ts", "excelAdapter"));
}

/** Puts what a session is made of into panes, past their policy for scripts. */
export async function provideSession(...panes: readonly Frame[]): Promise<void> {
  const script = await bundle("./test/support/paneSession.ts", "paneSession");
  for (const pane of panes) await pane.evaluate(script);
}
