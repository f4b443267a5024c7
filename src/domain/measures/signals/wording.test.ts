import { customer, stages, today, touch } from "../../../../test/support/customers";
import type { Touch } from "../../log/touch";
import { signalsOf } from "./signalsOf";

const a = customer({ id: "A", name: "甲" });
const look = (touches: readonly Touch[]) => signalsOf({ customers: [a], touches, stages, today }).cases;
const say = (customerId: string, content: string, given: Partial<Touch> = {}) =>
  touch({ customerId, content, ...given });

test("the same words for three customers are found whatever their spaces; short ones are chance", () => {
  const same = [say("A", "客户表示再考虑一下。"), say("B", "客户表示 再考虑一下"), say("C", "客户表示再考虑一下")];
  expect(look(same).copied.map((each) => each.customer?.name ?? null)).toEqual(["甲", null, null]);
  expect(look(same.slice(0, 2)).copied).toEqual([]);
  expect(look(["A", "B", "C"].map((id) => say(id, "已联系"))).copied).toEqual([]);
});

describe("nearly the same words", () => {
  // Runs of three: the first text has 18, the others share all but a few of them.
  const text = "已经把报价单发给采购部等他们下周开会";
  const near = [`${text}讨论`, `${text}决定`];

  test("for three customers, each with two rows of others to hold it against", () => {
    const rows = [text, ...near].map((content, index) => say(["A", "B", "C"][index]!, content, { row: 10 + index }));
    expect(look(rows).similar.map(({ logRows }) => logRows)).toEqual([
      [10, 11, 12],
      [11, 10, 12],
      [12, 10, 11],
    ]);
    expect(look(rows).similar.map((each) => each.customer)).toEqual([a, null, null]);
    expect(look(rows).copied).toEqual([]);
    expect(look(rows.slice(0, 2)).similar).toEqual([]);
    expect(look(rows.map((row, index) => (index === 2 ? { ...row, customerId: "A" } : row))).similar).toEqual([]);
    expect(look(rows.map((row): Touch => ({ ...row, kind: "transfer" }))).similar).toEqual([]);
  });

  test("80 % of the runs are enough, less is not", () => {
    // 8 runs of 10 in both: 8 + 1 in the one, 8 + 1 in the other. Then 8 of 11.
    const [half, whole] = ["abcdefghij", "Xabcdefghij"];
    const alike = (c: string) => look([say("A", half), say("B", whole), say("C", c)]).similar.length;
    expect(alike("abcdefghijY")).toBe(3);
    expect(alike("abcdefghijYZ")).toBe(3);
    expect(alike("abcdefghijYZW")).toBe(0);
  });

  test("exact copies are not told twice, but one that differs a little is found beside them", () => {
    const rows = ["A", "B", "C"].map((id) => say(id, text));
    const one = say("D", near[0]!, { row: 99 });
    expect(look([...rows, one]).copied).toHaveLength(3);
    expect(look([...rows, one]).similar).toEqual([
      { customer: null, logRows: [99, rows[0]!.row, rows[1]!.row], count: null },
    ]);
  });

  test("a text at the edge counts through the one in the middle", () => {
    // The middle is like both; those two are not alike.
    const [left, middle, right] = [`${text}甲乙`, text, `丙丁${text}`];
    expect(look([say("A", left), say("B", middle), say("C", right)]).similar).toHaveLength(3);
    expect(look([say("A", left), say("B", `${text}戊己庚`), say("C", right)]).similar).toHaveLength(0);
  });
});
