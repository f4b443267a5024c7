import type { CellValue } from "../../src/domain/values/value";
import { mailForm, owners, phoneForm, sources, stages, today, types, untidy } from "./sheet";

/**
 * What somebody would write who needs these figures and findings once, for this very sheet: the columns, the rules and the
 * stages are in the code.
 */
export function handWritten(rows: readonly (readonly CellValue[])[]): number {
  const kinds = new Map(stages.map((name, index) => [name, index < 4 ? 0 : index - 3]));
  const limits = new Map(stages.map((name, index) => [name, index === 0 || index === 3 ? 3 : 7]));
  const ownerSet = new Set(owners);
  const typeSet = new Set(types);
  const sourceSet = new Set(sources);
  const byOwner = new Map(owners.map((owner) => [owner, [0, 0, 0, 0, 0]]));
  const byStage = new Map(stages.map((stage) => [stage, [0, 0]]));
  const ids = new Map<string, number>();
  const names = new Map<string, number>();
  const phones = new Map<string, number>();
  const legalForm = /(?:股份有限公司|有限责任公司|有限公司|集团|公司)$|[\s()（）.,，。·-]|co\.?,? ?ltd\.?$/gi;
  const counts = [0, 0, 0, 0];
  const amounts = [0, 0, 0, 0];
  let [overdue, dueToday, stale, noNext, incomplete] = [0, 0, 0, 0, 0];
  const found: { row: number; column: number; rule: string }[] = [];
  const due: { row: number; group: string; days: number }[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const [customer, owner, stage, next] = [row[1]!, row[6]!, row[8]!, row[12]!];
    if (customer === "" && owner === "" && stage === "" && next === "") continue;
    const kind = kinds.get(stage as string) ?? 0;
    counts[kind]! += 1;
    const amount = row[9]!;
    const worth = typeof amount === "number" ? amount : 0;
    amounts[kind]! += worth;
    const tally = byOwner.get(owner as string);
    const group = byStage.get(stage as string);
    if (tally) tally[kind]! += 1;
    if (group) {
      group[0]! += 1;
      group[1]! += worth;
    }
    let missing = 0;
    const report = (column: number, rule: string) => found.push({ row: index, column, rule });
    const again = (seen: Map<string, number>, key: string, column: number, rule: string) => {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      else found.push({ row: first, column, rule });
    };
    const id = row[0] as string;
    if (id !== "") again(ids, id.toLowerCase(), 0, "unique");
    if (customer !== "")
      again(names, (customer as string).normalize("NFKC").toLowerCase().replace(legalForm, ""), 1, "name");
    for (let column = 0; column <= 3; column += column === 1 ? 2 : 1) {
      const text = row[column]!;
      if (typeof text === "string" && text !== "" && untidy.test(text)) report(column, "untidy");
    }
    const phone = row[4]!;
    if (phone !== "") {
      if (typeof phone !== "string" || !phoneForm.test(phone)) report(4, "phone");
      else again(phones, phone, 4, "phone");
    }
    if (row[5] !== "" && !mailForm.test(row[5] as string)) report(5, "mail");
    if (customer === "") missing = report(1, "required");
    if (owner === "") missing = report(6, "required");
    else if (!ownerSet.has(owner as string)) report(6, "list");
    if (stage === "") missing = report(8, "required");
    else if (!kinds.has(stage as string)) report(8, "list");
    if (row[2] !== "" && !typeSet.has(row[2] as string)) report(2, "list");
    if (row[7] !== "" && !sourceSet.has(row[7] as string)) report(7, "list");
    if (amount !== "" && typeof amount !== "number") report(9, "number");
    for (let column = 10; column <= 12; column += 1) {
      const value = row[column]!;
      if (value === "") continue;
      if (typeof value !== "number" || value < 61) report(column, "date");
      else if (column < 12 && value > today) report(column, "future");
    }
    const [firstDay, lastDay] = [row[10]!, row[11]!];
    if (typeof firstDay === "number" && typeof lastDay === "number" && lastDay < firstDay) report(11, "order");
    if (kind === 0 && typeof next === "number" && typeof lastDay === "number" && next < lastDay) report(12, "order");
    if (kind === 0) {
      if (next === "") missing = report(12, "required");
      const [first, last] = [row[10]!, row[11]!];
      const contact = Math.max(
        typeof first === "number" && first < today + 1 ? first : 0,
        typeof last === "number" && last < today + 1 ? last : 0,
      );
      const silent = contact > 0 ? today - contact : 0;
      const isStale = silent > (limits.get(stage as string) ?? 7);
      if (isStale) stale += 1;
      if (next === "") noNext += 1;
      if (typeof next === "number" && next < today) {
        overdue += 1;
        if (tally) tally[4]! += 1;
        due.push({ row: index, group: "overdue", days: today - next });
      } else if (next === today) {
        dueToday += 1;
        due.push({ row: index, group: "today", days: 0 });
      } else if (isStale) due.push({ row: index, group: "stale", days: silent });
      else if (next === "") due.push({ row: index, group: "noNextStep", days: 0 });
    }
    if (missing > 0) incomplete += 1;
  }
  return overdue * 1e6 + dueToday * 1e4 + stale + noNext + incomplete + found.length + due.length;
}
