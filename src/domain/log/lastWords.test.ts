import { touchStub } from "../../../test/support/touchStub";
import { lastWords } from "./lastWords";

const customer = { id: "A1", words: "等法务（去年写的）" };
const day = 46_241;

test("what was logged last comes before what stands in the customer's row, however new", () => {
  const touches = [
    touchStub({ date: day - 9, content: "旧话", row: 2 }),
    touchStub({ date: day - 2, content: "要样品", row: 3 }),
    touchStub({ date: day - 1, kind: "reschedule", content: "春节后", row: 4 }),
    touchStub({ date: day - 1, content: "", result: "未接通", row: 5 }),
    touchStub({ date: day, customerId: "A2", content: "别人的", row: 6 }),
  ];
  expect(lastWords(customer, touches)).toEqual({ text: "要样品", day: day - 2 });
});

test("without any words in the log those of the row are given, and no day is claimed for them", () => {
  const row = { text: "等法务（去年写的）", day: null };
  expect(lastWords(customer, null)).toEqual(row);
  expect(lastWords(customer, [touchStub({ date: day })])).toEqual(row);
  expect(lastWords({ ...customer, id: "" }, [touchStub({ customerId: "", date: day, content: "谁的" })])).toEqual(row);
});

test("what the customer answered counts where nothing else was written", () => {
  expect(lastWords(customer, [touchStub({ date: day, feedback: "太贵" })])).toEqual({ text: "太贵", day });
});
