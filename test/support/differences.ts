import type { FieldId } from "../../src/domain/schema/fieldIds";
import { summaryText } from "../../src/domain/summary/summaryText";
import type { CheckResult } from "../../src/app/subject";
import type { CellValue } from "../../src/domain/values/value";
import { clockReader } from "../../src/domain/clocks/clocks";
import { winRate, winRateIds } from "../../src/domain/measures/conversion";
import { figureNames, type KeyFigures } from "../../src/domain/measures/figures";
import { funnel, journeys } from "../../src/domain/measures/funnel";
import { readCustomers } from "../../src/domain/measures/readCustomers";
import { rateOf, standingOf, type Rate } from "../../src/domain/measures/wilson";
import { countingName, settingsTables } from "../../src/domain/schema/settingsNames";
import { funnelRows } from "../../src/domain/summary/parts/stages";
import { missingFields } from "../../src/domain/rules/required";
import type { Calendar } from "../../src/domain/schema/field";
import { wonRow } from "../../src/domain/install/formulas";
import { followUpTable } from "../../src/domain/followUps/followUps";
import { calculatedHeaders, notedHeaders } from "../../src/domain/schema/headerNames";
import { columnHeader, type ColumnOf, type EntryTableId } from "../../src/domain/settings/tables";
import { locate } from "../../src/domain/followUps/locate";
import type { Records } from "../../src/domain/followUps/records";
import { parseReference } from "../../src/domain/workbook/reference";
import type { Language } from "../../src/domain/values/language";
import { workbookText } from "../../src/domain/schema/workbookText";
import { cellAt, inMemoryPort, put, sheetOf, type InMemoryWorkbook } from "./inMemoryWorkbook";
import { reviewDay } from "./sheets";
import { statusWords, type ReadCell } from "./setUpInMemory";
import { reviewStub } from "./schemaStub";

/**
 * What a manager might have changed in the Settings: limits by stage and customer type, set or not, and working days with
 * holidays on weekdays and weekends, some of them twice, and make-up days.
 */
export function tuneSettings(book: InMemoryWorkbook, language: Language, counting: Calendar["counting"]): void {
  const fill = <T extends EntryTableId>(id: T, key: ColumnOf<T>, values: readonly CellValue[], grow = 0) => {
    const table = book.tables.find(({ name }) => name === settingsTables[id])!;
    const header = columnHeader(id, key, language);
    const sheet = sheetOf(book, table.sheet);
    if (table.area.rows - 1 < grow) table.area = { ...table.area, rows: grow + 1 };
    const { row, column, rows } = table.area;
    const at = [...Array(table.area.columns).keys()].find((offset) => cellAt(sheet, row, column + offset) === header)!;
    for (let index = 0; index < rows - 1; index += 1) {
      put(sheet, row + 1 + index, column + at, values[index % values.length] ?? "");
    }
  };
  fill("stages", "staleDays", [3, 0, 7, "", 5]);
  fill("stages", "warnDays", ["", 2, "", 6, 20]);
  fill("stages", "stuckDays", [4, "", 9, 2.5]);
  fill("types", "staleDays", [2, "", 9, 30]);
  const holidays = [-3, -3, -6, -9, 2, -5].map((days) => reviewDay + days);
  const makeUp = [-6, -7, "", -6, "", 1].map((days) => (typeof days === "number" ? reviewDay + days : days));
  fill("holidays", "off", holidays, holidays.length);
  fill("holidays", "on", makeUp);
  const cell = parseReference(book.names.get(countingName) ?? "")!;
  put(sheetOf(book, cell.sheet), cell.area.row, cell.area.column, workbookText[language].counting[counting]);
}

/** Notes of each customer how far it came: stages in turn, also closed ones, some that are none, and nothing. */
export function noteStages(book: InMemoryWorkbook, language: Language): void {
  const table = book.tables.find(({ name }) => name === followUpTable)!;
  const stages = book.tables.find(({ name }) => name === settingsTables.stages)!;
  const names = Array.from({ length: stages.area.rows - 1 }, (_, row) =>
    cellAt(sheetOf(book, stages.sheet), stages.area.row + 1 + row, stages.area.column),
  );
  const values: readonly CellValue[] = ["", "?", ...names.map((name) => String(name)), " 成交", 1];
  const sheet = sheetOf(book, table.sheet);
  const { row, column, rows, columns } = table.area;
  const at = [...Array(columns).keys()].find(
    (offset) => cellAt(sheet, row, column + offset) === notedHeaders.furthestStage[language],
  );
  if (at === undefined) return;
  for (let index = 1; index < rows; index += 1) {
    put(sheet, row + index, column + at, values[(index * 7) % values.length] ?? "");
  }
}

/**
 * Every row, figure and cell of the live tables in which the measures and a program that calculated the formulas differ.
 * @param program name of the program, for the messages
 */
