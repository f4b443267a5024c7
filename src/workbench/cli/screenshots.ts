/**
 * `npm run screenshots [-- --lang en] [--out folder] [--only today,log]`: pictures of every view of the pane, 320 px wide, taken
 * from the sample workbook on the day that it tells of. They stand in docs/images/views; docs/views.md shows them.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import type { Language } from "../../domain/words/language";
import { serveSample } from "../sample/serveSample";
import { launchBrowser, openWorkbench } from "./browser";
import { buildIfNeeded, projectRoot } from "./build";
import { serveWorkbench } from "./server";

/** The sample's own day, so that the pictures are the same whenever they are taken. */
const day = new Date(2026, 8, 1, 10, 0);
/** Height of the pane, and of the page that gives it that. */
const paneHeight = 640;

interface Desk {
  readonly page: Page;
  readonly pane: Frame;
  readonly language: Language;
  readonly byId: (id: string) => Locator;
  readonly press: (id: string) => Promise<void>;
  readonly idle: () => Promise<void>;
}

/** Something that only one of the languages' workbooks says. */
const words = {
  "zh-CN": {
    said: "报价收到，等采购部回复",
    copy: "云杉精密机械有限公司",
  },
  en: {
    said: "Has the quote, waits for purchasing",
    copy: "Yunshan Precision Machinery Ltd",
  },
} as const;

/** Brings a part of the view to the top of the pane. */
async function show(part: Locator): Promise<void> {
  await part.evaluate((element) => element.scrollIntoView({ block: "start" }));
}

/** Opens the Log with the first customer of the to-do list. */
async function logFirstDue({ press, byId }: Desk): Promise<void> {
  await openLog({ press, byId });
  await press("tab-today");
  await press("due-log");
  await byId("log-words").waitFor();
}

async function openLog({ press, byId }: Pick<Desk, "press" | "byId">): Promise<void> {
  await press("tab-log");
  await byId("log-customer").or(byId("log-new-name")).first().waitFor();
  await press("log-discard");
}

/** Option of a select by its place, counted from the end where negative. */
async function chooseOption(select: Locator, place: number): Promise<void> {
  const values = await select
    .locator("option")
    .evaluateAll((options) => options.map((option) => option.getAttribute("value")));
  await select.selectOption(values.at(place) ?? "");
}

/** What there is to see, in the order in which one thing leads to the next. */
const views: readonly { readonly name: string; readonly open: (desk: Desk) => Promise<void> }[] = [
  {
    name: "today",
    open: async ({ press, byId }) => {
      await press("tab-today");
      await byId("take-along").waitFor();
    },
  },
  {
    name: "transfer",
    open: async ({ press, byId }) => {
      await press("tab-today");
      await byId("bulk").locator("summary").click();
      for (const place of [0, 1, 2, 3, 4]) await byId("bulk").getByRole("checkbox").nth(place).check();
      await byId("bulk-transfer").click();
      await chooseOption(byId("transfer-to"), 2);
      await show(byId("bulk"));
    },
  },
  {
    name: "log",
    open: async (desk) => {
      await logFirstDue(desk);
      await desk.byId("log-content").fill(words[desk.language].said);
      await desk.byId("log-result").locator("input").first().check();
      await chooseOption(desk.byId("log-stage"), 1);
      await desk.byId("log-next").locator("input").nth(1).check();
    },
  },
  {
    name: "log-missing",
    open: async (desk) => {
      await openLog(desk);
      await desk.press("log-save");
      await desk.byId("log-problems").waitFor();
    },
  },
  {
    name: "log-lost",
    open: async (desk) => {
      await logFirstDue(desk);
      await desk.byId("log-content").fill(words[desk.language].said);
      await chooseOption(desk.byId("log-stage"), -2);
      await desk.byId("log-closing").waitFor();
      await chooseOption(desk.byId("field-reason"), 1);
      await show(desk.byId("log-result"));
    },
  },
  ...[1, 2, 3].map((step) => ({
    name: `log-full-${step}`,
    open: async (desk: Desk) => {
      if (step === 1) {
        await logFirstDue(desk);
        await desk.press("log-mode");
      } else {
        const before = await desk.byId("log-step").innerText();
        while ((await desk.byId("log-step").innerText()).slice(4) === before.slice(4)) await desk.press("log-forward");
      }
      await show(desk.byId("log-step"));
    },
  })),
  {
    name: "log-new",
    open: async (desk) => {
      await openLog(desk);
      await desk.press("log-new");
      await desk.byId("log-new-name").fill(words[desk.language].copy);
      await desk.byId("log-similar").waitFor();
    },
  },
  {
    name: "check",
    open: async ({ press, byId }) => {
      await press("tab-check");
      await byId("finding").first().waitFor();
    },
  },
  {
    name: "fix",
    open: async ({ press, byId }) => {
      await press("tab-check");
      await byId("fix-preview").click();
      await byId("fix-example").first().waitFor();
      await show(byId("fix-example").first().locator("xpath=ancestor::section[1]"));
    },
  },
  { name: "setup", open: async ({ press }) => press("tab-setup") },
  {
    name: "schema",
    open: async ({ press }) => {
      await press("tab-setup");
      await press("schema-open");
    },
  },
];

async function openSample(browser: Browser, language: Language) {
  const server = await serveWorkbench(await serveSample(language, day), 0);
  const { page, context: profile } = await openWorkbench(browser, "about:blank");
  await page.clock.setFixedTime(day);
  await page.goto(`${server.url}?lang=${language}`);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench?.ready);
  const pane = page.frames().find((frame) => frame.url().includes("/taskpane.html"));
  if (!pane) throw new Error("The pane did not start.");
  const byId = (id: string) => pane.locator(`[data-testid="${id}"]`);
  const idle = async () => {
    await page.waitForTimeout(200);
    await pane.locator('[data-testid="status"][data-state="idle"]').waitFor({ timeout: 60_000 });
  };
  await byId("tab-today").waitFor();
  await idle();
  const box = await page.locator("iframe").boundingBox();
  await page.setViewportSize({ width: 1280, height: paneHeight + Math.ceil(box?.y ?? 0) });
  const press = async (id: string) => {
    await byId(id).first().click();
    await idle();
  };
  const desk: Desk = { page, pane, language, byId, press, idle };
  return {
    desk,
    close: async () => {
      await profile.close();
      await server.close();
    },
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      lang: { type: "string" },
      out: { type: "string", default: path.join(projectRoot, "docs/images/views") },
      only: { type: "string" },
    },
  });
  const only = values.only?.split(",");
  await buildIfNeeded((line) => console.log(line));
  await mkdir(values.out, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const language of ["zh-CN", "en"] as const) {
      if (values.lang !== undefined && values.lang !== language) continue;
      const { desk, close } = await openSample(browser, language);
      try {
        for (const { name, open } of views) {
          if (only !== undefined && !only.includes(name)) continue;
          await open(desk);
          await desk.page.mouse.move(0, 0);
          const file = path.join(values.out, `${name}-${language === "en" ? "en" : "zh"}.png`);
          await desk.page.locator("iframe").screenshot({ path: file, animations: "disabled", caret: "hide" });
          console.log(path.relative(process.cwd(), file));
        }
      } finally {
        await close();
      }
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
