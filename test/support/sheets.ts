import type { FieldId } from "../../src/domain/schema/fieldIds";
import fc from "fast-check";
import type { CellValue } from "../../src/domain/values/value";
import type { Language } from "../../src/domain/values/language";

/** 2026-08-07, the review day of the made-up sheets, in the 1900 system. */
export const reviewDay = 46_241;

/** A sheet nobody wrote: headers, and rows with all that people (and other programs) leave in cells. */
export interface MadeUpSheet {
  readonly language: Language;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

const errors = fc.constantFrom("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!");
const noise = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  { weight: 2, arbitrary: fc.constantFrom(" ", "   ") },
  { weight: 1, arbitrary: errors },
);

/**
 * Truth values stand in text columns only: Calc counts TRUE as the number 1, Excel does not, so that as a date or an amount
 * the two programs differ whatever the formula says.
 */
function mostly(usual: fc.Arbitrary<CellValue>): fc.Arbitrary<CellValue> {
  return fc.oneof({ weight: 7, arbitrary: usual }, { weight: 3, arbitrary: noise });
}

/** Days around the review day, now and then with a time of day, as text, or no date at all. */
const date: fc.Arbitrary<CellValue> = mostly(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: reviewDay - 15, max: reviewDay + 10 }) },
    { weight: 2, arbitrary: fc.constantFrom(reviewDay, reviewDay - 1, reviewDay - 3, reviewDay - 4, reviewDay - 7) },
    { weight: 2, arbitrary: fc.integer({ min: -40, max: 40 }).map((quarters) => reviewDay + quarters / 4) },
    { weight: 1, arbitrary: fc.constantFrom("2026-08-01", "2026/8/7", "8月15日", "下周", "46240", "=1+1") },
    { weight: 1, arbitrary: fc.constantFrom(0, -5, 5, 20_260_801, reviewDay + 4000) },
  ),
);

const amount: fc.Arbitrary<CellValue> = mostly(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 5_000_000 }) },
    { weight: 2, arbitrary: fc.constantFrom(0, -100, 0.1, 12.34, "1,000", "3万", "待定") },
  ),
);

const words = {
  "zh-CN": {
    owner: ["张敏", "李强", "王芳", " 张敏", "李强 ", "Lily", "LILY", "*", "王?", "<王", 7],
    stage: [
      ...["线索", "需求确认", "方案演示", "合同谈判", "成交", "成交", "流失", "流失", "搁置"],
      ...[" 成交", "成交 ", "老客户", "观望?", "观望中", "*", "<5", "=", "Won", "won", "WON", 1, "1"],
    ],
    customerType: ["重点客户", "老客户", "新客户", "老客户 ", "*", 3],
    reason: ["价格", "价格", "交期", "竞争*", "?", "<5"],
    unknown: ["地区", "毛利率%", "第[1]次", "报价#1", "客户's 备注", "a@b"],
  },
  en: {
    owner: ["Ann Lee", "ann lee", "Bob", "Bob ", "O'Neil", "Ann*", ">Bob", "~x", "C.J."],
    stage: [
      ...["Prospecting", "Engaging", "Won", "Won", "won", "Lost", "LOST", "On hold", "Closed Won", " Won", "Lost "],
      ...["Trial?", "Trials", "???", "Referral", ">1", "2", 2],
    ],
    customerType: ["Key", "key", "Existing", "New", "?", "<Key"],
    reason: ["Price", "price", "Delay", "Rival*", "?", 5],
    unknown: ["Region", "Margin %", "Round [1]", "Quote #1", "Client's remark", 'Size 5"'],
  },
} as const;

const texts: readonly CellValue[] = ["甲公司", "Acme", true, false, "=SUM(1)", "'x", 'O\'Neil & "Co"'];

function cellOf(field: FieldId | null, language: Language): fc.Arbitrary<CellValue> {
  switch (field) {
    case "firstContact":
    case "lastContact":
    case "nextDate":
    case "closedOn":
    case "stageSince":
    case "revisitOn":
      return date;
    case "customerType":
    case "reason":
      return mostly(fc.constantFrom<CellValue>(...words[language][field]));
    case "amount":
      return amount;
    case "owner":
      return mostly(fc.constantFrom<CellValue>(...words[language].owner));
    case "stage":
      return mostly(fc.constantFrom<CellValue>(...words[language].stage));
    case "customer":
      // Values overrule a name: a column of days alone would be no customers.
      return mostly(fc.constantFrom<CellValue>(...texts));
    default:
      return mostly(fc.constantFrom<CellValue>(...texts, "2026-01-01"));
  }
}

