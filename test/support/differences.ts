import type { FieldId } from "../../src/domain/schema/fieldIds";
import { summaryText, type PeriodLine } from "../../src/domain/summary/summaryText";
import { terms as enTerms } from "../../src/domain/schema/terms/en";
import { terms as zhTerms } from "../../src/domain/schema/terms/zh-CN";
import type { CheckResult } from "../../src/app/subject";
import type { CellValue } from "../../src/domain/values/value";
import { clockReader, type RowState } from "../../src/domain/clocks/clocks";
import { winRate, winRateIds } from "../../src/domain/measures/conversion";
import { figureNames, type KeyFigures } from "../../src/domain/measures/figures";
import { funnel, journeys } from "../../src/domain/measures/funnel";
import { readCustomers } from "../../src/domain/measures/readCustomers";
import { monthTargets, type MonthTarget } from "../../src/domain/measures/targets";
import { rateOf, standingOf, type Rate } from "../../src/domain/measures/wilson";
import { countingName, settingsTables } from "../../src/domain/schema/settingsNames";
import { funnelRows } from "../../src/domain/summary/parts/stages";
import { missingFields } from "../../src/domain/rules/required";
import type { Calendar } from "../../src/domain/schema/field";
import { wonRow } from "../../src/domain/install/formulas";
import { followUpTable } from "../../src/domain/followUps/followUps";
import { calculatedHeaders, notedHeaders } from "../../src/domain/schema/headerNames";
import { dateOf, serialOf, weekdayOf } from "../../src/domain/values/date";
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

