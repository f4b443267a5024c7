import { AxeBuilder } from "@axe-core/playwright";
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "../../src/workbench/cli/browser";
import { projectRoot } from "../../src/workbench/cli/build";
import { byId as inPane, findPane, paneIdle, paneSettled } from "../../src/workbench/cli/pane";
import { serveWorkbench, type ServedBook } from "../../src/workbench/cli/server";
import { checkPackage } from "../../src/workbench/files/check/checkPackage";
import { readHost } from "../../src/workbench/data/hostBehaviour";
import { aheadBy, moveClock } from "./clock";
import { dayOf, momentOfRun, type Moment } from "./moments";

/** A workbook open in the workbench, with the pane beside it, as a person would see it. */
export interface Desk {
  readonly page: Page;
  /** The pane's document. */
  readonly pane: Frame;
  /** The day on which the workbook is open, as a serial of the 1900 system. */
  readonly today: number;
  readonly byId: (id: string) => Locator;
  /** Presses a control of the pane and waits until the pane has nothing under way. */
  readonly press: (id: string) => Promise<void>;
  readonly idle: () => Promise<void>;
  /** Ends when everything is calculated, and the pane has heard of every change made before and looked at it. */
  readonly settled: () => Promise<void>;
  /** Closes the pane and opens it anew, on the workbook as it stands. */
  readonly reopenPane: () => Promise<void>;
  /** Value of a cell once everything is calculated. */
  readonly cell: (sheet: string, address: string) => Promise<string | number | boolean>;
  /** Types into a cell with real keys and ends with Enter. */
  readonly type: (sheet: string, address: string, text: string) => Promise<void>;
  /** The workbook as it is saved, looked through for what Excel would refuse. */
  readonly save: () => Promise<Uint8Array>;
  /** Takes a picture of what is drawn: the page, or the pane alone. */
  readonly screenshot: (name: string) => Promise<void>;
  /** Addresses off this machine that were asked for, and errors nobody caught. There should be none of either. */
  readonly strangers: readonly string[];
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

export interface DeskOptions {
  readonly lang?: "zh-CN" | "en";
  /** What the clock of page, grid and pane shows, and where; the run's moment where none is given. */
  readonly moment?: Moment;
  /** False where the page is expected to show a sentence in place of a workbook. */
  readonly opens?: boolean;
  /** True where Office is to say that it is dark: the client for the web, which the workbench has, says nothing of its look. */
  readonly dark?: boolean;
  readonly highContrast?: boolean;
  /** True where the test looks at the grid itself: its fills, its charts, its work. Else nothing of it is drawn, which saves nearly a third of the time. */
  readonly drawn?: boolean;
  /** The Excel that the workbench plays: a profile, with single options behind it (`excel2021,undo:steps`); the run's where none is given. */
  readonly host?: string;
  /** Who works at this computer; null where nobody has said yet. */
  readonly who?: string | null;
  /** Milliseconds that the pane gets to come to rest. */
  readonly patience?: number;
}

/** Milliseconds that the pane of a usual list gets to come to rest. */
const usualPatience = 60_000;
let browser: Browser | null = null;
/** Servers of desks that a failing test left open: they would keep the run from ending. */
const open = new Set<() => Promise<void>>();

export async function startBrowser(): Promise<void> {
  browser = await launchBrowser();
}

export async function stopBrowser(): Promise<void> {
  for (const close of open) await close();
  await browser?.close();
  browser = null;
}

/** The Excel that this run plays where a test names none: with the options that a test needs, as it cannot see its subject without them. */
export function hostOfRun(...options: readonly string[]): string {
  return [process.env["TEST_HOST"] ?? "microsoft365", ...options].join(",");
}

/** A made-up customer list as a CSV file, for a test of its own. */
export function csvBook(name: string, rows: readonly (readonly string[])[]): ServedBook {
  return {
    name: `${name}.csv`,
    bytes: new TextEncoder().encode(`\uFEFF${rows.map((row) => row.join(",")).join("\r\n")}`),
  };
}

/** Runs in each document before its scripts: gives the look to whoever reads it from Office's context, which has none of its own. */
function tellDark(): void {
  Object.defineProperty(Object.prototype, "officeTheme", { configurable: true, value: { isDarkTheme: true } });
}

/** Somebody who owns no customer: the views show the whole team's. */
const tester = "Tester";

/** Runs in each document before its scripts: whoever works here has said so before, as people are asked once on a computer. */
function tellWho(name: string): void {
  try {
    localStorage.setItem("follow-up-sheet.me", name);
  } catch {
    // A document without a place of its own has no storage.
  }
}

/** Opens a workbook in a page of its own. */
export async function openDesk(
  book: ServedBook,
  {
    lang = "zh-CN",
    moment = momentOfRun(),
    opens = true,
    dark = false,
    highContrast = false,
    drawn = false,
    host,
    who = tester,
    patience = usualPatience,
  }: DeskOptions = {},
): Promise<Desk> {
  if (!browser) throw new Error("startBrowser() has not run.");
  const server = await serveWorkbench(book, 0);
  const excel = host ?? hostOfRun();
  if (!readHost(excel)) throw new Error(`There is no host ${excel}.`);
  const url = `${server.url}?lang=${lang}${drawn ? "" : "&draw=no"}&host=${excel}`;
  const { page, context, strangers, errors } = await openWorkbench(browser, url, {
    zone: moment.zone,
    prepare: async (empty) => {
      // Outside jest functions come with calls of a helper that names them, which no page has.
      await empty.addInitScript({ content: "globalThis.__name ??= (made) => made;" });
      await empty.addInitScript(moveClock, aheadBy(moment.at));
      if (who !== null) await empty.addInitScript(tellWho, who);
      if (highContrast) await empty.emulateMedia({ forcedColors: "active" });
      if (dark) await empty.addInitScript(tellDark);
    },
  });
  const close = async () => {
    open.delete(close);
    await context.close();
    await server.close();
  };
  open.add(close);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench?.ready);
  const pane = opens ? await paneOf(page) : page.mainFrame();
  page.setDefaultTimeout(Math.max(30_000, patience));
  const byId = (id: string) => inPane(pane, id);
  const idle = () => paneIdle(pane, patience);
  return {
    page,
    pane,
    today: dayOf(moment),
    byId,
    idle,
    settled: async () => {
      await page.evaluate(() => window.workbench?.settled());
      await paneSettled(pane, patience);
    },
    reopenPane: async () => {
      await pane.evaluate(() => {
        Object.assign(window, { left: true });
        location.reload();
      });
      // The document that is left answers for a moment still.
      await pane.waitForFunction(() => !Reflect.has(window, "left"));
      await byId("status").waitFor();
      await idle();
    },
    press: async (id) => {
      await byId(id).first().click();
      await idle();
    },
    cell: (sheet, address) =>
      page.evaluate(([s = "", a = ""]) => window.workbench?.cellValue(s, a) ?? "", [sheet, address]),
    type: async (sheet, address, text) => {
      await page.evaluate(([s = "", a = ""]) => window.workbench?.focusCell(s, a), [sheet, address]);
      await page.keyboard.type(text, { delay: 15 });
      await page.keyboard.press("Enter");
    },
    save: async () => {
      const bytes = Uint8Array.from(await page.evaluate(async () => [...((await window.workbench?.save()) ?? [])]));
      const findings = checkPackage(bytes).map(({ part, problem }) => `${part}: ${problem}`);
      if (findings.length > 0)
        throw new Error(`Excel would find a problem with the saved file:\n${findings.join("\n")}`);
      return bytes;
    },
    screenshot: async (name) => {
      const folder = path.join(projectRoot, "reports", "screenshots");
      mkdirSync(folder, { recursive: true });
      const shown = drawn ? page : await pane.frameElement();
      await shown.screenshot({ path: path.join(folder, `${name}.png`) });
    },
    strangers,
    errors,
    close,
  };
}

