/** For end-to-end tests of the rep's views: the sample workbook, set up as it is, in a pane of 320 × 640. */
import { serveSample } from "../../src/workbench/sample/serveSample";
import { dayOf, momentOfRun } from "./moments";
import { openDesk, type Desk, type DeskOptions } from "./workbench";

export type SampleLanguage = "zh-CN" | "en";

export const sampleSheets = {
  "zh-CN": {
    list: "客户跟进",
    log: "跟进记录",
    settings: "跟进设置",
    customer: "客户名称",
    id: "客户编号",
    owner: "负责人",
    stage: "销售阶段",
    amount: "预计金额",
    nextDate: "下次跟进日期",
    closedOn: "成交/流失日期",
    reason: "原因",
    content: "内容",
    kind: "类别",
  },
  en: {
    list: "Customers",
    log: "Follow-up Log",
    settings: "Follow-up Settings",
    customer: "Customer",
    id: "Customer ID",
    owner: "Owner",
    stage: "Stage",
    amount: "Amount",
    nextDate: "Next follow-up",
    closedOn: "Closed on",
    reason: "Reason",
    content: "Content",
    kind: "Kind",
  },
} as const;

/** Opens the sample as it tells of the day on which it is opened. */
export async function openSample(
  lang: SampleLanguage,
  { moment = momentOfRun(), ...look }: Pick<DeskOptions, "moment" | "dark" | "highContrast" | "host"> = {},
): Promise<Desk> {
  const desk = await openDesk(await serveSample(lang, dayOf(moment)), { lang, moment, ...look });
  await desk.byId("tab-today").waitFor();
  await desk.idle();
  const box = await desk.page.locator("iframe").boundingBox();
  await desk.page.setViewportSize({ width: 1280, height: 640 + Math.ceil(box?.y ?? 0) });
  return desk;
}

/** A row of a sheet by its headers; `row` is Excel's number. */
export type SheetRow = Readonly<Record<string, string | number | boolean>> & { readonly row: number };

/** All values of a sheet, which begins in A1, as the pane's Excel gives them: what people and the pane wrote does not wait for formulas. */
function valuesOf(desk: Desk, sheet: string): Promise<readonly (readonly (string | number | boolean)[])[]> {
  return desk.pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getUsedRange(true);
        range.load("values");
        await context.sync();
        return range.values;
      }),
    sheet,
  );
}

/** Rows of a sheet whose headers stand in its first row. */
export async function rowsOf(desk: Desk, sheet: string): Promise<readonly SheetRow[]> {
  const [headers = [], ...rows] = await valuesOf(desk, sheet);
  return rows
    .map((cells, index) => ({
      ...Object.fromEntries(headers.map((header, column) => [String(header), cells[column] ?? ""])),
      row: index + 2,
    }))
    .filter((_, index) => rows[index]?.some((cell) => cell !== ""));
}

/** Address beside the first cell of column A with a text, moved to the right by some columns. */
export async function addressOf(desk: Desk, sheet: string, text: string, right: number): Promise<string> {
  const rows = await valuesOf(desk, sheet);
  const row = rows.findIndex(([first]) => first === text);
  if (row < 0) throw new Error(`${sheet} has no ${text}.`);
  return `${String.fromCharCode(65 + right)}${row + 1}`;
}

/** Chooses an option of a select by its place; a negative one counts from the end. Returns its text. */
export async function chooseOption(desk: Desk, id: string, place: number): Promise<string> {
  const options = desk.byId(id).locator("option");
  const found = place < 0 ? options.nth((await options.count()) + place) : options.nth(place);
  await desk.byId(id).selectOption((await found.getAttribute("value")) ?? "");
  return found.innerText();
}

/** Opens the Log tab with nothing in it. */
export async function openLog(desk: Desk): Promise<void> {
  await desk.press("tab-log");
  await desk.byId("log-discard").click();
  await desk.byId("log-customer").waitFor();
}

/** Chooses a customer in the quick log by its name. */
export async function chooseCustomer(desk: Desk, name: string): Promise<void> {
  await desk.byId("log-customer").fill(name);
  await desk.byId("log-match").filter({ hasText: name }).first().click();
  await desk.byId("log-words").waitFor();
}