/** Targets of the month for some of the owners. */
export function setTargets(book: InMemoryWorkbook, language: Language): void {
  const table = book.tables.find(({ name }) => name === settingsTables.owners)!;
  const sheet = sheetOf(book, table.sheet);
  const { row, column, rows, columns } = table.area;
  const header = columnHeader("owners", "monthTarget", language);
  const at = [...Array(columns).keys()].find((offset) => cellAt(sheet, row, column + offset) === header)!;
  const values: readonly CellValue[] = [500, "", 1_000_000, 0];
  for (let index = 1; index < rows; index += 1) put(sheet, row + index, column + at, values[(index - 1) % 4] ?? "");
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

  const review = reviewStub({ schema, today: reviewDay, now: reviewDay + 1 });
  // How far somebody came the sheet knows as it is now, whatever the review day.
  const asItIsNow = reviewStub({ schema, today: reviewDay });
  const customers = new Map(readCustomers(records, asItIsNow).map((customer) => [customer.index, customer]));
  const openRows = schema.stages.flatMap(({ kind }, index) => (kind === "open" ? [index + 2] : []));
  /** Blank for a row that is no customer. */
  const rowOfStep = (step: number | null | undefined): CellValue => {
    if (step === undefined) return "";
    return step === null ? 1 : (openRows[step] ?? wonRow);
  };
  const state = clockReader(records.columns, review);
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
    const furthest = now.state === "blank" ? "" : rowOfStep(customers.get(index)?.furthest);
    if (at("furthestRow") >= 0) compare(`${where} furthest row`, furthest, reached);
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

/** A cell as text; null for a truth value, which programs spell each in their own way. */
function textOf(cell: CellValue): string | null {
  return typeof cell === "boolean" ? null : String(cell);
}

/** Lines of the customers that need somebody, where there are fewer. */
function blankLines(count: number): readonly (readonly (CellValue | null)[])[] {
  return Array.from({ length: count }, () => ["", null, "", null, "", null, "", "", "", null, null, ""]);
}

/** First and last day of each period and of the one before, by the calendar of the workbooks that are made up here. */
function periodsOf(today: number): readonly (readonly [PeriodLine, number, number])[] {
  const { year, month } = dateOf(today, 1900);
  const quarter = 3 * Math.floor((month - 1) / 3) + 1;
  const firstOf = (years: number, months: number) => serialOf({ year: years, month: months, day: 1 }, 1900) ?? 0;
  const monday = today - ((weekdayOf(today, 1900) + 6) % 7);
  const thisQuarter = firstOf(year, quarter);
  const before = quarter === 1 ? firstOf(year - 1, 10) : firstOf(year, quarter - 3);
  return [
    ["week", monday, today],
    ["weekBefore", monday - 7, monday - 1],
    ["days30", today - 29, today],
    ["days30Before", today - 59, today - 30],
    ["quarter", thisQuarter, today],
    ["quarterBefore", before, thisQuarter - 1],
    ["year", firstOf(year, 1), today],
    ["yearBefore", firstOf(year - 1, 1), firstOf(year, 1) - 1],
  ];
}

/** Where a heading stands on the Summary sheet. */
function findText(read: ReadCell, sheet: string, text: string): { row: number; column: number } | null {
  for (let row = 0; row < 400; row += 1) {
    for (const column of [0, 6]) if (read(sheet, row, column) === text) return { row, column };
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
  const review = reviewStub({ schema, today: reviewDay, now: reviewDay + 1 });
  const customers = readCustomers(records, review);
  const openSteps = schema.stages.filter(({ kind }) => kind === "open").length;
  // How far they came the sheet knows as it is now, whatever the review day; who is a customer on that day it does know.
  const onThatDay = new Set(customers.map(({ index }) => index));
  const asItIsNow = readCustomers(records, reviewStub({ schema, today: reviewDay }));
  const { steps } = funnel(
    journeys(
      asItIsNow.filter(({ index }) => onThatDay.has(index)),
      [],
      schema.stages,
      reviewDay,
    ),
    openSteps,
  );
  const rows = funnelRows(schema);

  const rates = (won: number, lost: number): readonly CellValue[] => {
    const own = rateOf(won, won + lost);
    if (!has("stage")) return [summary.notMeasured, ""];
    return [rate(own), own.interval ? marks[standingOf(own, overall)] + range(own) : ""];
  };
  const { byOwner, byStage, byReason, ageing } = figures;
  const state = clockReader(records.columns, review);
  const cellOf = (row: readonly CellValue[], field: FieldId): CellValue => row[records.columns.get(field) ?? -1] ?? "";
  const lines = records.values.map((row) => ({ row, now: state(row), owner: cellOf(row, "owner") }));
  const isNamed = (name: string) => (owner: CellValue) =>
    name === "" ? owner === "" : String(owner).toLowerCase() === name.toLowerCase();
  const oldest = (name: string, overdue: number | null): CellValue => {
    if (overdue === null) return summary.notMeasured;
    if (overdue === 0) return "";
    const late = lines.flatMap(({ now, owner }) => (isNamed(name)(owner) ? [now.daysLate ?? 0] : []));
    return Math.max(...late);
  };
  const order = (open: number | null, overdue: number | null, at: number) =>
    (overdue ?? 0) + (open ?? 0) / 1e6 - at / 1e9;
  const ownerCells = (
    one: Omit<(typeof byOwner)[number], "winRate" | "wonAmount">,
    name: string,
  ): (CellValue | null)[] => [
    ...[
      name,
      shown(one.open),
      shown(one.overdue),
      oldest(one.owner, one.overdue),
      shown(one.stale),
      shown(one.openAmount),
    ],
    ...(has("stage") ? [shown(one.won), shown(one.lost)] : [summary.notMeasured, summary.notMeasured]),
    ...[...rates(one.won ?? 0, one.lost ?? 0), 0, 0],
  ];
  const ownerRows = byOwner
    .map((one, at) => ({ one, key: order(one.open, one.overdue, at) }))
    .sort((a, b) => b.key - a.key)
    .map(({ one }) => ownerCells(one, one.owner));
  const unowned = lines.filter(({ now, owner }) => owner === "" && now.state !== "blank");
  const countOf = (is: (now: RowState) => boolean) =>
    figures.unreadable === null ? unowned.filter(({ now }) => is(now)).length : null;
  const isOpen = (now: RowState) => ["open", "broken", "closesLater"].includes(now.state);
  const nobody = {
    owner: "",
    open: countOf(isOpen),
    overdue: key.overdue === null ? null : countOf(({ daysLate }) => (daysLate ?? 0) > 0),
    stale: key.stale === null ? null : countOf(({ stale }) => stale),
    won: countOf((now) => now.state === "won"),
    lost: countOf((now) => now.state === "lost"),
    openAmount:
      key.pipelineAmount === null
        ? null
        : sum(
            unowned.map(({ row, now }) => {
              const amount = cellOf(row, "amount");
              return isOpen(now) && typeof amount === "number" ? amount : 0;
            }),
          ),
  };
  const listed = [...byOwner, nobody];
  const [restWon, restLost] = [
    key.won === null ? null : key.won - sum(listed.map(({ won }) => won)),
    key.lost === null ? null : key.lost - sum(listed.map(({ lost }) => lost)),
  ];
  const ownerRest = [
    summary.otherOwners,
    rest(
      key.open,
      listed.map(({ open }) => open),
    ),
    rest(
      key.overdue,
      listed.map(({ overdue }) => overdue),
    ),
    "",
    rest(
      key.stale,
      listed.map(({ stale }) => stale),
    ),
    rest(
      key.pipelineAmount,
      listed.map(({ openAmount }) => openAmount),
    ),
    ...[shown(restWon ?? null), shown(restLost ?? null)],
    ...[...rates(restWon ?? 0, restLost ?? 0), "", ""],
  ];

  const isWatched = has("nextDate") || has("lastContact") || (has("stage") && has("stageSince"));
  const needsYou = lines
    .map(({ row, now, owner }, at) => {
      const amount = cellOf(row, "amount");
      const days = Math.max(
        has("nextDate") && (now.daysLate ?? 0) > 0 ? (now.daysLate ?? 0) : 0,
        has("lastContact") ? (now.daysSilent ?? 0) : 0,
      );
      const isFlagged = (now.daysLate ?? 0) > 0 || now.stale || now.stuck || now.noNextStep;
      const money = has("amount") ? Math.max(1e-6, typeof amount === "number" ? amount : 0) : 1;
      return { row, now, owner, at, amount, days, risk: isFlagged ? money * Math.max(1, days) : 0 };
    })
    .filter(({ risk }) => risk > 0)
    .sort((a, b) => b.risk - a.risk || a.at - b.at)
    .slice(0, 10)
    .map(({ row, now, owner, at, amount, days }): readonly (CellValue | null)[] => [
      textOf(cellOf(row, "customer")),
      null,
      ...[has("owner") ? textOf(owner) : "", null],
      ...[has("stage") ? textOf(cellOf(row, "stage")) : "", null],
      has("amount") ? (typeof amount === "number" ? amount : summary.notMeasured) : "",
      has("nextDate") || has("lastContact") ? days : null,
      `  ${statusWords(now, language)}`,
      ...[null, null],
      records.area.row + at + 1,
    ]);

  const periodRows = periodsOf(reviewDay).map(([line, from, to]) => {
    const closedIn = (wanted: string) =>
      lines.filter(({ row, now }) => {
        const day = cellOf(row, "closedOn");
        return now.state === wanted && typeof day === "number" && day >= from && day < to + 1;
      });
    const [won, lost] = [closedIn("won"), closedIn("lost")];
    const amounts = won.map(({ row }) => cellOf(row, "amount"));
    const own = rateOf(won.length, won.length + lost.length);
    return [
      ...[summary.periods.name[line], from, to],
      ...(figures.unreadable === null
        ? [won.length, lost.length, rate(own), range(own)]
        : [summary.notMeasured, summary.notMeasured, summary.notMeasured, ""]),
      key.wonAmount === null
        ? summary.notMeasured
        : sum(amounts.map((amount) => (typeof amount === "number" ? amount : 0))),
    ];
  });
  const allTime = [
    ...[summary.periods.name.all, null, null, key.won, key.lost, rate(overall), range(overall), shown(key.wonAmount)],
  ];
  const all =
    key.pipelineAmount !== null ? sum([key.pipelineAmount, key.wonAmount, amountOf("lost"), amountOf("parked")]) : null;
  function amountOf(state: string): number {
    return sum(customers.filter((each) => each.state === state).map(({ amount }) => amount));
  }
  const stageRows = byStage.map(({ stage, kind, customers: count, stale, amount }, index) => {
    const step = rows.indexOf(index);
    const at = schema.stages[index]!.kind === "won" ? steps.length - 1 : step;
    const here = steps[at];
    const next = steps[at + 1];
    const isKnown = figures.unreadable === null;
    return [
      ...[stage, stageKind[kind], shown(count), shown(stale), shown(amount)],
      ...(step < 0 || !here
        ? ["", "", ""]
        : [
            shown(isKnown ? here.reached : null),
            step === rows.length - 1 || !next
              ? ""
              : isKnown
                ? rate(rateOf(next.reached, here.reached))
                : summary.notMeasured,
            isKnown ? rate(rateOf(here.reached, steps[0]!.reached)) : summary.notMeasured,
          ]),
    ];
  });
  const stageRest = [
    ...[summary.notListed, ""],
    rest(
      figures.unreadable === null ? figures.rows : null,
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
    const { notMeasured } = summary;
    // Nobody knows who is overdue or stale where one of the two is not measured.
    const isSeen = id !== "strict" || (key.overdue !== null && key.stale !== null);
    const cells = isSeen ? [own.whole, rate(own), range(own)] : [notMeasured, notMeasured, ""];
    return [
      summary.winRates.name[id],
      ...(figures.unreadable === null ? [own.part, ...cells] : [notMeasured, notMeasured, notMeasured, ""]),
    ];
  });
  const inStage = (value: number | null) => (has("stageSince") ? [shown(value)] : []);
  const ageingRows = [
    ...ageing.map(({ from, to, silent, inStage: staying }) => [
      ...[(language === "en" ? enTerms : zhTerms).measure.band(from, to), shown(silent)],
      ...inStage(staying),
    ]),
    [
      summary.ageing.neverContacted,
      rest(
        key.open,
        ageing.map(({ silent }) => silent),
      ),
      ...(has("stageSince")
        ? [
            rest(
              key.open,
              ageing.map((band) => band.inStage),
            ),
          ]
        : []),
    ],
  ];
  const reasonRows = [
    ...byReason.map(({ reason, lost, parked }) => [reason, null, shown(lost), shown(parked)]),
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
  const targets = has("stage") && schema.owners.length > 0 ? monthTargets(customers, { ...review, records }, key) : [];
  const openOf = (name: string) =>
    key.pipelineAmount === null
      ? null
      : sum(
          customers.filter(({ state: is, owner }) => is === "open" && isNamed(name)(owner)).map((each) => each.amount),
        );
  const ofTarget = (of: (reached: NonNullable<MonthTarget["reached"]>) => number | null) =>
    targets.map(({ reached }) => reached && of(reached));
  const neededOf = (gap: number, open: number | null) => (gap === 0 ? 0 : open === 0 ? null : gap / (open ?? 0));
  const opens = targets.map(({ owner }) => openOf(owner));
  const allTargets = (numbers: readonly (number | null)[]) => (key.wonAmount === null ? null : sum(numbers));
  const allGap = allTargets(ofTarget(({ gap }) => gap));
  const targetRows = [
    ...targets.map(({ owner, target, reached }, index) => [
      ...[owner, shown(reached && reached.won), target, shown(reached && reached.gap), shown(opens[index] ?? null)],
      shown(reached && reached.needed),
    ]),
    [
      ...[summary.targets.all, shown(allTargets(ofTarget(({ won }) => won))), sum(targets.map(({ target }) => target))],
      ...[shown(allGap), shown(allTargets(opens)), shown(allGap === null ? null : neededOf(allGap, allTargets(opens)))],
    ],
  ];
  const hasReasons = has("reason") && has("stage") && schema.reasons.length > 0;
  return [
    { heading: summary.needsYou.heading, rows: isWatched ? [...needsYou, ...blankLines(10 - needsYou.length)] : [] },
    { heading: summary.periods.heading, rows: has("closedOn") && has("stage") ? [...periodRows, allTime] : null },
    {
      heading: summary.byOwner,
      rows: has("owner") ? [...ownerRows, ownerCells(nobody, summary.noOwner), ownerRest] : null,
    },
    { heading: summary.targets.heading, rows: targets.length > 0 ? targetRows : null },
    { heading: summary.byStage, rows: has("stage") ? [...stageRows, stageRest] : null },
    { heading: summary.winRates.heading, rows: has("stage") ? winRateRows : null },
    { heading: summary.ageing.heading, rows: has("lastContact") ? ageingRows : null },
    { heading: summary.reasons.heading, rows: hasReasons ? reasonRows : null },
  ];
}
