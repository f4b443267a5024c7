/**
 * `npm run screenshots [-- --lang en] [--out folder] [--only today,log]`: pictures of every view of the pane, 320 px wide, taken
 * from the sample workbook on the day that it tells of. They stand in docs/images/views; docs/views.md shows them.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "playwright-core";
import type { Language } from "../../domain/values/language";
import { sampleDay, serveSample } from "../sample/serveSample";
import { launchBrowser, openWorkbench } from "./browser";
import { buildIfNeeded, projectRoot } from "./build";
import { runCommand } from "./command";
import { codeOf, Stop } from "./failure";
import { readScreenshotOptions } from "./options";
import { byId, findPane, paneIdle } from "./pane";
import { paneViews, type PaneDesk } from "./paneViews";
import { serveWorkbench } from "./server";
import type { CliTexts } from "./texts";

/** Ten o'clock on the sample's own day, so that the pictures are the same whenever and wherever they are taken. */
const moment = new Date(2026, 8, 1, 10, 0);
/** Height of the pane, and of the page that gives it that. */
const paneHeight = 640;
/** Milliseconds that the pane gets for one press. */
const patience = 60_000;

async function openSample(browser: Browser, language: Language) {
  const server = await serveWorkbench(await serveSample(language, sampleDay), 0);
  const { page, context: profile } = await openWorkbench(browser, `${server.url}?lang=${language}`, {
    prepare: (empty) => empty.clock.setFixedTime(moment),
  });
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench?.ready);
  const pane = findPane(page);
  if (!pane) throw new Error("The pane did not start.");
  await byId(pane, "tab-today").waitFor();
  await paneIdle(pane, patience);
  const box = await page.locator("iframe").boundingBox();
  await page.setViewportSize({ width: 1280, height: paneHeight + Math.ceil(box?.y ?? 0) });
  const press = async (id: string) => {
    await byId(pane, id).first().click();
    await paneIdle(pane, patience);
  };
  const desk: PaneDesk = { page, language, byId: (id) => byId(pane, id), press };
  return {
    desk,
    close: async () => {
      await profile.close();
      await server.close();
    },
  };
}

async function takeAll(
  browser: Browser,
  language: Language,
  { only, folder }: { readonly only: readonly string[] | null; readonly folder: string },
): Promise<void> {
  const { desk, close } = await openSample(browser, language);
  try {
    for (const { name, open } of paneViews) {
      if (only !== null && !only.includes(name)) continue;
      await open(desk);
      await desk.page.mouse.move(0, 0);
      const file = path.join(folder, `${name}-${language === "en" ? "en" : "zh"}.png`);
      await desk.page.locator("iframe").screenshot({ path: file, animations: "disabled", caret: "hide" });
      console.log(path.relative(process.cwd(), file));
    }
  } finally {
    await close();
  }
}

async function folderFor(out: string | null, texts: CliTexts): Promise<string> {
  const folder = out ?? path.join(projectRoot, "docs/images/views");
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Stop(texts.cannotWrite(folder, texts.fileReason(codeOf(error) ?? "")));
  });
  return folder;
}

const line = readScreenshotOptions(
  process.argv.slice(2),
  paneViews.map(({ name }) => name),
);
runCommand("screenshots", line, async ({ languages, out, only }, texts, language) => {
  const folder = await folderFor(out, texts);
  await buildIfNeeded((progress) => console.log(progress), language);
  const browser = await launchBrowser();
  try {
    for (const pictured of languages) await takeAll(browser, pictured, { only, folder });
  } finally {
    await browser.close();
  }
  return 0;
});
