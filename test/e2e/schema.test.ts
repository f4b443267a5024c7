/** The schema edited in the pane: levels with a look ahead, names, own fields, files, and columns that people rename. */
import { readFileSync } from "node:fs";
import type { ValidationData } from "../../src/workbench/data/bookData";
import {
  csvBook,
  hostOfRun,
  openDesk,
  review,
  setUp,
  startBrowser,
  stopBrowser,
  type Desk,
} from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const sheet = "客户跟进";
/** Twenty customers; three of them without a phone number. Columns: customer, stage, phone, next date, owner, note. */
const customers = csvBook(sheet, [
  ["客户名称", "销售阶段", "电话", "下次跟进日期", "负责人", "备注"],
  ...Array.from({ length: 20 }, (_, at) => [
    `客户${String(at + 1).padStart(2, "0")}公司`,
    at % 4 === 0 ? "商务谈判" : "方案演示",
    at < 3 ? "" : `0571-8800${String(1000 + at)}`,
    "2026-08-20",
    at % 2 === 0 ? "陈晨" : "林悦",
    "",
  ]),
]);

/** What a test changes in an exported file, as somebody would with an editor. */
interface Descriptor {
  readonly fields: readonly { readonly name: string }[];
  readonly followUpSheet: {
    readonly fields: readonly { readonly id: string; level: string; requiredWhen: readonly unknown[] }[];
  };
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(customers, { host: hostOfRun("downloads:work") });
  await setUp(desk);
  await review(desk, "2026-08-07");
}, 240_000);
afterAll(() => desk.close());

/** The overview of fields and rules, as somebody finds it who comes from another tab. */
async function openSchema(): Promise<void> {
  await desk.press("tab-today");
  await desk.press("tab-setup");
  await desk.press("schema-open");
  await desk.byId("schema-view").waitFor();
}

/** Looks at what the draft would change, and applies it; returns the lines of the preview. */
async function apply(): Promise<readonly string[]> {
  await desk.press("schema-plan");
  await desk.byId("schema-apply").waitFor();
  const lines = await desk.byId("schema-change").allInnerTexts();
  await desk.press("schema-apply");
  await desk.byId("schema-applied").waitFor();
  return lines;
}

async function validationOf(column: number): Promise<ValidationData | undefined> {
  const book = await desk.page.evaluate(() => window.workbench!.read());
  return book.sheets
    .find(({ name }) => name === sheet)
    ?.validations.find(({ areas }) =>
      areas.some((area) => area.column <= column && column < area.column + area.columns),
    );
}

async function findings(rule: RegExp): Promise<readonly string[]> {
  await desk.press("tab-check");
  const texts = await desk.byId("finding").allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, " ")).filter((text) => rule.test(text));
}

test("turning a field up says whom it would stop, row by row, before anything changes", async () => {
  expect(await findings(/电话/)).toEqual([]);
  await openSchema();
  await desk.press("field-phone");
  await desk.byId("when-always").check();
  await desk.byId("level-require").check();
  expect(await desk.byId("outlook").innerText()).toContain("3 行会不合格");
  await desk.byId("field-editor").getByText("看是哪些行").click();
  expect(await desk.byId("outlook-row").count()).toBe(3);
  await desk.byId("outlook-row").nth(1).click();
  await desk.page.waitForFunction(() => window.workbench!.selected().address === "C3");
  await desk.screenshot("schema-zh-CN-1-field");
  // Nothing has changed yet.
  const level = await desk.page.evaluate(() => window.workbench!.read());
  expect(JSON.stringify(level)).not.toContain("请补上");
  await desk.press("schema-plan");
  await desk.byId("schema-apply").waitFor();
  await desk.screenshot("schema-zh-CN-2-preview");
  expect((await desk.byId("schema-change").allInnerTexts()).join("\n")).toContain("电话");
  await desk.press("schema-apply");
  await desk.byId("schema-applied").waitFor();
  const missing = await findings(/电话/);
  expect(missing).toHaveLength(3);
  expect(missing[0]).toContain("客户01公司");
});

test("a stage renamed in the pane is renamed in the rows, the lists and the formulas", async () => {
  await openSchema();
  await desk.press("part-stages");
  const names = desk.byId("entry-name");
  const values = await names.evaluateAll((nodes) => nodes.map((node) => (node as HTMLInputElement).value));
  const at = values.indexOf("方案演示");
  expect(at).toBeGreaterThanOrEqual(0);
  await names.nth(at).fill("方案汇报");
  await names.nth(at).press("Enter");
  const lines = await apply();
  expect(lines.join("\n")).toContain("表和记录里共 15 处「方案演示」改为「方案汇报」");
  expect(await desk.cell(sheet, "B3")).toBe("方案汇报");
  // Nothing is unknown to the check afterwards, and the status column still knows the rows as open.
  expect(await findings(/方案/)).toEqual([]);
  const book = await desk.page.evaluate(() => window.workbench!.read());
  const summary = book.sheets.find(({ name }) => name === "跟进汇总");
  expect(JSON.stringify(summary)).toContain("方案汇报");
});