export async function differences(
  book: InMemoryWorkbook,
  check: CheckResult,
  read: ReadCell,
  program: string,
): Promise<readonly string[]> {
  const { language, schema, figures } = check;
  const words = workbookText[language];
  const port = inMemoryPort(book, reviewDay);
  const quiet = { report: () => undefined, cancelled: () => false };
  const facts = await port.readWorkbook(() => [check.sheet], quiet);
  const sheet = facts.ok ? facts.value.sheets.get(check.sheet) : undefined;
  if (!facts.ok || !sheet) throw new Error("The in-memory workbook cannot be read");
  const location = locate(facts.value.book, sheet);
  if (!location.ok) throw new Error(JSON.stringify(location.refusal));
  const { records, headers } = location.located;
  const found: string[] = [];
  const compare = (what: string, expected: CellValue, actual: CellValue) => {
    const same =
      typeof expected === "number" && typeof actual === "number"
        ? Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected))
        : expected === actual;
    if (!same) found.push(`${what}: measures ${JSON.stringify(expected)}, ${program} ${JSON.stringify(actual)}`);
  };

  const review = reviewStub({ schema, today: reviewDay });
  const customers = new Map(readCustomers(records, review).map((customer) => [customer.index, customer]));
  const openRows = schema.stages.flatMap(({ kind }, index) => (kind === "open" ? [index + 2] : []));
  /** Blank for a row that is no customer. */
  const rowOfStep = (step: number | null | undefined): CellValue => {
    if (step === undefined) return "";
    return step === null ? 1 : (openRows[step] ?? wonRow);
  };
  const state = clockReader(records.columns, reviewStub({ schema, today: reviewDay }));
  const missing = missingFields(records.columns, schema);
  const at = (id: keyof typeof calculatedHeaders) => headers.indexOf(calculatedHeaders[id][language]);
  records.values.forEach((row, index) => {
    const now = state(row);
    const cell = (column: number) => read(records.sheet, records.area.row + index, records.area.column + column);
    const where = `row ${records.area.row + index + 1} ${JSON.stringify(row)}`;
    compare(`${where} status`, statusWords(now, language), cell(at("status")));
    if (at("daysSilent") >= 0) compare(`${where} days silent`, now.daysSilent ?? "", cell(at("daysSilent")));
    const items = now.state === "blank" ? [] : missing(row, now.state).map((field) => field.header ?? "");
    const far = cell(at("furthestRow"));
    // A win that was taken back has passed every open stage.
    const reached = far === wonRow && now.state !== "won" ? (openRows.at(-1) ?? 1) : far;
    if (at("furthestRow") >= 0) compare(`${where} furthest row`, rowOfStep(customers.get(index)?.furthest), reached);
    compare(`${where} missing`, items.join(words.separator), cell(at("missing")));
  });

  const keys = Object.keys(figureNames) as (keyof KeyFigures)[];
  const shown = (value: number | null): CellValue => value ?? summaryText[words.language].notMeasured;
  for (const key of keys) {
    const place = parseReference(book.names.get(figureNames[key]) ?? "")!;
    compare(figureNames[key], shown(figures.key[key]), read(place.sheet, place.area.row, place.area.column));
  }

  const expected = summaryTables(check, records);
  const summary = parseReference(book.names.get(figureNames.open) ?? "")!.sheet;
  for (const { heading, rows } of expected) {
    const place = findText(read, summary, heading);
    compare(`table ${heading}`, rows !== null, place !== null);
    rows?.forEach((row, index) =>
      row.forEach((value, column) => {
        if (!place || value === null) return;
        const where = `${heading}, row ${index + 1}, column ${column + 1}`;
        compare(where, value, read(summary, place.row + 2 + index, place.column + column));
      }),
    );
  }
  return found;
}

/** Where a heading stands on the Summary sheet. */
function findText(read: ReadCell, sheet: string, text: string): { row: number; column: number } | null {
  for (let row = 0; row < 400; row += 1) {
    for (const column of [0, 4]) if (read(sheet, row, column) === text) return { row, column };
  }
  return null;
}

/**
 * Every cell that the live tables of the Summary sheet should show, by the measures; null for a table that should not be
 * there, and for a cell that is only layout.
 */
