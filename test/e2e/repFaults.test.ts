/**
 * A save that meets a fault completes or changes nothing, says which, keeps what was typed, and can be repeated without doubling the
 * log row. On the sample workbook; every case takes another customer.
 */
import { isoOfSerial } from "../../src/domain/values/date";
import { chooseCustomer, openLog, openSample, rowsOf, sampleSheets, type SheetRow } from "../support/sampleDesk";
import { startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(120_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const names = sampleSheets["zh-CN"];
let desk: Desk;
let open: string[] = [];

beforeAll(async () => {
  desk = await openSample("zh-CN");
  const closed = new Set(["成交", "流失", "搁置"]);
  open = (await rowsOf(desk, names.list))
    .filter((row) => row[names.owner] !== "" && !closed.has(String(row[names.stage])))
    .map((row) => String(row[names.customer]));
}, 120_000);
afterEach(async () => {
  await desk.page.evaluate(() => window.workbench!.faults.clear());
});
afterAll(async () => {
  expect(desk.errors).toEqual([]);
  await desk.close();
});

const rowOf = async (name: string) => (await rowsOf(desk, names.list)).find((row) => row[names.customer] === name);
const logOf = async (name: string) => (await rowsOf(desk, names.log)).filter((row) => row[names.customer] === name);

interface Before {
  readonly name: string;
  readonly row: SheetRow | undefined;
  readonly log: number;
  /** The next date that the save is to write. */
  readonly next: number;
}

/** Fills the quick log for a customer that no other case has had. */
async function fill(words: string): Promise<Before> {
  const name = open.shift() ?? "";
  await openLog(desk);
  await chooseCustomer(desk, name);
  await desk.byId("log-content").fill(words);
  await desk.byId("log-stage").selectOption("");
  const row = await rowOf(name);
  const stands = row?.[names.nextDate];
  // Another day than the one that stands there, and none that has passed: the sample's dates begin nine days ago.
  const next = (typeof stands === "number" ? stands : desk.today) + 30;
  await desk.byId("log-next").locator('input[value="typed"]').check();
  await desk.byId("log-next-typed").fill(isoOfSerial(next, 1900));
  await desk.idle();
  return { name, row, log: (await logOf(name)).length, next };
}

/** Presses Save and waits for how it went: what the pane says of a fault, or null. */
async function save(press = () => desk.byId("log-save").click()): Promise<string | null> {
  const problem = desk.byId("rep-problem");
  // The receipt of the case before still stands there; each case has a customer of its own, and so other words.
  const earlier = (await desk.byId("receipt").allInnerTexts()).join();
  await press();
  await desk.pane.waitForFunction(
    (words) => {
      const texts = [...document.querySelectorAll<HTMLElement>('[data-testid="receipt"]')].map(
        (node) => node.innerText,
      );
      return document.querySelector('[data-testid="rep-problem"]') !== null || texts.join() !== words;
    },
    earlier,
    { timeout: 30_000 },
  );
  await desk.idle();
  return (await problem.count()) > 0 ? (await problem.innerText()).replace(/\s+/g, " ") : null;
}

async function expectUnchanged({ name, row, log }: Before): Promise<void> {
  expect(await rowOf(name)).toEqual(row);
  expect(await logOf(name)).toHaveLength(log);
}

async function expectSavedOnce({ name, log, next }: Before, words: string): Promise<void> {
  const [now, touches] = [await rowOf(name), await logOf(name)];
  expect(touches).toHaveLength(log + 1);
  expect(touches.at(-1)).toMatchObject({ [names.content]: words, 约定下次日期: next });
  expect(now?.[names.nextDate]).toBe(next);
}

/** What was typed is still there; once the fault is over the same button brings it to its end. */
async function expectKeptAndRepeatable(before: Before, words: string): Promise<void> {
  expect(await desk.byId("log-content").inputValue()).toBe(words);
  expect(await desk.byId("rep-problem").innerText()).toContain("填的内容还在");
  await desk.byId("rep-retry").click();
  await desk.byId("rep-problem").waitFor({ state: "detached" });
  await desk.byId("receipt").waitFor();
  await desk.idle();
  await expectSavedOnce(before, words);
}

// A save asks for the tables twice, for the row, and for what it will meet, then writes; after that it reads again.
test.each([
  ["a lost connection", "lost", 1, false],
  ["a lost connection", "lost", 4, false],
  ["a lost connection", "lost", 5, false],
  ["a lost connection", "lost", 7, false],
  ["an answer that did not arrive", "lost", 5, true],
  ["an answer that did not arrive", "lost", 7, true],
  ["a refusal", "accessDenied", 5, false],
  ["a general fault", "general", 5, false],
  ["a throttled Excel", "busy", 5, false],
  ["an open dialog", "dialogOpen", 1, false],
] as const)("%s (%s at request %i, carried out: %s)", async (_, kind, at, afterwards) => {
  const words = `等法务 ${kind} ${at}`;
  const before = await fill(words);
  await desk.page.evaluate((fault) => window.workbench!.faults.push(fault), { at, kind, afterwards });
  const said = await save();
  await desk.page.evaluate(() => window.workbench!.faults.clear());
  if (said === null) return expectSavedOnce(before, words);
  expect(said).toMatch(/没有任何改动|和之前一样|有一部分已经写入/);
  if (!said.includes("有一部分已经写入")) await expectUnchanged(before);
  await expectKeptAndRepeatable(before, words);
});

test("a cell that is being edited: nothing is written until that is finished", async () => {
  const before = await fill("等法务 编辑");
  await desk.page.evaluate(([sheet, row]) => window.workbench!.focusCell(sheet, `Q${row}`), [
    names.list,
    before.row?.row ?? 2,
  ] as const);
  await desk.page.keyboard.type("half");
  expect(await desk.page.evaluate(() => window.workbench!.isEditing())).toBe(true);
  // A press of the pointer could end the edit in this grid; in Excel a press in the pane leaves the cell in edit mode.
  await desk.byId("log-save").evaluate((button: HTMLElement) => button.click());
  await desk.byId("rep-problem").waitFor();
  expect(await desk.byId("rep-problem").innerText()).toMatch(/正在编辑[\s\S]*没有任何改动/);
  await desk.page.evaluate(([sheet, row]) => window.workbench!.focusCell(sheet, `Q${row}`), [
    names.list,
    before.row?.row ?? 2,
  ] as const);
  await desk.page.keyboard.press("Escape");
  await desk.page.waitForFunction(() => !window.workbench!.isEditing());
  await expectKeptAndRepeatable(before, "等法务 编辑");
});

test.each([
  ["the log", names.log],
  ["the follow-up sheet", names.list],
])("%s is protected: nothing is changed, and it is named", async (_, sheet) => {
  const words = `等法务 保护 ${sheet}`;
  const before = await fill(words);
  await desk.page.evaluate((name) => window.workbench!.protect(name, true), sheet);
  const said = await save();
  expect(said).toContain(`工作表「${sheet}」有保护`);
  expect(said).toMatch(/没有任何改动|和之前一样/);
  await expectUnchanged(before);
  await desk.page.evaluate((name) => window.workbench!.protect(name, false), sheet);
  await expectKeptAndRepeatable(before, words);
});

test("a filtered log takes no row; once the filter is gone the same save goes through", async () => {
  const before = await fill("等法务 筛选");
  const other = (await rowsOf(desk, names.log))[0]?.[names.customer];
  await desk.page.evaluate((keep) => window.workbench!.filterAsPerson("FollowUpLog", 3, keep), String(other));
  const said = await save();
  expect(said).toMatch(/「跟进记录」正在筛选.*没有任何改动/);
  await desk.page.evaluate(() => window.workbench!.filterAsPerson("FollowUpLog", 3, null));
  await expectUnchanged(before);
  await expectKeptAndRepeatable(before, "等法务 筛选");
});

test("a follow-up sheet filtered by somebody: the hidden row is written, or nothing", async () => {
  const before = await fill("等法务 隐藏");
  await desk.page.evaluate((keep) => window.workbench!.filterAsPerson("FollowUps", 0, keep), open.at(-1) ?? "");
  const said = await save();
  await desk.page.evaluate(() => window.workbench!.filterAsPerson("FollowUps", 0, null));
  if (said === null) return expectSavedOnce(before, "等法务 隐藏");
  await expectUnchanged(before);
  await expectKeptAndRepeatable(before, "等法务 隐藏");
});

test("a sheet sorted and moved by others just before: the right row is written", async () => {
  const before = await fill("等法务 排序");
  await desk.page.evaluate((sheet) => {
    window.workbench!.sortAsPerson(sheet, "A2:V61", 0, false);
    window.workbench!.insertRows(sheet, 1, 1);
  }, names.list);
  expect(await save()).toBeNull();
  await expectSavedOnce(before, "等法务 排序");
  expect((await rowOf(before.name))?.row).not.toBe(before.row?.row);
});

test("a row deleted just before: nothing is written, it is said, and what was typed can go to another customer", async () => {
  const before = await fill("等法务 删除");
  const others = (await rowsOf(desk, names.list)).length;
  // In one turn of the page, so that the pane cannot have heard of it.
  const said = await save(() =>
    desk.pane.evaluate(
      ([sheet, row]) => {
        window.parent.workbench!.deleteRows(sheet, row - 1, 1);
        document.querySelector<HTMLElement>('[data-testid="log-save"]')?.click();
      },
      [names.list, before.row?.row ?? 2] as const,
    ),
  );
  expect(said).toContain(`「${before.name}」已经不在「${names.list}」里了。`);
  expect(said).toContain("没有任何改动");
  expect(await logOf(before.name)).toHaveLength(before.log);
  expect(await rowsOf(desk, names.list)).toHaveLength(others - 1);
  expect(await desk.byId("log-content").inputValue()).toBe("等法务 删除");
});

test("a row deleted while the form is filled in: it is said at once, and what was said is saved for another customer", async () => {
  const before = await fill("等法务 转给别人");
  await desk.page.evaluate(([sheet, row]) => window.workbench!.deleteRows(sheet, row - 1, 1), [
    names.list,
    before.row?.row ?? 2,
  ] as const);
  await desk.settled();
  await desk.screenshot("gone");
  expect(await desk.byId("log-gone").innerText()).toContain(`「${before.name}」已经不在「${names.list}」里了。`);
  const name = open.shift() ?? "";
  const log = (await logOf(name)).length;
  await chooseCustomer(desk, name);
  await desk.byId("log-stage").selectOption("");
  await desk.byId("log-next").locator("input").first().check();
  expect(await save()).toBeNull();
  expect(await logOf(before.name)).toHaveLength(before.log);
  const touches = await logOf(name);
  expect(touches).toHaveLength(log + 1);
  expect(touches.at(-1)).toMatchObject({ [names.content]: "等法务 转给别人" });
});
