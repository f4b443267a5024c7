import { fillByKeys } from "../support/fillByKeys";
import { openLog } from "../support/sampleDesk";
import {
  csvBook,
  openDesk,
  overflowOf,
  review,
  seriousFaults,
  setUp,
  startBrowser,
  stopBrowser,
  type Desk,
} from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

/** Column letters of what these tests look at, in the order of the made-up lists. */
const sheets = {
  "zh-CN": {
    list: "客户跟进",
    log: "跟进记录",
    search: "hfmy",
    rows: [
      ["客户名称", "联系人", "电话", "销售阶段", "下次跟进日期", "最近跟进日期", "预计金额", "负责人", "备注"],
      ["海风贸易", "周凯", "13800001111", "商务谈判", "2026-08-05", "2026-07-20", "120000", "陈晨", "等合同"],
      ["青山食品", "吴倩", "13800002222", "方案演示", "2026-08-06", "2026-08-05", "80000", "林悦", ""],
      ["云帆物流", "郑宇", "13800003333", "初步接触", "2026-08-07", "2026-08-06", "", "陈晨", ""],
    ],
  },
  en: {
    list: "customers",
    log: "Follow-up Log",
    search: "harb",
    rows: [
      ["Customer", "Contact", "Phone", "Stage", "Next follow-up", "Last contact", "Amount", "Owner", "Notes"],
      ["Harbour Trading", "Kay", "02071230001", "Negotiation", "2026-08-05", "2026-07-20", "120000", "Ann", "draft"],
      ["Green Hill Foods", "Lee", "02071230002", "Demo", "2026-08-06", "2026-08-05", "80000", "Ben", ""],
      ["Cloud Sail", "Max", "02071230003", "First contact", "2026-08-07", "2026-08-06", "", "Ann", ""],
    ],
  },
} as const;

async function open(lang: "zh-CN" | "en"): Promise<Desk> {
  const { list, rows } = sheets[lang];
  const desk = await openDesk(csvBook(list, rows), { lang });
  await setUp(desk);
  await review(desk, "2026-08-07");
  await desk.press("tab-log");
  await desk.byId("log-customer").waitFor();
  return desk;
}

/** Rows of the log that hold anything: their customer and content. */
function logged(desk: Desk, lang: "zh-CN" | "en"): Promise<readonly (readonly unknown[])[]> {
  return desk.page.evaluate(async (log) => {
    const book = await window.workbench?.read();
    const rows = book?.sheets.find(({ name }) => name === log)?.rows ?? [];
    const at = (row: (typeof rows)[number], column: number) =>
      row.cells.find((cell) => cell.column === column)?.value ?? "";
    return rows
      .slice(1)
      .map((row) => [at(row, 3), at(row, 8)])
      .filter(([customer]) => customer !== "");
  }, sheets[lang].log);
}

describe.each(["zh-CN", "en"] as const)("logging a touch, %s", (lang) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await open(lang);
  }, 240_000);
  afterAll(() => desk.close());

  test("shows everything that is missing at once, and the view has no serious accessibility fault", async () => {
    await desk.press("log-save");
    await desk.byId("log-problems").waitFor();
    expect(await desk.byId("log-problems").locator("li").count()).toBe(3);
    expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
    expect(await seriousFaults(desk)).toEqual([]);
  });

  test("takes no more than 11 key presses beside the text, and can be undone", async () => {
    const { list } = sheets[lang];
    await openLog(desk);
    const keys = await fillByKeys(desk, sheets[lang].search, "=1+1 ok");
    await desk.page.keyboard.press("Enter");
    await desk.byId("receipt").waitFor();
    expect(keys + 1).toBeLessThanOrEqual(11);
    await desk.idle();
    expect(await logged(desk, lang)).toEqual([[sheets[lang].rows[1][0], "=1+1 ok"]]);
    expect(await desk.cell(list, "E2")).toBe(46_244);
    expect(await desk.cell(list, "F2")).toBe(46_241);
    await desk.press("undo");
    expect(await logged(desk, lang)).toEqual([]);
    expect(await desk.cell(list, "E2")).toBe(46_239);
    expect(desk.errors).toEqual([]);
    expect(await desk.page.evaluate(() => window.workbench?.unknownMembers())).toEqual([]);
  });
});