function summaryTables(
  { language, schema, figures }: CheckResult,
  records: Records,
): readonly { readonly heading: string; readonly rows: readonly (readonly (CellValue | null)[])[] | null }[] {
  const { stageKind } = workbookText[language];
  const summary = summaryText[language];
  const { key } = figures;
  const has = (field: FieldId) => records.columns.has(field);
  const shown = (value: number | null): CellValue => value ?? summary.notMeasured;
  const rate = ({ part, whole, rate: value, interval }: Rate): CellValue =>
    interval && value !== null ? value : whole === 0 ? summary.notMeasured : `${part}/${whole}`;
  const percent = (value: number) => Math.round(100 * value);
  const range = ({ interval }: Rate) => (interval ? `${percent(interval.low)}–${percent(interval.high)}%` : "");
  const marks = { above: "▲ ", below: "▼ ", notToldApart: "", tooFew: "" } as const;
  const overall = rateOf(key.won ?? 0, (key.won ?? 0) + (key.lost ?? 0));
  const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((total, each) => total + (each ?? 0), 0);
  const rest = (whole: number | null, parts: readonly (number | null)[]) =>
    whole === null ? summary.notMeasured : whole - sum(parts);
  const customers = readCustomers(records, reviewStub({ schema, today: reviewDay }));
  const openSteps = schema.stages.filter(({ kind }) => kind === "open").length;
  const { steps } = funnel(journeys(customers, [], schema.stages, reviewDay), openSteps);
  const rows = funnelRows(schema);

  const rates = (won: number, lost: number): readonly CellValue[] => {
    const own = rateOf(won, won + lost);
    if (!has("stage")) return [summary.notMeasured, ""];
    return [rate(own), own.interval ? marks[standingOf(own, overall)] + range(own) : ""];
  };
  const { byOwner, byStage, byReason, ageing } = figures;
  const ownerRows = byOwner.map(({ owner, open, overdue, stale, won, lost, openAmount }) => [
    ...[owner, open, shown(overdue), shown(stale)],
    ...(has("stage") ? [won, lost] : [summary.notMeasured, summary.notMeasured]),
    ...[...rates(won, lost), shown(openAmount)],
  ]);
  const [restWon, restLost] = [
    (key.won ?? 0) - sum(byOwner.map(({ won }) => won)),
    (key.lost ?? 0) - sum(byOwner.map(({ lost }) => lost)),
  ];
  const ownerRest = [
    summary.notListed,
    rest(
      key.open,
      byOwner.map(({ open }) => open),
    ),
    rest(
      key.overdue,
      byOwner.map(({ overdue }) => overdue),
    ),
    rest(
      key.stale,
      byOwner.map(({ stale }) => stale),
    ),
    ...(has("stage") ? [restWon, restLost] : [summary.notMeasured, summary.notMeasured]),
    ...rates(restWon, restLost),
    rest(
      key.pipelineAmount,
      byOwner.map(({ openAmount }) => openAmount),
    ),
  ];
  const all = has("amount") ? sum([key.pipelineAmount, key.wonAmount, amountOf("lost"), amountOf("parked")]) : null;
  function amountOf(state: string): number {
    return sum(customers.filter((each) => each.state === state).map(({ amount }) => amount));
  }
  const stageRows = byStage.map(({ stage, kind, customers: count, stale, amount }, index) => {
    const step = rows.indexOf(index);
    const at = schema.stages[index]!.kind === "won" ? steps.length - 1 : step;
    const here = steps[at];
    const next = steps[at + 1];
    return [
      ...[stage, stageKind[kind], count, shown(stale), shown(amount)],
      ...(step < 0 || !here
        ? ["", "", ""]
        : [
            here.reached,
            step === rows.length - 1 || !next ? "" : rate(rateOf(next.reached, here.reached)),
            rate(rateOf(here.reached, steps[0]!.reached)),
          ]),
    ];
  });
  const stageRest = [
    ...[summary.notListed, ""],
    rest(
      figures.rows,
      byStage.map((each) => each.customers),
    ),
    rest(
      key.stale,
      byStage.map(({ stale }) => stale),
    ),
    rest(
      all,
      byStage.map(({ amount }) => amount),
    ),
  ];
  const winRateRows = winRateIds.map((id) => {
    const own = winRate(id, customers);
    return [summary.winRates.name[id], own.part, own.whole, rate(own), range(own)];
  });
  const inStage = (value: number | null) => (has("stageSince") ? [value ?? 0] : []);
  const ageingRows = [
    ...ageing.map(({ from, to, silent, inStage: staying }) => [
      ...[summary.ageing.days(from, to), silent ?? 0],
      ...inStage(staying),
    ]),
    [
      summary.ageing.neverContacted,
      key.open - sum(ageing.map(({ silent }) => silent)),
      ...inStage(key.open - sum(ageing.map((band) => band.inStage))),
    ],
  ];
  const reasonRows = [
    ...byReason.map(({ reason, lost, parked }) => [reason, null, lost, parked]),
    [
      ...[summary.notListed, null],
      rest(
        key.lost,
        byReason.map(({ lost }) => lost),
      ),
      rest(
        key.parked,
        byReason.map(({ parked }) => parked),
      ),
    ],
  ];
  const hasReasons = has("reason") && has("stage") && schema.reasons.length > 0;
  return [
    { heading: summary.byOwner, rows: has("owner") ? [...ownerRows, ownerRest] : null },
    { heading: summary.byStage, rows: has("stage") ? [...stageRows, stageRest] : null },
    { heading: summary.winRates.heading, rows: has("stage") ? winRateRows : null },
    { heading: summary.ageing.heading, rows: has("lastContact") ? ageingRows : null },
    { heading: summary.reasons.heading, rows: hasReasons ? reasonRows : null },
  ];
}
