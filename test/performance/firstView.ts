/**
 * `npm run bench:pane`: what somebody waits for who opens the pane on a workbook that is set up. It opens the sample in the workbench,
 * slows the browser's computing down fourfold, as an old laptop would, opens the pane anew several times, and prints when the list
 * of the day could be used, and how much script it had taken until then. Everything comes from this machine: no network is in the times.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Frame, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "../../src/workbench/cli/browser";
import { buildIfNeeded, localFolders } from "../../src/workbench/cli/build";
import { findPane, paneIdle } from "../../src/workbench/cli/pane";
import { serveWorkbench } from "../../src/workbench/cli/server";
import { sampleDay, serveSample } from "../../src/workbench/sample/serveSample";

const slowdowns = [1, 4] as const;
const runs = 7;
const patience = 120_000;

interface FirstView {
  /** Milliseconds from the beginning of the pane's document: the tabs stand; the list stands and nothing is under way. */
  readonly tabs: number;
  readonly usable: number;
  /** Names of the pane's own scripts that had come by then. */
  readonly scripts: readonly string[];
}

declare global {
  interface Window {
    firstView?: Promise<FirstView>;
  }
}

/** Runs in each document before its scripts, and does something in the pane's only. */
function watchFirstView(): void {
  if (!location.pathname.endsWith("/taskpane.html")) return;
  window.firstView = new Promise((resolve) => {
    let tabs: number | null = null;
    new MutationObserver((_, watcher) => {
      if (tabs === null && document.querySelector('[data-testid="tab-today"]')) tabs = performance.now();
      const usable = document.querySelector(
        'html:not(:has([data-testid="loading"])):has([data-testid="due-log"]) [data-testid="status"][data-state="idle"]',
      );
      if (tabs === null || usable === null) return;
      watcher.disconnect();
      const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
      const scripts = loaded.filter((url) => url.pathname.endsWith(".js") && !url.pathname.startsWith("/office-js/"));
      resolve({ tabs, usable: performance.now(), scripts: scripts.map(({ pathname }) => pathname.slice(1)) });
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

async function openAnew(page: Page, pane: Frame): Promise<FirstView> {
  await pane.evaluate(() => {
    Object.assign(window, { left: true });
    location.reload();
  });
  // The document that is left answers for a moment still.
  await pane.waitForFunction(() => !Reflect.has(window, "left") && window.firstView !== undefined);
  const view = await pane.evaluate(() => window.firstView);
  if (!view) throw new Error("The pane did not start.");
  await page.evaluate(() => window.workbench?.settled());
  await paneIdle(pane, patience);
  return view;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const gzipped = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(localFolders.pane, name)), { level: 9 }).length, 0);
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

async function bench(page: Page): Promise<void> {
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench?.ready);
  const pane = findPane(page);
  if (!pane) throw new Error("The pane did not start.");
  await paneIdle(pane, patience);
  const remote = await page.context().newCDPSession(page);
  const views = new Map<number, FirstView[]>(slowdowns.map((rate) => [rate, []]));
  // By turns, so that a busy minute of the machine falls on both.
  for (let run = 0; run < runs; run += 1)
    for (const rate of slowdowns) {
      await remote.send("Emulation.setCPUThrottlingRate", { rate });
      views.get(rate)?.push(await openAnew(page, pane));
    }
  console.log(`The pane opened on the sample, median of ${runs} runs (fastest to slowest), milliseconds:`);
  for (const [rate, seen] of views)
    for (const [what, times] of [
      ["tabs", seen.map(({ tabs }) => tabs)],
      ["list can be used", seen.map(({ usable }) => usable)],
    ] as const)
      console.log(
        `  computing ${rate} × slower, ${what}: ${Math.round(median(times))} (${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))})`,
      );
  const scripts = [...new Set(views.get(4)?.at(-1)?.scripts)];
  const first = scripts.filter((name) => /^(taskpane|vendor)\./.test(name));
  console.log(
    `Script, gzipped: ${kilobytes(gzipped(first))} that the page names, ${kilobytes(gzipped(scripts))} in ${scripts.length} files until the list can be used.`,
  );
}

async function main(): Promise<void> {
  await buildIfNeeded(console.log);
  // Later than on the sample's own day more of its customers are overdue: the list is no shorter for it.
  const server = await serveWorkbench(await serveSample("zh-CN", sampleDay), 0);
  const browser = await launchBrowser();
  try {
    const { page } = await openWorkbench(browser, `${server.url}?lang=zh-CN`, {
      prepare: async (empty) => {
        await empty.addInitScript(watchFirstView);
      },
    });
    await bench(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

void main();
