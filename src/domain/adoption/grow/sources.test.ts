import fc from "fast-check";
import type { FieldId } from "../../schema/fieldIds";
import { decodeSources, encodeSources, sourceFor, withSource, type Source } from "./sources";

const source = (key: string, ...headers: readonly string[]): Source => ({
  key,
  name: `${key}.csv`,
  isAdopted: false,
  columns: new Map(
    headers.map((header): [string, FieldId | null] => [header, header === "客户名称" ? "customer" : null]),
  ),
  answers: new Map([["nextDate", "dmy"]]),
  values: new Map([["stage", new Map([["closedwon", { kind: "entry", entry: "成交" }]])]]),
});

const deals = source("deals", "客户名称", "阶段", "金额", "负责人");
const contacts = source("contacts", "客户名称", "姓名", "电话", "邮箱");

test("an export is known by its headers, a column more or less included, and another kind of export is not", () => {
  const sources = [deals, contacts];
  expect(sourceFor(["客户名称", "阶段", "金额", "负责人", "来源"], sources)?.key).toBe("deals");
  expect(sourceFor(["客户名称", "姓名", "电话", "邮箱"], sources)?.key).toBe("contacts");
  expect(sourceFor(["客户名称", "阶段"], sources)).toBeNull();
});

test("sources are read as they were written; a text that is none of it reads as none", () => {
  expect(decodeSources(encodeSources([deals, contacts]))).toEqual([deals, contacts]);
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void decodeSources(text)));
});

test("the source that was used longest ago is forgotten first", () => {
  const many = Array.from({ length: 12 }, (_, at) => source(`s${at}`, `列${at}`));
  const kept = many.reduce<readonly Source[]>((sources, each) => withSource(sources, each), []);
  expect(kept.map(({ key }) => key)).toEqual(["s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11"]);
  expect(withSource(kept, many[4]!).at(-1)?.key).toBe("s4");
});
