/** Workbooks of the shared data, adopted as proposed and given back: the saved file holds what it held before. Where they are missing these tests are skipped and say so. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Workbook, type Worksheet } from "exceljs";
import { describeWith, sharedDataOf, sharedFile } from "../support/needs";
import { giveAllBack, openRestore } from "../support/restoreDesk";
import { savedPicture } from "../support/savedPicture";
import { adoptAsProposed, openDesk, startBrowser, stopBrowser } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

interface Book {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Adopted and given back, the file is as it was; an adopted one is not. */
async function expectGivenBack(book: Book, lang: "zh-CN" | "en"): Promise<void> {
  const desk = await openDesk(book, { lang });
  const before = savedPicture(await desk.save());
  expect(await adoptAsProposed(desk)).toBeGreaterThan(0);
  await desk.settled();
  expect(savedPicture(await desk.save())).not.toEqual(before);
  await openRestore(desk);
  await giveAllBack(desk);
  expect(savedPicture(await desk.save())).toEqual(before);
  expect(desk.errors).toEqual([]);
  await desk.close();
}

const asItLies = (file: string): Book => ({
  name: path.basename(file),
  bytes: new Uint8Array(readFileSync(sharedFile(file))),
});

describeWith(sharedDataOf("field"), sharedDataOf("qm-demo"))("as they lie there", () => {
  test.each([
    ["days in cells of their own", "qm-demo/客户跟进表.xlsx", "zh-CN"],
    ["a total row", "field/20-xlsx-total-row/in.xlsx", "zh-CN"],
    ["a merged title", "field/22-xlsx-merged-title/in.xlsx", "zh-CN"],
    ["merged customers, adopted on a sheet of their own", "field/24-xlsx-vertical-merge/in.xlsx", "zh-CN"],
    ["stages and people in several spellings", "field/31-xlsx-stage-spaces/in.xlsx", "zh-CN"],
    ["formulas into another workbook", "field/54-xlsx-external-links/in.xlsx", "zh-CN"],
    ["a legend beside it", "field/62-xlsx-legend-right/in.xlsx", "zh-CN"],
    ["days as texts, the month first", "field/06-csv-us-dates/in.csv", "en"],
  ] as const)("%s: %s", (_, file, lang) => expectGivenBack(asItLies(file), lang));
});

/** A workbook of the collection with names in its header row that are known, and with what its owner may have added. */
async function renamed(file: string, edit: (book: Workbook) => void): Promise<Book> {
  const workbook = new Workbook();
  await workbook.xlsx.load(new Uint8Array(readFileSync(sharedFile(file))).buffer);
  edit(workbook);
  return { name: path.basename(file), bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

function rename(sheet: Worksheet, row: number, names: Readonly<Record<string, string>>): void {
  for (const [column, name] of Object.entries(names)) sheet.getCell(`${column}${row}`).value = name;
}

describeWith(sharedDataOf("workbooks"))("with headers made recognisable", () => {
  test("a port's line-up with a merged title, a note and a print set-up", async () => {
    const book = await renamed("workbooks/exceljs/1519293514-KRISHNAPATNAM_LINE_UP.xlsx", (workbook) => {
      const [sheet] = workbook.worksheets;
      if (!sheet) throw new Error("no sheet");
      rename(sheet, 5, { B: "Customer", C: "Last contact", E: "Next follow-up", F: "Amount", H: "Stage", I: "Notes" });
      sheet.getCell("B7").note = "asked the agent";
    });
    await expectGivenBack(book, "en");
  });
});
