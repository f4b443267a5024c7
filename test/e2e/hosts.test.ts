import { strFromU8, unzipSync } from "fflate";
import { Workbook } from "exceljs";
import { hostProfiles } from "../../src/workbench/data/hostBehaviour";
import { fillByKeys } from "../support/fillByKeys";
import { chooseOption } from "../support/sampleDesk";
import { openDesk, review, setUp, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const sheet = "客户跟进";
const log = "跟进记录";
const headers = ["客户名称", "销售阶段", "下次跟进日期", "最近跟进日期", "预计金额", "负责人", "备注", "税后"];
const customers = Array.from({ length: 12 }, (_, row) => [
  ...[`${row + 1}号青山${row + 1}`, row % 3 === 0 ? "商务谈判" : "方案演示", new Date(Date.UTC(2026, 7, 5 + row))],
  ...[new Date(Date.UTC(2026, 6, 20)), 10_000 * (row + 1), row % 2 === 0 ? "陈晨" : "林悦", "备注", null],
]);

/** Conditional formats of the owner's, of several types, in the order in which they decide. */
const ownRules = [
  { ref: "E2:E13", type: "expression", formula: "$E2>50000" },
  { ref: "E2:E13", type: "colorScale", formula: null },
  { ref: "A2:C13", type: "expression", formula: 'LEFT($A2,2)="青山"' },
  { ref: "G2:G13", type: "expression", formula: "LEN($G2)>30" },
] as const;

/** A list whose owner has made things of their own: rules, a name, a validation, formulas, formats. */
async function ownBook() {
  const workbook = new Workbook();
  const list = workbook.addWorksheet(sheet);
  list.addRows([headers, ...customers]);
  for (let row = 2; row <= customers.length + 1; row += 1) {
    list.getCell(row, 8).value = { formula: `E${row}*0.9`, result: 0 };
    for (const column of [3, 4]) list.getCell(row, column).numFmt = "yyyy-mm-dd";
    list.getCell(row, 5).numFmt = "#,##0.00";
    list.getCell(row, 7).dataValidation = {
      type: "textLength",
      operator: "lessThan",
      formulae: [40],
      showErrorMessage: true,
      errorTitle: "自己的规则",
      error: "备注不要太长",
    };
  }
  // One of them stands as text: something for Check to repair.
  list.getCell("C4").value = "2026.8.7";
  ownRules.forEach(({ ref, formula }, index) => {
    const priority = index + 1;
    list.addConditionalFormatting({
      ref,
      rules: [
        formula === null
          ? {
              type: "colorScale",
              priority,
              cfvo: [{ type: "min" }, { type: "max" }],
              color: [{ argb: "FFFFFFFF" }, { argb: "FF88CC88" }],
            }
          : { type: "expression", priority, formulae: [formula], style: { font: { bold: true } } },
      ],
    });
  });
  workbook.definedNames.add(`'${sheet}'!$E$2:$E$13`, "金额");
  return { name: "own.xlsx", bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

interface FoundRule {
  readonly type: string;
  readonly formula: string | null;
  readonly areas: string;
  readonly priority: number;
}

/** The rules of the list in the saved file, the first deciding first. */
function rulesIn(bytes: Uint8Array): readonly FoundRule[] {
  const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const blocks = [...xml.matchAll(/<conditionalFormatting[^>]*sqref="([^"]*)"[^>]*>(.*?)<\/conditionalFormatting>/gs)];
  const found = blocks.flatMap(([, areas = "", content = ""]) =>
    [...content.matchAll(/<cfRule ([^>]*?)(?:\/>|>(.*?)<\/cfRule>)/gs)].map(([, tag = "", inside = ""]) => ({
      areas,
      type: /type="(\w+)"/.exec(tag)?.[1] ?? "",
      priority: Number(/priority="(\d+)"/.exec(tag)?.[1]),
      formula:
        /<formula>(.*?)<\/formula>/
          .exec(inside)?.[1]
          ?.replaceAll("&quot;", '"')
          .replaceAll("&gt;", ">")
          .replaceAll("&lt;", "<") ?? null,
    })),
  );
  return found.sort((a, b) => a.priority - b.priority);
}

/** What of ours a rule is: `overdue`, `missing`; null for one of the owner's. */
const ourName = ({ formula }: FoundRule) => /followup:(\w+)/.exec(formula ?? "")?.[1] ?? null;

/** Ours are there once each and in order; theirs are the same, and in the order that they had. */
async function expectRules(desk: Desk): Promise<void> {
  const rules = rulesIn(await desk.save());
  const ours = rules.flatMap((rule) => ourName(rule) ?? []);
  expect(ours.slice(-3)).toEqual(["overdue", "today", "stale"]);
  expect(new Set(ours.slice(0, -3))).toEqual(new Set(["missing"]));
  const places = rules
    .filter((rule) => ourName(rule) !== null)
    .map(({ areas, formula }) => `${areas} ${formula ?? ""}`);
  expect(new Set(places).size).toBe(places.length);
  const theirs = rules.filter((rule) => ourName(rule) === null);
  expect(theirs.map(({ type, formula }) => ({ type, formula }))).toEqual(
    ownRules.map(({ type, formula }) => ({ type, formula })),
  );
}

/** Things of the owner's beside the rules: the validation of the notes, the formulas, the name. */
async function ownThings(desk: Desk) {
  const book = await desk.page.evaluate(() => window.workbench!.read());
  const list = book.sheets.find(({ name }) => name === sheet);
  const at = (column: number) =>
    list?.rows.slice(1, 13).map(({ cells }) => cells.find((cell) => cell.column === column)?.formula);
  return {
    validation: list?.validations
      .filter(({ areas: [area] }) => area?.column === 6)
      .map(({ type, error }) => [type, error.title]),
    formulas: at(7),
    name: book.names.find(({ name }) => name === "金额")?.formula.replaceAll("'", ""),
  };
}

/** Rows of the log that hold anything: customer and content. */
function logged(desk: Desk): Promise<readonly (readonly unknown[])[]> {
  return desk.page.evaluate(async (title) => {
    const book = await window.workbench!.read();
    const rows = book.sheets.find(({ name }) => name === title)?.rows ?? [];
    return rows
      .slice(1)
      .map(({ cells }) => [3, 8].map((column) => cells.find((cell) => cell.column === column)?.value ?? ""))
      .filter(([customer]) => customer !== "");
  }, log);
}

async function check(desk: Desk): Promise<void> {
  await desk.press("tab-check");
  await desk.press("check-run");
  await desk.settled();
}

async function setLevel(desk: Desk, level: string): Promise<void> {
  await desk.press("tab-today");
  await desk.press("tab-setup");
  await desk.press("schema-open");
  await desk.press("field-owner");
  await desk.byId(level).check();
  await desk.press("schema-plan");
  await desk.press("schema-apply");
  await desk.byId("schema-applied").waitFor();
}

describe.each(Object.keys(hostProfiles))("the main jobs in the Excel called %s", (host) => {
  let desk: Desk;
  let before: Awaited<ReturnType<typeof ownThings>>;
  beforeAll(async () => {
    desk = await openDesk(await ownBook(), { host });
    before = await ownThings(desk);
    await setUp(desk);
    await review(desk, "2026-08-07");
  }, 240_000);
  afterAll(() => desk.close());

  test("set-up: everything is there once and in order, a second one changes nothing, theirs is as it was", async () => {
    expect(before.formulas).toHaveLength(12);
    await expectRules(desk);
    expect(await ownThings(desk)).toEqual(before);
    await desk.press("tab-setup");
    await desk.press("setup-plan");
    await desk.byId("setup-nothing").waitFor();
    await desk.pane.getByRole("button", { name: "知道了" }).click();
  });

  test("check: a repair is made and taken back", async () => {
    // The set-up has put the date right: a colleague types one as text again.
    expect(await desk.cell(sheet, "C4")).toBe(46_241);
    await desk.page.evaluate((name) => window.workbench!.editAsCoauthor(name, "C4", "2026.8.7"), sheet);
    await desk.settled();
    await check(desk);
    await desk.press("fix-preview");
    await desk.press("fix-apply");
    await desk.byId("fix-done").waitFor();
    expect(await desk.cell(sheet, "C4")).toBe(46_241);
    await desk.press("fix-revert");
    await desk.byId("fix-done").getByText("已撤回").waitFor();
    expect(await desk.cell(sheet, "C4")).toBe("2026.8.7");
  });

  test("rules that a person lost come back with one press", async () => {
    // Dates over stages, as somebody in a hurry pastes them, takes list and colours away there.
    await desk.page.evaluate((name) => window.workbench!.pasteAsPerson(name, "H2:H4", "B5:B7"), sheet);
    await check(desk);
    await desk.byId("health").waitFor();
    await desk.press("health-repair");
    await desk.byId("health-done").waitFor();
    await desk.press("result-close");
    await check(desk);
    await desk.byId("health-fine").waitFor();
    expect(await ownThings(desk)).toMatchObject({ name: before.name });
  });

  test("a level goes down and up again, and the rules with it", async () => {
    await setLevel(desk, "level-observe");
    const down = rulesIn(await desk.save()).filter((rule) => ourName(rule) === "missing").length;
    await setLevel(desk, "level-require");
    const up = rulesIn(await desk.save()).filter((rule) => ourName(rule) === "missing").length;
    expect(up).toBe(down + 1);
    await check(desk);
    await desk.byId("health-fine").waitFor();
  });

  test("a touch is logged and undone, and leaves no row behind", async () => {
    await desk.press("tab-log");
    await desk.byId("log-customer").waitFor();
    await fillByKeys(desk, "青山2", "约好下周二演示");
    await desk.page.keyboard.press("Enter");
    await desk.byId("receipt").waitFor();
    expect(await logged(desk)).toEqual([["2号青山2", "约好下周二演示"]]);
    await desk.press("undo");
    expect(await logged(desk)).toEqual([]);
  });

  test("a customer is handed over and back", async () => {
    await desk.press("tab-today");
    await desk.byId("bulk-begin").click();
    // Two, for the owners take turns: one of them has another owner than the new one.
    for (const place of [0, 1]) await desk.byId("due-tick").nth(place).check();
    await desk.byId("bulk-transfer").click();
    const owners = () => Promise.all(customers.map((_, row) => desk.cell(sheet, `F${String(row + 2)}`)));
    const had = await owners();
    await chooseOption(desk, "transfer-to", 1);
    await desk.byId("bulk").getByRole("textbox").fill("休假");
    await desk.press("transfer-apply");
    await desk.byId("receipt").waitFor();
    expect(await owners()).not.toEqual(had);
    await desk.press("undo");
    expect(await owners()).toEqual(had);
  });

  test("no error went unseen, and nothing was asked that this Excel does not have", async () => {
    expect(desk.errors).toEqual([]);
    expect(desk.strangers).toEqual([]);
    expect(await desk.page.evaluate(() => window.workbench!.unknownMembers())).toEqual([]);
  });
});
