import fc from "fast-check";
import { readTypedDate } from "../../src/domain/values/typedDate";
import { fullDay, headerDay, nearDay } from "../../src/taskpane/text/dayText";
import { paneText as en } from "../../src/taskpane/text/en/pane";
import { paneText as zhCN } from "../../src/taskpane/text/zh-CN/pane";

const languages = [
  { language: "zh-CN", texts: zhCN },
  { language: "en", texts: en },
] as const;

test("a day as the pane shows it can be typed in, and is that day", () => {
  const today = fc.integer({ min: 40_000, max: 60_000 });
  fc.assert(
    fc.property(
      today,
      fc.integer({ min: 0, max: 300 }),
      fc.constantFrom(...languages),
      (from, ahead, { language, texts }) => {
        const day = from + ahead;
        const context = { today: from, system: 1900, lean: "future", language } as const;
        for (const text of [nearDay(day, from, 1900, texts), fullDay(day, 1900, texts), headerDay(day, 1900, texts)]) {
          expect([text, readTypedDate(text, context)]).toEqual([text, { kind: "date", serial: day }]);
        }
      },
    ),
  );
});
