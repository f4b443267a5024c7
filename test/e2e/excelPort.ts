import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Frame } from "playwright-core";
import webpack from "webpack";
import type { WorkbookPort } from "../../src/app/ports";
import { projectRoot } from "../../src/workbench/cli/build";

declare global {
  interface Window {
    /** The adapter by itself, for tests of what no use case asks for. */
    excelAdapter?: { readonly createExcelPort: () => WorkbookPort };
  }
}

/** `src/excel` as one script that puts `excelAdapter` on the window. */
function bundleAdapter(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "adapter-"));
  return new Promise((resolve, reject) => {
    webpack(
      {
        mode: "development",
        devtool: false,
        context: projectRoot,
        entry: "./src/excel/index.ts",
        output: { path: folder, filename: "adapter.js", library: { name: "excelAdapter", type: "window" } },
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
  await pane.evaluate(await bundleAdapter());
}
