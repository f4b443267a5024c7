import type { Book } from "../book/book";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { number } from "./arguments";

const resultClass: HostClass<number> = hostClass<number>({
  name: "FunctionResult",
  scalars: {
    Value: { since: "1.2", read: (value) => value },
    Error: { since: "1.2", read: () => null },
  },
});

const unixDay = 25_569;

/** Serial number of a day in the workbook's date system; the false leap day of 1900 counts, as in Excel. */
function serial(book: Book, time: number): number {
  const day = Math.floor(time / 86_400_000) + unixDay;
  if (book.date1904) return day - 1462;
  return day < 61 ? day - 1 : day;
}

/** Worksheet functions that the add-in calls without a cell. */
export const functionsClass: HostClass<Book> = hostClass<Book>({
  name: "Functions",
  methods: {
    Date: {
      since: "1.2",
      call: (book, [year, month, day]) =>
        resultClass.of(serial(book, Date.UTC(number(year), number(month) - 1, number(day)))),
    },
    Today: {
      since: "1.2",
      call: (book) => {
        const now = new Date();
        return resultClass.of(serial(book, Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
      },
    },
  },
});
