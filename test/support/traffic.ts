/** The use cases of the pane, one after the other on one list, with what each sends to Excel and receives. */
import type { Traffic } from "../../src/workbench/protocol/transport";
import { isoOfSerial } from "../../src/domain/values/date";
import { chooseCustomer, openLog } from "./sampleDesk";
import { adoptAsProposed, csvBook, openDesk, review, type Desk } from "./workbench";

export const useCases = [
  "open a list",
  "first check",
  "set up",
  "review day",
  "look at the Check tab",
  "check again",
  "fix",
  "edit a row",
  "log a touch",
  "Numbers",
  "repair",
  "open a set-up workbook",
] as const;
export type UseCase = (typeof useCases)[number];

/** What `npm run job` goes through. */
export const jobCases: readonly UseCase[] = [
  "open a list",
  "first check",
  "set up",
  "review day",
  "look at the Check tab",
  "check again",
];

export interface Measured extends Traffic {
  readonly useCase: UseCase;
  /** Seconds in the workbench, where a round trip takes next to no time. */
  readonly seconds: number;
}

const sheet = "客户跟进";
const stages = ["初步沟通", "需求确认", "方案演示", "合同谈判", "成交", "流失"];
const owners = ["张敏", "李强", "王芳", "张伟"];
/** Customers of the made-up list are told apart by their number. */
const nameOf = (row: number) => `客户${row}号`;
/** One date in so many is a text, for the fix to put right. */
const textDates = 25;

/** A made-up list of twelve columns, the same each time. */
function list(rows: number, today: number): readonly (readonly string[])[] {
  const day = (row: number, from: number, length: number) => isoOfSerial(today + from + ((row * 7) % length), 1900);
  const headers = ["客户名称", "客户类型", "联系人", "电话", "销售阶段", "预计金额", "负责人", "来源"];
  return [
    [...headers, "首次联系日期", "最近跟进日期", "下次跟进日期", "备注"],
    ...Array.from({ length: rows }, (_, row) => [
      ...[nameOf(row), row % 2 === 0 ? "新客户" : "老客户", "王经理", `0571-88${String(row).padStart(6, "0")}`],
      ...[stages[row % stages.length] ?? "", String(10_000 + row), owners[row % owners.length] ?? "", "展会"],
      ...[day(row, -160, 90), day(row, -40, 35)],
      row % textDates === 0 ? day(row, 1, 20).replaceAll("-", ".") : day(row, -5, 30),
      "等他们内部讨论",
    ]),
  ];
}

/** What has crossed since the last question, and how long ago that was. */
function createMeter(desk: Desk) {
  let start = performance.now();
  return {
    begin: async () => {
      await desk.page.evaluate(() => window.workbench!.resetStats());
      start = performance.now();
    },
    read: async (useCase: UseCase): Promise<Measured> => {
      const seconds = (performance.now() - start) / 1000;
      const traffic = await desk.page.evaluate(() => window.workbench!.stats());
      return { useCase, ...traffic, seconds };
    },
  };
}

async function logTouch(desk: Desk, name: string): Promise<void> {
  const receipts = (await desk.byId("receipt").allInnerTexts()).join();
  await chooseCustomer(desk, name);
  await desk.byId("log-content").fill("谈了报价");
  await desk.byId("log-stage").selectOption("");
  await desk.byId("log-next").locator('input[value="typed"]').check();
  await desk.byId("log-next-typed").fill(isoOfSerial(desk.today + 30, 1900));
  await desk.byId("log-save").click();
  await desk.pane.waitForFunction(
    (words) =>
      [...document.querySelectorAll('[data-testid="receipt"]')].map((node) => node.textContent).join() !== words,
    receipts,
  );
  await desk.settled();
}

/** Types the dates as texts once more that the set-up has put right: something for the fix to do. */
async function typeDatesAgain(desk: Desk, rows: readonly (readonly string[])[]): Promise<void> {
  const texts = rows.flatMap((row, at) =>
    /^\d{4}\.\d/.test(row[10] ?? "") ? [[`K${at + 1}`, row[10] ?? ""] as const] : [],
  );
  await desk.page.evaluate(
    ([title, cells]) => {
      for (const [cell, text] of cells) window.workbench!.editAsCoauthor(title, cell, text);
    },
    [sheet, texts] as const,
  );
  await desk.settled();
}

/** Pastes a value over three cells of a calculated column, and has the pane look at its rules. */
async function breakRules(desk: Desk): Promise<void> {
  await desk.press("tab-today");
  await desk.page.evaluate(async (title) => {
    const book = await window.workbench!.read();
    const found = book.sheets.find((each) => each.name === title);
    const header = found?.rows[0]?.cells.find(({ value }) => value === "跟进提示");
    const letter = String.fromCharCode(65 + (header?.column ?? 0));
    for (const row of [20, 21, 60]) window.workbench!.editAsPerson(title, `${letter}${row}`, "x");
  }, sheet);
  await desk.settled();
  await desk.press("tab-check");
  await desk.byId("health-repair").waitFor();
}

interface TrafficOptions {
  readonly patience: number;
  readonly drawn?: boolean;
  readonly tell?: (done: Measured) => void;
}

/**
 * Goes through the use cases and tells of each as it is done.
 * @param patience milliseconds for one step
 * @param drawn true where the seconds are to be those of a grid that somebody looks at
 */
export async function measureTraffic(
  rows: number,
  { patience, drawn = false, tell = () => undefined }: TrafficOptions,
): Promise<ReadonlyMap<UseCase, Measured>> {
  const done = new Map<UseCase, Measured>();
  const today = 46_267;
  const opened = performance.now();
  const customers = list(rows, today);
  const desk = await openDesk(csvBook(sheet, customers), { patience, drawn });
  const meter = createMeter(desk);
  const note = async (useCase: UseCase, seconds?: number) => {
    const measured = await meter.read(useCase);
    const kept = seconds === undefined ? measured : { ...measured, seconds };
    done.set(useCase, kept);
    tell(kept);
  };
  const step = async (useCase: UseCase, work: () => Promise<unknown>) => {
    // What the step before has left to do is not this one's.
    await desk.settled();
    await meter.begin();
    await work();
    await desk.settled();
    await note(useCase);
  };
  await desk.byId("first-check").waitFor();
  await desk.idle();
  await note("open a list", (performance.now() - opened) / 1000);
  await step("first check", () => desk.press("first-check"));
  await step("set up", () => adoptAsProposed(desk));
  await step("review day", () => review(desk, isoOfSerial(desk.today, 1900)));
  await step("look at the Check tab", () => desk.press("tab-check"));
  await step("check again", () => desk.press("check-run"));
  await typeDatesAgain(desk, customers);
  await desk.press("fix-preview");
  await step("fix", async () => {
    await desk.byId("fix-apply").click();
    await desk.byId("fix-done").waitFor();
  });
  await desk.press("tab-today");
  await step("edit a row", () =>
    desk.page.evaluate((title) => window.workbench!.editAsPerson(title, "G12", "陈静"), sheet),
  );
  await openLog(desk);
  await step("log a touch", () => logTouch(desk, nameOf(7)));
  await step("Numbers", () => desk.press("tab-numbers"));
  await breakRules(desk);
  await step("repair", async () => {
    await desk.byId("health-repair").click();
    await desk.byId("health-done").waitFor();
  });
  await meter.begin();
  await desk.reopenPane();
  await desk.settled();
  await note("open a set-up workbook");
  if (desk.errors.length > 0) throw new Error(desk.errors.join("\n"));
  await desk.close();
  return done;
}
