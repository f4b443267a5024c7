import { readFile } from "node:fs/promises";
import type { Frame, Locator, Page } from "playwright-core";
import { figureNames } from "../../domain/measures/figures";
import { readNamedCells } from "../files/namedCells";
import type { WorkbenchPage } from "./browser";
import { Stop } from "./failure";
import { byId, findPane, paneIdle } from "./pane";
import type { TellStep } from "./progress";
import type { BookSize, CliTexts } from "./texts";

/** What `npm run job --json` writes. */
export interface JobReport {
  readonly sheet: string;
  /** Review day, ISO. */
  readonly today: string;
  readonly findings: readonly unknown[];
  /** As the pane worked them out; null where nothing was measured. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** The same, as the workbook's own formulas gave them: read from the saved file. */
  readonly workbookFigures: Readonly<Record<string, unknown>>;
  readonly roundTrips: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** How many actions set-up took; 0 when everything was in place. */
  readonly setUpActions: number;
}

export interface JobResult {
  readonly report: JobReport;
  readonly saved: Uint8Array;
  readonly screenshot: Uint8Array | null;
}

export interface JobSettings {
  /** ISO day, or null for what the workbook says. */
  readonly today: string | null;
  /** Milliseconds for any one step; asked again when the size of the sheet is known. */
  readonly limitOf: (size: BookSize | null) => number;
  readonly tell: TellStep;
  readonly screenshot: boolean;
  readonly texts: CliTexts;
}

async function paneOf(page: Page, limit: number, texts: CliTexts): Promise<Frame> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const state = await page.evaluate(() => window.workbenchHooks?.state() ?? null);
    if (state?.stage === "failed") throw new Stop(state.message);
    const frame = findPane(page);
    if (state?.stage === "ready" && frame !== undefined && (await byId(frame, "status").count()) > 0) return frame;
    await page.waitForTimeout(100);
  }
  throw new Stop(texts.paneDidNotStart);
}

/** What the pane's message bar says, without the words on its buttons. */
async function sentenceOf(problem: Locator): Promise<string> {
  const text = await problem.evaluate((bar) => {
    const copy = document.createElement("div");
    copy.innerHTML = bar.innerHTML;
    for (const button of copy.querySelectorAll("button")) button.remove();
    return copy.textContent;
  });
  return text.replace(/\s+/g, " ").trim();
}

/** Ends when the pane has nothing under way; a problem that it shows becomes the error. */
async function settled(frame: Frame, limit: number): Promise<void> {
  await paneIdle(frame, limit);
  const problem = byId(frame, "problem");
  const failed = await frame.locator('[data-testid="status"][data-problem]').count();
  if (failed > 0) await problem.first().waitFor({ timeout: 10_000 });
  if ((await problem.count()) > 0) throw new Stop(await sentenceOf(problem.first()));
}

async function press(frame: Frame, id: string, limit: number): Promise<void> {
  await byId(frame, id).click({ timeout: limit });
  await settled(frame, limit);
}

/** @returns how many actions it took */
async function setUp(frame: Frame, limit: number): Promise<number> {
  await press(frame, "tab-setup", limit);
  await press(frame, "setup-plan", limit);
  await byId(frame, "setup-apply").or(byId(frame, "setup-nothing")).first().waitFor({ timeout: limit });
  if ((await byId(frame, "setup-nothing").count()) > 0) return 0;
  await press(frame, "setup-apply", limit);
  const done = byId(frame, "setup-done");
  await done.waitFor({ timeout: limit });
  return Number(/\d+/.exec((await done.innerText()).replaceAll(",", ""))?.[0] ?? 0);
}

async function setReviewDay(frame: Frame, day: string, limit: number): Promise<void> {
  const input = byId(frame, "as-of-input");
  await input.waitFor({ timeout: limit });
  // The test id may stand on the field or on a frame around it.
  const field = (await input.evaluate((node) => node.tagName === "INPUT")) ? input : input.locator("input");
  await field.fill(day);
  await press(frame, "as-of-apply", limit);
}

async function exportedReport(
  page: Page,
  frame: Frame,
  limit: number,
  texts: CliTexts,
): Promise<Record<string, unknown>> {
  const download = page.waitForEvent("download", { timeout: limit });
  await byId(frame, "export-report").click({ timeout: limit });
  const parsed: unknown = JSON.parse(await readFile(await (await download).path(), "utf8"));
  if (typeof parsed !== "object" || parsed === null) throw new Stop(texts.badReport);
  return { ...parsed };
}

/**
 * Lets the browser give back what the steps before have left. It does so by itself only when memory runs short, and writing the file
 * takes as much again as the workbook.
 */
async function freeMemory(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
}

/**
 * Goes through the pane as a person would: set up, review day, check, report; then saves the workbook.
 * @throws {Stop} with what the pane says, or with the step that failed
 */
export async function driveJob(workbench: WorkbenchPage, settings: JobSettings): Promise<JobResult> {
  const { page } = workbench;
  const { limitOf, tell, texts } = settings;
  tell("open", null);
  const frame = await paneOf(page, limitOf(null), texts);
  const size = (await page.evaluate(() => window.workbenchHooks?.size())) ?? null;
  const limit = limitOf(size);
  await settled(frame, limit);
  tell("setUp", size);
  if ((await byId(frame, "first-check").count()) > 0) await press(frame, "first-check", limit);
  const setUpActions = await setUp(frame, limit);
  if (settings.today !== null) await setReviewDay(frame, settings.today, limit);
  await freeMemory(page);
  tell("check", size);
  await press(frame, "tab-check", limit);
  await press(frame, "check-run", limit);
  const exported = await exportedReport(page, frame, limit, texts);
  tell("save", size);
  const traffic = await page.evaluate(() => window.workbenchHooks?.traffic());
  const screenshot = settings.screenshot ? await page.screenshot() : null;
  await freeMemory(page);
  const base64 = await page.evaluate(() => window.workbenchHooks?.save());
  if (base64 === undefined || traffic === undefined) throw new Stop(texts.cannotSave);
  const saved = new Uint8Array(Buffer.from(base64, "base64"));
  const { findings, figures } = exported;
  return {
    saved,
    screenshot,
    report: {
      sheet: String(exported["sheet"]),
      today: String(exported["today"]),
      findings: Array.isArray(findings) ? findings : [],
      figures: typeof figures === "object" && figures !== null ? { ...figures } : {},
      workbookFigures: Object.fromEntries(readNamedCells(saved, Object.values(figureNames))),
      roundTrips: traffic.roundTrips,
      bytesSent: traffic.bytesSent,
      bytesReceived: traffic.bytesReceived,
      setUpActions,
    },
  };
}
