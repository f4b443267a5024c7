/** The self-check against every Excel that the workbench plays: what it finds is what is played, and nothing of the workbook is touched. */
import { readAnswers, type Answers } from "../../src/domain/selfCheck/answer";
import { judge } from "../../src/domain/selfCheck/judge";
import { ownProbes, type OutcomeOf, type OwnProbe } from "../../src/domain/selfCheck/probes";
import { hostProfiles, type HostBehaviour, type HostProfile } from "../../src/workbench/data/hostBehaviour";
import { serveSample } from "../../src/workbench/sample/serveSample";
import { dayOf, momentOfRun } from "../support/moments";
import { openDesk, overflowOf, seriousFaults, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(300_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const scratch = "FU_SelfCheck";

/** What a profile's answers have to be told as; more than one where nobody has said which. */
function expectedOf(host: HostBehaviour): { readonly [Probe in OwnProbe]: readonly (OutcomeOf<Probe> | null)[] } {
  const dates = { formula: "formula", number: "number", usText: "day", usTextWithTime: "dayAndTime" } as const;
  return {
    ruleIds: [host.conditionalFormatIds === "index" ? "places" : "own"],
    ruleOrder: [host.newRule],
    rulePriority: ["moved"],
    ruleDelete: ["right"],
    ruleRefused: [host.refusedRule === "empty" ? "emptyLeft" : "nothingLeft"],
    ruleLength: ["long"],
    ruleCopied: [host.unreadableRules === "copied" ? "unreadable" : "readable"],
    ruleUnset: [host.unsetColor === "null" ? "unset" : "blank"],
    wholeLimits: [host.wholeNumberLimits],
    decimalLimits: [host.readLimits],
    dateLimits: [dates[host.readDates]],
    dateTexts: [dates[host.readDates]],
    namedList: ["name"],
    entryTexts: ["known", "wider"],
    unevenRules: [host.unevenValidation],
    ruleMembers: [host.ruleMembers],
    tableHeaders: ["renamed"],
    headerForms: ["accepted"],
    tableGrowth: [host.tableGrowth],
    // The last row of the block is blank, and a blank row joins no table by itself.
    tableBlock: ["block"],
    fillFormula: [host.fillFormulas === "off" ? "single" : "filled"],
    changedFormula: host.fillFormulas === "off" ? ["newOne", "none"] : ["newOne"],
    errorText: [host.interfaceLanguage === "ru" ? "translated" : "english"],
    typedTexts: [host.typedTexts === "usStyle" ? "read" : "kept"],
    formulaText: [host.readFormulas === "withAt" ? "withAt" : "same"],
    mergedArea: [host.mergedAreas],
    sizes: [host.sizes],
    chartPlace: ["cells"],
    // Refused as a whole, it is a question without an answer.
    pageSetup: [host.pageLayout === "refused" ? null : "known"],
    ownEvents: ["told"],
  };
}

async function openDeskOn(host: HostProfile | undefined, lang: "zh-CN" | "en" = "zh-CN"): Promise<Desk> {
  const book = await serveSample(lang, dayOf(momentOfRun()));
  const desk = await openDesk(book, { lang, ...(host === undefined ? {} : { host }) });
  await desk.settled();
  return desk;
}

async function openView(desk: Desk): Promise<void> {
  await desk.press("tab-setup");
  await desk.press("self-check-open");
  await desk.byId("self-check-run").waitFor();
}

/** What the pane has put by of the answers. */
async function rememberedAnswers({ pane }: Desk): Promise<Answers> {
  const text = await pane.evaluate(
    () => Object.entries({ ...localStorage }).find(([key]) => key.includes("selfCheck."))?.[1],
  );
  return readAnswers(String(text)) ?? new Map();
}

/** The workbook as it stands, each cell with its format. */
function bookOf({ page }: Desk) {
  return page.evaluate(async () => {
    const { sheets, names, formats, activeSheet } = await window.workbench!.read();
    const looks = sheets.map(({ rows, ...sheet }) => ({
      ...sheet,
      rows: rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, format: formats[cell.format ?? -1] })),
      })),
    }));
    return { sheets: looks, names, activeSheet };
  });
}

async function sheetsOf({ page }: Desk): Promise<readonly string[]> {
  return page.evaluate(async () => (await window.workbench!.read()).sheets.map(({ name }) => name));
}

/** Begins the check and waits until some of it is done. */
async function beginAndWait(desk: Desk): Promise<void> {
  await desk.byId("self-check-run").click();
  await desk.byId("status").getByRole("progressbar").waitFor();
  await desk.pane.waitForFunction(() => /[1-9]\/30/.test(document.querySelector("footer")?.textContent ?? ""));
}

