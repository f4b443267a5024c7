import { strFromU8, unzipSync } from "fflate";
import { Workbook } from "exceljs";
import { hostOfRun, openDesk, setUp, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const sheet = "客户跟进";
const headers = ["客户名称", "销售阶段", "下次跟进日期", "最近跟进日期", "预计金额", "负责人", "备注", "税后"];
const customers = Array.from({ length: 12 }, (_, row) => [
  ...[`客户${row + 1}号`, row % 3 === 0 ? "商务谈判" : "方案演示", new Date(Date.UTC(2026, 7, 5 + row))],
  ...[new Date(Date.UTC(2026, 6, 20)), 10_000 * (row + 1), row % 2 === 0 ? "陈晨" : "林悦", "备注", null],
]);

/** A list whose owner has made things of their own: a rule, a colour, a comment, a formula column, widths. */
async function ownBook() {
  const workbook = new Workbook();
  const list = workbook.addWorksheet(sheet);
  list.addRows([headers, ...customers]);
  for (let row = 2; row <= customers.length + 1; row += 1) {
    list.getCell(row, 8).value = { formula: `E${row}*0.9`, result: 0 };
    list.getCell(row, 3).numFmt = "yyyy-mm-dd";
    list.getCell(row, 4).numFmt = "yyyy-mm-dd";
    list.getCell(row, 7).dataValidation = {
      type: "textLength",
      operator: "lessThan",
      formulae: [40],
      showErrorMessage: true,
      errorTitle: "自己的规则",
      error: "备注不要太长",
    };
  }
  list.getCell("A3").note = "这家要老板亲自去";
  list.addConditionalFormatting({
    ref: "E2:E13",
    rules: [{ type: "expression", formulae: ["$E2>50000"], priority: 1, style: { font: { bold: true } } }],
  });
  [22, 14, 16, 16, 12, 10, 30, 11].forEach((width, column) => (list.getColumn(column + 1).width = width));
  return { name: "own.xlsx", bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

/** The parts of a file, as text. The list is its first sheet. */
function partsOf(bytes: Uint8Array) {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  const list = parts.find(([name]) => name === "xl/worksheets/sheet1.xml")?.[1] ?? "";
  return { parts, list };
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map([...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** Column letters and rows of an area of one column. */
function cellsOf(area: string): readonly string[] {
  const [, column = "", first = "", last = first] = /^([A-Z]+)(\d+)(?::[A-Z]+(\d+))?$/.exec(area) ?? [];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, row) => `${column}${Number(first) + row}`);
}

/** Each cell's validation in the saved file: type, formula, title of the alert. */
function validationsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const rules = partsOf(bytes).list.matchAll(/<dataValidation ([^>]*)>(.*?)<\/dataValidation>/gs);
  return new Map(
    [...rules].flatMap(([, tag = "", content = ""]) => {
      const attributes = attributesOf(tag);
      const formula = /<formula1>(.*?)<\/formula1>/.exec(content)?.[1] ?? "";
      const rule = `${attributes.get("type") ?? ""} ${formula} ${attributes.get("errorTitle") ?? ""}`;
      return (attributes.get("sqref") ?? "")
        .split(" ")
        .flatMap((area) => cellsOf(area).map((cell) => [cell, rule] as const));
    }),
  );
}

/** What of the saved file is the owner's own, as the file says it. */
function ownParts(bytes: Uint8Array) {
  const { parts, list } = partsOf(bytes);
  const validations = validationsOf(bytes);
  const widths = [...list.matchAll(/<col ([^>]*)\/>/g)].flatMap(([, tag = ""]) => {
    const attributes = attributesOf(tag);
    const [first, last] = [Number(attributes.get("min")), Number(attributes.get("max"))];
    return Array.from({ length: last - first + 1 }, (_, at) => [
      first + at,
      Math.round(Number(attributes.get("width"))),
    ]);
  });
  return {
    validation: customers.map((_, row) => validations.get(`G${row + 2}`)),
    comments: parts.filter(([name, xml]) => /comments/.test(name) && xml.includes("这家要老板亲自去")).length,
    formulas: [...list.matchAll(/<c r="H(\d+)"[^>]*><f>(.*?)<\/f>/g)].map(([, row, formula]) => [row, formula]),
    widths: widths.filter(([column]) => Number(column) <= headers.length),
    formats: [...list.matchAll(/<conditionalFormatting[^>]*sqref="([^"]*)"[^>]*>(.*?)<\/conditionalFormatting>/gs)]
      .filter(([, , rules = ""]) => rules.includes("$E2&gt;50000"))
      .map(([, area]) => area),
  };
}

/** The rule of each cell of the stage column. */
function stageRules(bytes: Uint8Array): readonly string[] {
  const validations = validationsOf(bytes);
  return customers.map((_, row) => (validations.get(`B${row + 2}`) ?? "none").split(" ").slice(0, 2).join(" "));
}

/** Number of conditional formats of ours in the saved file. */
function ourFormats(bytes: Uint8Array): number {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.startsWith("xl/worksheets/sheet"))
    .reduce((sum, [, part]) => sum + (strFromU8(part).match(/followup:/g) ?? []).length, 0);
}

async function checkAgain(desk: Desk): Promise<void> {
  await desk.press("tab-check");
  await desk.press("check-run");
  await desk.byId("health").waitFor();
}

describe("rules that a paste took away", () => {
  let desk: Desk;
  let before: ReturnType<typeof ownParts>;
  beforeAll(async () => {
    const book = await ownBook();
    before = ownParts(book.bytes);
    // A copy of a rule that Excel cannot read is nobody's that we know, and stays.
    desk = await openDesk(book, { host: hostOfRun("unreadableRules:none") });
    await setUp(desk);
  }, 240_000);
  afterAll(() => desk.close());

  test("an owner's things are there to be kept", () => {
    expect(before).toMatchObject({ comments: 1, formats: ["E2:E13"] });
    expect(before.formulas).toHaveLength(customers.length);
    expect(before.widths).toHaveLength(headers.length);
    expect(new Set(before.validation)).toEqual(new Set(["textLength 40 自己的规则"]));
  });

  test("are all in place after set-up, and what the owner had is as it was", async () => {
    await checkAgain(desk);
    await desk.byId("health-fine").waitFor();
    const saved = await desk.save();
    expect(new Set(stageRules(saved))).toEqual(new Set(["list FU_Stages"]));
    expect(ownParts(saved)).toEqual(before);
  });

  test("are shown, come back with one press, and the pasted values stay", async () => {
    const healthy = await desk.save();
    // Dates and names over stages, as somebody in a hurry does.
    await desk.page.evaluate((name) => {
      window.workbench?.pasteAsPerson(name, "C2:C4", "B5:B10");
      window.workbench?.pasteAsPerson(name, "A2:A3", "B11:B12");
    }, sheet);
    expect(stageRules(await desk.save()).map((rule) => rule.replace(/ .*/, ""))).toEqual([
      ...["list", "list", "list", "date", "date", "date", "date", "date", "date", "none", "none", "list"],
    ]);
    expect(ourFormats(await desk.save())).toBeGreaterThan(ourFormats(healthy));
    await checkAgain(desk);
    await desk.byId("health-item").first().waitFor();
    const items = (await desk.byId("health-item").allInnerTexts()).join("\n");
    expect(items).toContain("「销售阶段」有 2 格丢了填写规则");
    expect(items).toContain("「销售阶段」有 6 格的填写规则被改过");
    expect(items).toMatch(/颜色规则被拆散/);
    await desk.press("health-repair");
    await desk.byId("health-done").waitFor();
    const repaired = await desk.save();
    expect(new Set(stageRules(repaired))).toEqual(new Set(["list FU_Stages"]));
    expect(ourFormats(repaired)).toBe(ourFormats(healthy));
    expect(await desk.cell(sheet, "B11")).toBe("客户1号");
    expect(typeof (await desk.cell(sheet, "B5"))).toBe("number");
    expect(ownParts(repaired)).toEqual(before);
  });

  test("and nothing is left to repair", async () => {
    await desk.press("check-run");
    expect(await desk.byId("health-item").count()).toBe(0);
    expect(desk.errors).toEqual([]);
  });

  test("a level that is turned down takes our rule away, and nothing of the owner's", async () => {
    const level = await desk.page.evaluate(async () => {
      const book = await window.workbench!.read();
      const settings = book.sheets.find(({ name }) => name === "跟进设置");
      const row = settings?.rows.find(({ cells }) => cells.some(({ value }) => value === "下次跟进日期"));
      const cell = row?.cells.find(({ value }) => value === "要求");
      return row && cell ? { row: row.row, column: cell.column } : null;
    });
    const address = `${String.fromCharCode(65 + level!.column)}${level!.row + 1}`;
    await desk.page.evaluate((at) => window.workbench?.editAsPerson("跟进设置", at, "看"), address);
    await desk.settled();
    await setUp(desk);
    const saved = await desk.save();
    expect([...validationsOf(saved).keys()].filter((cell) => cell.startsWith("C"))).toEqual([]);
    expect(new Set(stageRules(saved))).toEqual(new Set(["list FU_Stages"]));
    expect(ownParts(saved)).toEqual(before);
  });

  test("a header and a word of the Settings that were typed over come back, and the rest stays", async () => {
    const places = await desk.page.evaluate(async () => {
      const book = await window.workbench!.read();
      const settings = book.sheets.find(({ name }) => name === "跟进设置");
      const cells = settings?.rows.flatMap(({ row, cells }) => cells.map((cell) => ({ row, ...cell }))) ?? [];
      const addressOf = (text: string) => {
        const cell = cells.find(({ value }) => value === text);
        return cell ? `${String.fromCharCode(65 + cell.column)}${cell.row + 1}` : "";
      };
      return { level: addressOf("严格程度"), word: addressOf("要求"), own: addressOf("陈晨") };
    });
    await desk.page.evaluate(({ level, word }) => {
      window.workbench?.editAsPerson("跟进设置", level, "严不严");
      window.workbench?.editAsPerson("跟进设置", word, "很严");
    }, places);
    await checkAgain(desk);
    const items = desk.byId("health-item").filter({ hasText: "设置里的" });
    await items.first().waitFor();
    await desk.press("health-repair");
    await desk.byId("health-done").waitFor();
    expect(await desk.cell("跟进设置", places.level)).toBe("严格程度");
    expect(await desk.cell("跟进设置", places.word)).toBe("要求");
    expect(await desk.cell("跟进设置", places.own)).toBe("陈晨");
    await desk.press("check-run");
    await desk.byId("health-fine").or(desk.byId("health-done")).first().waitFor();
    expect(await desk.byId("health-item").count()).toBe(0);
    expect(desk.errors).toEqual([]);
  });
});
