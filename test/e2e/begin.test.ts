/** From an empty workbook to a follow-up sheet that runs, and its examples away again. */
import { Workbook } from "exceljs";
import { openDesk, overflowOf, seriousFaults, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(180_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const title = "Sheet1";

async function emptyDesk(lang: "zh-CN" | "en"): Promise<Desk> {
  const workbook = new Workbook();
  workbook.addWorksheet(title);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const desk = await openDesk({ name: "empty.xlsx", bytes }, { lang });
  await desk.byId("begin").waitFor();
  const box = await desk.page.locator("iframe").boundingBox();
  await desk.page.setViewportSize({ width: 1280, height: 640 + Math.ceil(box?.y ?? 0) });
  return desk;
}

const words = {
  "zh-CN": {
    sample: "示例：",
    own: "海棠大酒店",
    rows: "11 行",
    teams: ["销售一部", "销售二部"],
  },
  en: {
    sample: "Sample: ",
    own: "Harbour Inn",
    rows: "11 sample rows",
    teams: ["Team North", "Team South"],
  },
} as const;

/** Values of a column by its header, as they are calculated. */
async function column(desk: Desk, header: string) {
  await desk.settled();
  const sheet = (await desk.page.evaluate(() => window.workbench!.read())).sheets.find(({ name }) => name === title)!;
  const cells = sheet.rows.flatMap(({ row, cells: own }) => own.map((cell) => ({ row, ...cell })));
  const at = cells.find(({ row, value }) => row === 0 && value === header)!.column;
  return Array.from({ length: 12 }, (_, index) => {
    return cells.find((cell) => cell.row === index + 1 && cell.column === at)?.value ?? "";
  });
}

test.each(["zh-CN", "en"] as const)("%s: full, from nothing to today's list and back to blank rows", async (lang) => {
  const desk = await emptyDesk(lang);
  const { sample, own, rows, teams } = words[lang];
  const headers =
    lang === "zh-CN"
      ? { customer: "客户名称", department: "部门", status: "跟进提示" }
      : { customer: "Customer", department: "Department", status: "Follow-up status" };
  expect(await overflowOf(desk)).toBe(0);
  expect(await seriousFaults(desk)).toEqual([]);
  await desk.screenshot(`begin-offer-${lang}`);

  // Two presses to a sheet that runs.
  await desk.press("begin-full");
  await desk.press("begin-create");
  await desk.byId("due-item").first().waitFor();
  await desk.settled();
  await desk.screenshot(`begin-today-${lang}`);
  expect(await overflowOf(desk)).toBe(0);
  expect(await desk.byId("due-item").count()).toBe(5);
  expect((await column(desk, headers.customer)).every((name) => String(name).startsWith(sample))).toBe(true);
  expect(new Set(await column(desk, headers.department))).toEqual(new Set(teams));

  // What the sheet says of itself agrees with the pane, and nothing is left to repair.
  await desk.press("tab-check");
  await desk.byId("health-fine").waitFor();
  expect(await desk.byId("finding-group").count()).toBe(1);

  await desk.page.evaluate(
    ([sheet = "", name = ""]) => window.workbench!.editAsPerson(sheet, "A4", name),
    [title, own],
  );
  await desk.settled();
  await desk.press("tab-setup");
  await desk.byId("examples").waitFor();
  await desk.screenshot(`begin-clear-${lang}`);
  await desk.press("examples-clear");
  expect(await desk.byId("examples-cleared").innerText()).toContain(rows);
  expect(await desk.byId("examples-cleared").innerText()).toContain(own);
  await desk.screenshot(`begin-cleared-${lang}`);
  expect((await column(desk, headers.customer)).filter((name) => name !== "")).toEqual([own]);
  expect((await column(desk, headers.status)).filter((status) => status !== "")).toHaveLength(1);
  expect((await column(desk, headers.department)).filter((team) => team !== "")).toHaveLength(1);
  await desk.press("tab-check");
  await desk.byId("health-fine").waitFor();
  await desk.save();
  expect(desk.strangers).toEqual([]);
  expect(desk.errors).toEqual([]);
  await desk.close();
});

test("lite without examples is ready to be typed into: what is typed has its status, and nothing is called damaged", async () => {
  const desk = await emptyDesk("zh-CN");
  await desk.press("begin-lite");
  await desk.press("begin-examples");
  await desk.byId("begin-name").fill("王晓");
  await desk.press("begin-create");
  await desk.byId("tab-today").waitFor();
  await desk.screenshot("begin-lite-today");
  await desk.type(title, "A2", "远山能源");
  await desk.type(title, "D2", "王晓");
  await desk.settled();
  expect((await column(desk, "跟进提示")).filter((status) => status !== "")).toEqual(["未约下次跟进"]);
  await desk.type(title, "A3", "绿源食品");
  await desk.settled();
  expect((await column(desk, "跟进提示")).filter((status) => status !== "")).toHaveLength(2);
  await desk.press("tab-check");
  await desk.byId("health-fine").waitFor();
  expect(desk.errors).toEqual([]);
  await desk.close();
});