const runs: readonly (readonly [HostProfile, "zh-CN" | "en"])[] = [
  ["microsoft365", "zh-CN"],
  ["excel2021", "en"],
  ["mac", "en"],
  ["web", "zh-CN"],
  ["hostile", "zh-CN"],
];

test("every profile is run", () => {
  expect(runs.map(([host]) => host)).toEqual(Object.keys(hostProfiles));
});

test.each(runs)("%s: what is played is found, and the workbook is as before", async (host, lang) => {
  const desk = await openDeskOn(host, lang);
  const before = await bookOf(desk);
  await openView(desk);
  expect(await desk.byId("self-check-empty").count()).toBe(1);
  await desk.press("self-check-run");
  await desk.byId("self-check-report").waitFor();
  expect(await desk.byId("self-check-line").count()).toBe(ownProbes.length);
  expect(await bookOf(desk)).toEqual(before);

  const answers = await rememberedAnswers(desk);
  const expected = expectedOf(hostProfiles[host]);
  const wrong = ownProbes
    .map((probe) => ({ probe, answer: answers.get(probe), outcomes: expected[probe] }))
    .filter(({ probe, answer, outcomes }) => {
      return !answer || !outcomes.some((each) => each === judge(probe, answer).outcome);
    });
  expect(wrong).toEqual([]);
  const report = await desk.byId("self-check-report").inputValue();
  for (const probe of ownProbes) expect(report).toContain(`\n   ${probe} `);
  expect(report).toContain(hostProfiles[host].build);

  expect(await overflowOf(desk)).toBe(0);
  expect(await seriousFaults(desk)).toEqual([]);
  // The whole list in one picture.
  await desk.page.setViewportSize({ width: 1000, height: 2800 });
  await desk.screenshot(`self-check-${host}-${lang}`);
  // The next pane on this computer shows what was found.
  await desk.reopenPane();
  await openView(desk);
  expect(await desk.byId("self-check-line").count()).toBe(ownProbes.length);
  expect(desk.errors).toEqual([]);
  await desk.close();
});

test("cancelled in the middle, no sheet is left; where the pane went in the middle, the next check takes the sheet away", async () => {
  const desk = await openDeskOn(undefined);
  const before = await bookOf(desk);
  await openView(desk);
  await beginAndWait(desk);
  await desk.byId("status").getByRole("button", { name: "取消" }).click();
  await desk.idle();
  const lines = await desk.byId("self-check-line").count();
  expect(lines).toBeGreaterThan(0);
  expect(lines).toBeLessThan(ownProbes.length);
  expect(await bookOf(desk)).toEqual(before);

  await beginAndWait(desk);
  await desk.reopenPane();
  expect(await sheetsOf(desk)).toContain(scratch);
  await openView(desk);
  await desk.press("self-check-run");
  await desk.byId("self-check-report").waitFor();
  expect(await bookOf(desk)).toEqual(before);
  await desk.close();
});

test("a sheet of that name that is somebody's own is named and left alone", async () => {
  const desk = await openDeskOn(undefined);
  await desk.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.add(name).getRange("A1").values = [["我的"]];
        await context.sync();
      }),
    scratch,
  );
  await desk.settled();
  const before = await bookOf(desk);
  await openView(desk);
  await desk.press("self-check-run");
  expect(await desk.byId("self-check-problem").textContent()).toContain(scratch);
  expect(await desk.byId("self-check-line").count()).toBe(0);
  expect(await bookOf(desk)).toEqual(before);
  await desk.close();
});

test.each([
  ["microsoft365", "raised", "steps"],
  ["excel2021", "raised", "none"],
  ["web", "silent", "steps"],
] as const)("%s: what a person tries is seen, and they are back where they were", async (host, pick, undo) => {
  const desk = await openDeskOn(host);
  const before = await bookOf(desk);
  await openView(desk);
  await desk.press("self-check-run");
  await desk.press("self-check-try");
  expect(await desk.page.evaluate(() => window.workbench!.selected())).toEqual({ sheet: scratch, address: "B4" });
  await desk.page.evaluate((sheet) => window.workbench!.pickAsPerson(sheet, "B4", "A"), scratch);
  await desk.press("self-check-done");
  await desk.page.evaluate(() => window.workbench!.undo());
  await desk.press("self-check-done");
  expect(await bookOf(desk)).toEqual(before);
  const answers = await rememberedAnswers(desk);
  expect(judge("listPick", answers.get("listPick")!).outcome).toBe(pick);
  expect(judge("undoStep", answers.get("undoStep")!).outcome).toBe(undo);
  expect(await desk.byId("self-check-line").count()).toBe(ownProbes.length + 2);
  await desk.close();
});
