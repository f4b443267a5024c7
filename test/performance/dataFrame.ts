import type * as Arquero from "arquero";
import type { CellValue } from "../../src/domain/values/value";
import { mailForm, phoneForm, untidy } from "./sheet";

/** What the job needs to know of the sheet: the same that the loop by hand has in its code. */
export interface DataFrameSheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly today: number;
  readonly owners: readonly string[];
  readonly types: readonly string[];
  readonly sources: readonly string[];
  /** Kind and stale limit by stage; a stage that is not there is open. */
  readonly stages: ReadonlyMap<string, { readonly kind: string; readonly limit: number }>;
  readonly defaultLimit: number;
}

type Row = Readonly<Record<string, CellValue>>;

const legalForm = /(?:股份有限公司|有限责任公司|有限公司|集团|公司)$|[\s()（）.,，。·-]|co\.?,? ?ltd\.?$/gi;

/**
 * The same counts and findings as the loop by hand, the way somebody writes them with a data-frame library: a table of
 * columns, derived columns, filters, groups. Returns what the loop returns, so that both can be held against each other.
 */
export function withDataFrame({ table, escape, op }: typeof Arquero, sheet: DataFrameSheet): number {
  const { rows, today, stages } = sheet;
  const known = { owner: new Set(sheet.owners), type: new Set(sheet.types), source: new Set(sheet.sources) };
  const columns = Object.fromEntries(
    sheet.columns.map((name, at) => [name, rows.map((row) => row[at] ?? "")] as const),
  );
  const day = (value: CellValue | undefined) => (typeof value === "number" && value < today + 1 ? value : 0);
  const derived = table({ ...columns, row: rows.map((_, index) => index) })
    .filter(escape((d: Row) => d["customer"] !== "" || d["owner"] !== "" || d["stage"] !== "" || d["nextDate"] !== ""))
    .derive({
      kind: escape((d: Row) => stages.get(String(d["stage"]))?.kind ?? "open"),
      limit: escape((d: Row) => stages.get(String(d["stage"]))?.limit ?? sheet.defaultLimit),
      worth: escape((d: Row) => (typeof d["amount"] === "number" ? d["amount"] : 0)),
      contact: escape((d: Row) => Math.max(day(d["firstContact"]), day(d["lastContact"]))),
      nameKey: escape((d: Row) => String(d["customer"]).normalize("NFKC").toLowerCase().replace(legalForm, "")),
    })
    .derive({
      silent: escape((d: Row) => (Number(d["contact"]) > 0 ? today - Number(d["contact"]) : 0)),
      overdue: escape((d: Row) => d["kind"] === "open" && typeof d["nextDate"] === "number" && d["nextDate"] < today),
      dueToday: escape((d: Row) => d["kind"] === "open" && d["nextDate"] === today),
      noNext: escape((d: Row) => d["kind"] === "open" && d["nextDate"] === ""),
    })
    .derive({
      stale: escape((d: Row) => d["kind"] === "open" && Number(d["silent"]) > Number(d["limit"])),
      incomplete: escape(
        (d: Row) => d["customer"] === "" || d["owner"] === "" || d["stage"] === "" || d["noNext"] === true,
      ),
    });
  derived.groupby("kind").rollup({ count: op.count(), amount: op.sum("worth") });
  derived.groupby("owner", "kind").rollup({ count: op.count(), overdue: op.sum("overdue") });
  derived.groupby("stage").rollup({ count: op.count(), amount: op.sum("worth") });
  const count = (test: (d: Row) => boolean) => derived.filter(escape(test)).numRows();
  const due = derived.filter(
    escape((d: Row) => d["overdue"] === true || d["dueToday"] === true || d["stale"] === true || d["noNext"] === true),
  );
  due.select("row", "overdue", "dueToday", "stale", "noNext", "silent").objects();

  const isText = (value: CellValue | undefined) => typeof value === "string" && value !== "";
  const rules: readonly ((d: Row) => boolean)[] = [
    ...["id", "customer", "contact"].map((name) => (d: Row) => isText(d[name]) && untidy.test(String(d[name]))),
    (d) => d["phone"] !== "" && (typeof d["phone"] !== "string" || !phoneForm.test(d["phone"])),
    (d) => d["mail"] !== "" && !mailForm.test(String(d["mail"])),
    (d) => d["customer"] === "",
    (d) => d["owner"] === "" || !known.owner.has(String(d["owner"])),
    (d) => d["stage"] === "" || !stages.has(String(d["stage"])),
    (d) => d["customerType"] !== "" && !known.type.has(String(d["customerType"])),
    (d) => d["source"] !== "" && !known.source.has(String(d["source"])),
    (d) => d["amount"] !== "" && typeof d["amount"] !== "number",
    ...["firstContact", "lastContact"].map(
      (name) => (d: Row) => d[name] !== "" && (typeof d[name] !== "number" || d[name] < 61 || d[name] > today),
    ),
    (d) => d["nextDate"] !== "" && (typeof d["nextDate"] !== "number" || d["nextDate"] < 61),
    (d) =>
      typeof d["firstContact"] === "number" &&
      typeof d["lastContact"] === "number" &&
      d["lastContact"] < d["firstContact"],
    (d) =>
      d["kind"] === "open" &&
      typeof d["nextDate"] === "number" &&
      typeof d["lastContact"] === "number" &&
      d["nextDate"] < d["lastContact"],
    (d) => d["noNext"] === true,
  ];
  let found = 0;
  for (const rule of rules) {
    found += derived.filter(escape(rule)).select("row").objects().length;
  }
  const validPhones = derived.filter(escape((d: Row) => typeof d["phone"] === "string" && phoneForm.test(d["phone"])));
  /** Rows whose key an earlier row has too. */
  const repeated = (among: typeof derived, key: string) => {
    const groups = among
      .filter(escape((d: Row) => d[key] !== ""))
      .groupby(key)
      .rollup({ rows: op.count() });
    let more = 0;
    for (const rows of groups.array("rows")) more += Number(rows) - 1;
    return more;
  };
  found += repeated(derived, "id") + repeated(derived, "nameKey") + repeated(validPhones, "phone");
  return (
    count((d) => d["overdue"] === true) * 1e6 +
    count((d) => d["dueToday"] === true) * 1e4 +
    count((d) => d["stale"] === true) +
    count((d) => d["noNext"] === true) +
    count((d) => d["incomplete"] === true) +
    found +
    due.numRows()
  );
}