async function paneOf(page: Page): Promise<Frame> {
  const end = performance.now() + usualPatience;
  while (performance.now() < end) {
    const frame = findPane(page);
    if (frame && (await inPane(frame, "status").count()) > 0) return frame;
    await page.waitForTimeout(100);
  }
  throw new Error("The pane did not start.");
}

/** Chooses in the preview how strict the sheet begins: as our usual rules have it, which most tests are about. */
export async function chooseUsualRules(desk: Desk): Promise<void> {
  await desk.byId("adopt-levels").locator('input[value="usual"]').check();
  await desk.idle();
}

/** Opens the preview of a set-up, as a person would. */
async function previewSetUp(desk: Desk): Promise<void> {
  // The pane shows its status line before it knows which of the two it has to show.
  const firstCheck = desk.byId("first-check");
  await firstCheck.or(desk.byId("tab-setup")).first().waitFor();
  if ((await firstCheck.count()) > 0) await desk.press("first-check");
  await desk.press("tab-setup");
  await desk.press("setup-plan");
  await desk.byId("setup-apply").waitFor();
}

/** Carries out the set-up that the preview shows; returns the number of its lines. */
async function applySetUp(desk: Desk): Promise<number> {
  const lines = await desk.byId("setup-change").count();
  await desk.press("setup-apply");
  await desk.byId("setup-done").waitFor();
  return lines;
}

/** Goes through Set up as a person would who changes nothing of what the pane proposes; returns the number of preview lines. */
export async function adoptAsProposed(desk: Desk): Promise<number> {
  await previewSetUp(desk);
  return applySetUp(desk);
}

/** Goes through Set up as a person would who wants our usual rules; returns the number of preview lines. */
export async function setUp(desk: Desk): Promise<number> {
  await previewSetUp(desk);
  if ((await desk.byId("adopt-levels").count()) > 0) await chooseUsualRules(desk);
  return applySetUp(desk);
}

/** Sets the review day in the pane. */
export async function review(desk: Desk, day: string): Promise<void> {
  await desk.press("tab-setup");
  const field = desk.byId("as-of-input");
  await field.waitFor();
  await ((await field.evaluate((node) => node.tagName === "INPUT")) ? field : field.locator("input")).fill(day);
  await desk.press("as-of-apply");
}

/** The cell that has a name in the workbook, wherever on its sheet it stands; of figures on the Summary, the name is all that is promised. */
export async function placeOfName(desk: Desk, name: string): Promise<readonly [sheet: string, address: string]> {
  const { names } = await desk.page.evaluate(() => window.workbench!.read());
  const formula = names.find((entry) => entry.name === name)?.formula ?? "";
  const [, sheet, address] = /^='?([^'!]+)'?!(.+)$/.exec(formula) ?? [];
  if (sheet === undefined || address === undefined) throw new Error(`Nothing is named ${name}.`);
  return [sheet, address.replaceAll("$", "")];
}

/** Value of the cell that has a name. */
export async function valueOfName(desk: Desk, name: string): Promise<string | number | boolean> {
  return desk.cell(...(await placeOfName(desk, name)));
}

/** What axe calls serious or critical in the pane, each with its element; of all its rules where none is named. */
export async function seriousFaults({ page }: Desk, rules?: readonly string[]): Promise<readonly string[]> {
  // The grid beside the pane is the spreadsheet engine's own; the pane is ours.
  const axe = new AxeBuilder({ page }).include("iframe");
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Pixels by which the pane's content is wider than the pane. */
export function overflowOf({ pane }: Desk): Promise<number> {
  return pane.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