const headerOf: Readonly<Record<Language, Partial<Record<FieldId, readonly string[]>>>> = {
  "zh-CN": {
    customer: ["客户名称", "公司名称"],
    id: ["客户编号"],
    owner: ["负责人", "跟进人"],
    stage: ["阶段", "销售阶段", "状态"],
    amount: ["预计金额（元）", "金额"],
    firstContact: ["首次联系", "创建日期"],
    lastContact: ["最近跟进日期", "上次联系"],
    nextDate: ["下次跟进日期", "下次联系"],
    customerType: ["客户类型"],
    stageSince: ["进入阶段日期", "阶段变更日期"],
    revisitOn: ["再跟进日期"],
    reason: ["流失原因"],
    note: ["备注"],
  },
  en: {
    customer: ["Customer", "Account name"],
    id: ["Customer ID"],
    owner: ["Owner", "Sales rep"],
    stage: ["Stage", "Deal stage"],
    amount: ["Amount", "Deal value"],
    firstContact: ["First contact", "Created on"],
    lastContact: ["Last contact", "Last activity"],
    nextDate: ["Next follow-up", "Next step date"],
    customerType: ["Type"],
    stageSince: ["Stage since", "Stage entered"],
    revisitOn: ["Revisit on"],
    reason: ["Loss reason"],
    note: ["Notes"],
  },
};

const optional: readonly FieldId[] = [
  ...(["id", "owner", "amount", "firstContact", "lastContact", "nextDate", "customerType", "reason", "note"] as const),
  ...(["stageSince", "revisitOn"] as const),
];

const holdsAnything = (row: readonly CellValue[]): boolean => row.some((cell) => String(cell).trim() !== "");

/** A cell alone in its row can be a heading or a note: each row gets a second one. */
function withoutLoneCells(row: readonly CellValue[]): readonly CellValue[] {
  const isNothing = (cell: CellValue) => String(cell).trim() === "";
  const second = row.findIndex(isNothing);
  const isLone = row.filter((cell) => !isNothing(cell)).length === 1;
  return isLone ? row.map((cell, column) => (column === second ? "x" : cell)) : row;
}

/** A row of an error value and nothing that tells a customer is none: the first one gets a customer, so that there is a list. */
function withCustomerFirst(
  rows: readonly (readonly CellValue[])[],
  customer: number,
): readonly (readonly CellValue[])[] {
  return rows.map((row, index) =>
    row.map((cell, column) => (index === 0 && column === customer && /^(\s*|#.*)$/.test(String(cell)) ? "x" : cell)),
  );
}

/** Below a blank row, rows without any customer are notes, for which no list is taken: there the last one gets a customer. */
function withCustomerLast(
  rows: readonly (readonly CellValue[])[],
  customer: number,
): readonly (readonly CellValue[])[] {
  const last = rows.map(holdsAnything).lastIndexOf(true);
  if (rows.slice(0, last).every(holdsAnything)) return rows;
  const named = (row: readonly CellValue[]) =>
    row.map((cell, column) => (column === customer && String(cell).trim() === "" ? "x" : cell));
  return rows.map((row, index) => (index === last ? named(row) : row));
}

const withCustomers = (rows: readonly (readonly CellValue[])[], customer: number) =>
  withCustomerLast(withCustomerFirst(rows, customer), customer);

/**
 * A sheet with a customer column, a stage, an owner or a next date, and any of the other columns, in any order.
 * @param without fields that it certainly does not have
 */
export function madeUpSheet(
  language: Language,
  size: { readonly minLength: number; readonly maxLength: number },
  without: readonly FieldId[] | null = null,
): fc.Arbitrary<MadeUpSheet> {
  const chosen = without
    ? fc.constant<readonly FieldId[]>(
        ["stage", ...optional].filter((id): id is FieldId => !without.some((w) => w === id)),
      )
    : fc
        .tuple(fc.boolean(), fc.subarray([...optional]))
        .map(([withStage, fields]): readonly FieldId[] =>
          withStage || !(fields.includes("owner") || fields.includes("nextDate")) ? ["stage", ...fields] : fields,
        );
  return fc
    .tuple(chosen, fc.subarray([...words[language].unknown]), fc.integer({ min: 0, max: 1 }))
    .chain(([fields, unknown, name]) => {
      const columns = [
        ...(["customer", ...fields] as const).map((field) => {
          const names = headerOf[language][field] ?? [];
          return { field, header: names[name] ?? names[0] ?? field };
        }),
        ...unknown.map((header) => ({ field: null, header })),
      ];
      return fc.shuffledSubarray(columns, { minLength: columns.length }).chain((order) =>
        fc.array(fc.tuple(...order.map(({ field }) => cellOf(field, language))), size).map((rows): MadeUpSheet => ({
          language,
          headers: order.map(({ header }) => header),
          // A row of blanks alone at the end is not part of any sheet, nor are spaces that were typed there.
          rows: rows.some(holdsAnything)
            ? withCustomers(
                rows.map(withoutLoneCells),
                order.findIndex(({ field }) => field === "customer"),
              )
            : [order.map(() => "x")],
        })),
      );
    });
}

/** The same sheet with a word where an Excel error stood: a single error in a key cell keeps every count from being known. */
export function withoutErrors(sheet: MadeUpSheet): MadeUpSheet {
  const readable = (cell: CellValue) => (typeof cell === "string" && /^#[A-Z]/.test(cell) ? "x" : cell);
  return { ...sheet, rows: sheet.rows.map((row) => row.map(readable)) };
}