test("a field of the team's own gets a column with its rule, and a broken value in it is found", async () => {
  await openSchema();
  await desk.press("field-add");
  await desk.byId("field-name").fill("合同份数");
  await desk.byId("field-name").press("Enter");
  await desk.byId("field-column").selectOption("new");
  await desk.byId("field-kind").selectOption("wholeNumber");
  await desk.byId("level-warn").check();
  await apply();
  const book = await desk.page.evaluate(() => window.workbench!.read());
  const table = book.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "FollowUps")!;
  const column = table.area.column + table.columns.findIndex(({ name }) => name === "合同份数");
  expect(column).toBeGreaterThan(5);
  const address = `${String.fromCharCode(65 + column)}2`;
  await desk.page.evaluate(([title, cell]) => window.workbench!.editAsPerson(title, cell, "三份"), [
    sheet,
    address,
  ] as const);
  await desk.settled();
  expect(await findings(/合同份数/)).toHaveLength(1);
  await desk.page.evaluate(([title, cell]) => window.workbench!.editAsPerson(title, cell, 3), [
    sheet,
    address,
  ] as const);
  await desk.settled();
  expect(await findings(/合同份数/)).toEqual([]);
});

test("the rules come out as a Table Schema file, and going back in changes nothing; a changed file becomes a draft", async () => {
  await openSchema();
  const download = desk.page.waitForEvent("download");
  await desk.byId("schema-export").click();
  const file = await (await download).path();
  const descriptor = JSON.parse(readFileSync(file, "utf8")) as Descriptor;
  expect(descriptor.fields.map(({ name }) => name)).toContain("合同份数");
  await desk.byId("schema-file").setInputFiles(file);
  await desk.byId("exchange-said").getByText("文件里的规则和现在的一样").waitFor();
  expect(await desk.byId("draft-bar").count()).toBe(0);

  const note = descriptor.followUpSheet.fields.find(({ id }) => id === "note")!;
  note.level = "warn";
  note.requiredWhen = [{ kind: "open" }];
  const changed = Buffer.from(JSON.stringify(descriptor));
  await desk.byId("schema-file").setInputFiles({ name: "rules.json", mimeType: "application/json", buffer: changed });
  await desk.byId("draft-bar").waitFor();
  await desk.press("schema-drop");

  const broken = { name: "rules.json", mimeType: "application/json", buffer: Buffer.from("{ fields: ") };
  await desk.byId("schema-file").setInputFiles(broken);
  await desk.byId("exchange-said").getByText("不是 JSON").waitFor();
});

test("a level turned down takes the stop out of the cells, and turned up puts it there again", async () => {
  const nextDate = 3;
  expect((await validationOf(nextDate))?.error).toMatchObject({ show: true, style: "stop" });
  await openSchema();
  await desk.press("field-nextDate");
  await desk.byId("level-observe").check();
  await apply();
  expect((await validationOf(nextDate))?.error.show ?? false).toBe(false);
  await openSchema();
  await desk.press("field-nextDate");
  await desk.byId("level-require").check();
  await apply();
  expect((await validationOf(nextDate))?.error).toMatchObject({ show: true, style: "stop" });
});

test("a header that somebody renames is noticed at once and can be put back, or taken over", async () => {
  await desk.type(sheet, "C1", "手机");
  await desk.byId("drift").waitFor({ timeout: 15_000 });
  expect(await desk.byId("drift").innerText()).toMatch(/「电话」.*「手机」/s);
  await desk.screenshot("schema-zh-CN-3-drift");
  await desk.press("drift-putBack");
  expect(await desk.cell(sheet, "C1")).toBe("电话");
  await desk.byId("drift").waitFor({ state: "detached" });

  await desk.type(sheet, "C1", "手机");
  await desk.byId("drift").waitFor({ timeout: 15_000 });
  await desk.press("drift-takeNew");
  await desk.byId("drift").waitFor({ state: "detached" });
  expect(await desk.cell(sheet, "C1")).toBe("手机");
  await openSchema();
  expect(await desk.byId("field-phone").innerText()).toContain("手机");
});

test("a column that somebody deletes is noticed at once and can be added again", async () => {
  await desk.page.evaluate((title) => window.workbench!.deleteColumns(title, 5, 1), sheet);
  await desk.byId("drift").waitFor({ timeout: 15_000 });
  expect(await desk.byId("drift").innerText()).toMatch(/「备注」/);
  await desk.press("drift-addColumn");
  await desk.byId("drift").waitFor({ state: "detached" });
  const book = await desk.page.evaluate(() => window.workbench!.read());
  const table = book.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "FollowUps")!;
  expect(table.columns.map(({ name }) => name)).toContain("备注");
});

test("nothing left the machine, and no error went unseen", () => {
  expect(desk.strangers).toEqual([]);
  expect(desk.errors).toEqual([]);
});
