/**
 * Columns of sheets that nobody here filled in, read as people typed them. They stand outside the project; where they are missing these
 * tests are skipped and say so.
 */
import { readFileSync } from "node:fs";
import type { FieldKind } from "../../src/domain/kinds/allKinds";
import { readColumns, type CellReading } from "../../src/domain/kinds/columnReading";
import { normalisedPhones } from "../../src/domain/matching/phoneKeys";
import { dateOf, isoOfSerial, serialOfIso } from "../../src/domain/values/date";
import { describeWith, sharedDataOf, sharedFile } from "../support/needs";

/** 2026-08-07, for which the expected answers were written. */
const today = 46_241;

/** A CSV of the shared data as the texts of its columns; a quote inside quotes is doubled. */
function columnsOf(file: string, separator = ","): ReadonlyMap<string, readonly string[]> {
  const field = new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^"${separator}]*))`, "g");
  const [headers = [], ...rows] = readFileSync(sharedFile(file), "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) => [...line.matchAll(field)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ""));
  return new Map(headers.map((header, column) => [header, rows.map((row) => row[column] ?? "")]));
}

function read(columns: ReadonlyMap<string, readonly string[]>, kinds: Readonly<Record<string, FieldKind>>, on = today) {
  const values = (header: string) => columns.get(header) ?? [];
  const readings = readColumns(
    Object.entries(kinds).map(([field, kind]) => ({ field, kind, isPast: false, values: values(field) })),
    { system: 1900, language: "zh-CN", today: on, answers: new Map() },
  );
  const cells = (header: string): readonly CellReading[] =>
    values(header).map((value, row) => readings.get(header)!.read(value, row));
  return { readings, values, cells, all: Object.keys(kinds).flatMap(cells) };
}

const repaired = (cells: readonly CellReading[]) =>
  cells.map((cell) => (cell.kind === "repaired" ? cell.value : cell.kind));

describeWith(sharedDataOf("field"))("small sheets with the hazards of exports", () => {
  test("amounts with decimal commas are settled by the one that has both signs", () => {
    const sheet = columnsOf("field/02-csv-semicolon-decimal-comma/in.csv", ";");
    expect(repaired(read(sheet, { Amount: "amount" }).cells("Amount"))).toEqual([12_500, 1250.5, 980]);
  });

  test("shortened telephone numbers are lost, and nobody's", () => {
    const sheet = columnsOf("field/04-csv-phone-scientific/in.csv");
    const { cells, values } = read(sheet, { 电话: "phone" });
    expect(repaired(cells("电话"))).toEqual(["lost", "lost", "lost", "same"]);
    expect([...values("电话"), 13_800_000_000, 13_900_100_000].map(normalisedPhones)).toEqual([
      ...[[], [], [], ["13800001234"], [], []],
    ]);
  });

  test("telephone numbers come out of the marks that protected them", () => {
    const sheet = columnsOf("field/05-csv-text-guard-formula/in.csv");
    expect(repaired(read(sheet, { 电话: "phone" }).cells("电话"))).toEqual([
      "13800001001",
      "13800001002",
      "13800001003",
    ]);
    expect(repaired(read(sheet, { 客户编号: "text" }).cells("客户编号"))).toEqual(["000123", "000124", "000125"]);
  });

  test("dates with their month first are all read, or all asked about", () => {
    const sheet = columnsOf("field/06-csv-us-dates/in.csv");
    const { all, readings, cells, values } = read(sheet, {
      ...({ "Close Date": "date", "Created Date": "date", "Last Activity": "date" } as const),
    });
    expect(all).toHaveLength(36);
    expect(all.every(({ kind }) => kind === "repaired")).toBe(true);
    expect([...readings.values()].map(({ settled }) => settled?.answer)).toEqual(["mdy", "mdy", "mdy"]);
    const [month, day, year] = values("Close Date")[0]!.split("/").map(Number);
    expect(repaired(cells("Close Date"))[0]).toBe(serialOfIso([year, month, day].join("-"), 1900));
  });

  test("instants with a zone are days", () => {
    const sheet = columnsOf("field/11-csv-iso-zone/in.csv");
    const dates = ["Created Date", "Last Activity Date", "Next activity date"];
    const { cells, values } = read(sheet, Object.fromEntries(dates.map((header) => [header, "date"])));
    for (const header of dates) {
      const days = repaired(cells(header)).map((day) => (typeof day === "number" ? isoOfSerial(day, 1900) : day));
      expect(days).toEqual(values(header).map((text) => text.slice(0, 10)));
    }
  });
});

describeWith(sharedDataOf("maven-crm"))("8,800 sales opportunities", () => {
  const orders: Readonly<Record<string, (iso: string) => string>> = {
    "m/d/yyyy": (iso) => {
      const { year, month, day } = dateOf(serialOfIso(iso, 1900)!, 1900);
      return `${month}/${day}/${year}`;
    },
    "dd-mm-yy": (iso) => iso.replace(/^\d\d(\d\d)-(\d\d)-(\d\d)$/, "$3-$2-$1"),
  };
  const dates = { engage_date: "date", close_date: "date" } as const;

  test.each(Object.keys(orders))("written %s are the days that they are in ISO, and none is called wrong", (order) => {
    const sheet = columnsOf("maven-crm/sales_pipeline.csv");
    const write = orders[order]!;
    const rewritten = new Map(
      [...sheet].map(([header, texts]) => [
        header,
        header in dates ? texts.map((text) => (text === "" ? "" : write(text))) : texts,
      ]),
    );
    // The day of the answers that came with the data, and ours.
    for (const on of [serialOfIso("2017-12-31", 1900)!, today]) {
      const [iso, other] = [read(sheet, dates, on), read(rewritten, dates, on)];
      for (const header of Object.keys(dates)) {
        expect(other.readings.get(header)!.question).toBeNull();
        expect(repaired(other.cells(header))).toEqual(repaired(iso.cells(header)));
      }
    }
  });
});
