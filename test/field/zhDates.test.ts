/**
 * Date expressions with expected values that nobody here wrote: Microsoft's Recognizers-Text specifications for Chinese. They stand
 * outside the project; where they are missing this test is skipped and says so. The counts stand in docs/reading-dates.md.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { isoOfSerial, serialOfIso } from "../../src/domain/values/date";
import { readTypedDate } from "../../src/domain/values/typedDate";
import { describeWith, sharedDataOf, sharedFile } from "../support/needs";

const specifications = "zh-dates";

/** One expression on one day, with the dates it means for somebody who looks back or ahead; "none" where there is no such day. */
interface Expression {
  readonly text: string;
  readonly on: string;
  readonly past: string;
  readonly future: string;
}

interface ParserResult {
  readonly Text: string;
  readonly Type: string;
  readonly Value: {
    readonly PastResolution: { readonly date: string };
    readonly FutureResolution: { readonly date: string };
  };
}

interface ModelResult {
  readonly Text: string;
  readonly TypeName: string;
  readonly Resolution: { readonly values: readonly { readonly value: string; readonly isLunar?: string }[] };
}

interface Specification<Result> {
  readonly Context: { readonly ReferenceDateTime: string };
  readonly Results: readonly Result[];
}

const lunar = /农历|正月|初[一二三四五六七八九十]|大年/;
/** What the two specifications answer for a day that does not exist. */
const noDay = new Set(["0001-01-01", "not resolved"]);

function specification<Result>(name: string): readonly Specification<Result>[] {
  return JSON.parse(readFileSync(path.join(sharedFile(specifications), name), "utf8"));
}

function expressions(): readonly Expression[] {
  const fromParser = specification<ParserResult>("DateParser.json").flatMap(({ Context, Results }) =>
    Results.filter((result) => result.Type === "date").map(({ Text, Value }) => ({
      text: Text,
      on: Context.ReferenceDateTime.slice(0, 10),
      past: Value.PastResolution.date,
      future: Value.FutureResolution.date,
    })),
  );
  const fromModel = specification<ModelResult>("DateTimeModel.json").flatMap(({ Context, Results }) =>
    Results.filter((result) => result.TypeName === "datetimeV2.date").flatMap(({ Text, Resolution: { values } }) =>
      values.some((value) => value.isLunar)
        ? []
        : {
            text: Text,
            on: Context.ReferenceDateTime.slice(0, 10),
            past: values[0]!.value,
            future: values.at(-1)!.value,
          },
    ),
  );
  const each = [...fromParser, ...fromModel]
    .filter(({ text }) => !lunar.test(text))
    .map((one) => ({
      ...one,
      past: noDay.has(one.past) ? "none" : one.past,
      future: noDay.has(one.future) ? "none" : one.future,
    }));
  return [...new Map(each.map((one) => [`${one.text} ${one.on}`, one])).values()];
}

type Outcome = "right" | "asked" | "notRead" | "wrong";

function outcomeOf({ text, on, past, future }: Expression, lean: "past" | "future"): Outcome {
  const expected = lean === "past" ? past : future;
  const result = readTypedDate(text, { today: serialOfIso(on, 1900)!, system: 1900, lean, language: "zh-CN" });
  switch (result.kind) {
    case "date":
      return isoOfSerial(result.serial, 1900) === expected ? "right" : "wrong";
    case "ambiguous":
      // Asking without offering the expected day is no better than reading it wrong.
      return result.candidates.some((serial) => isoOfSerial(serial, 1900) === expected) ? "asked" : "wrong";
    case "none":
      return expected === "none" ? "right" : "notRead";
  }
}

describeWith(sharedDataOf(specifications))("Chinese date expressions from outside", () => {
  test("none is read wrong, and the counts are those of the documentation", () => {
    const counts: Record<Outcome, number> = { right: 0, asked: 0, notRead: 0, wrong: 0 };
    const left = new Map<Outcome, Set<string>>();
    for (const expression of expressions()) {
      for (const lean of ["past", "future"] as const) {
        const outcome = outcomeOf(expression, lean);
        counts[outcome] += 1;
        left.set(outcome, (left.get(outcome) ?? new Set()).add(expression.text));
      }
    }
    expect([...(left.get("wrong") ?? [])]).toEqual([]);

    const page = readFileSync(path.resolve(__dirname, "../../docs/reading-dates.md"), "utf8");
    const documented = Object.fromEntries(
      [...page.matchAll(/^\| (read right|asked|not read|read wrong)\s*\|\s*(\d+) \|/gm)].map(([, name, count]) => [
        name,
        Number(count),
      ]),
    );
    expect(documented).toEqual({
      "read right": counts.right,
      asked: counts.asked,
      "not read": counts.notRead,
      "read wrong": counts.wrong,
    });
    // Each expression that is asked or not read has its reason there.
    for (const text of [...(left.get("asked") ?? []), ...(left.get("notRead") ?? [])]) expect(page).toContain(text);
  });
});
