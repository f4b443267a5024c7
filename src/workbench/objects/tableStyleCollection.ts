import type { Book } from "../book/book";
import { itemAlreadyExists, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { text } from "./arguments";

interface StyleTarget {
  readonly book: Book;
  readonly name: string;
}

/** Styles that add-ins made, by their folded names. The built-in ones are known by name alone. */
const styleClass: HostClass<StyleTarget> = hostClass<StyleTarget>({
  name: "TableStyle",
  scalars: { Name: { since: "1.10", read: ({ name }) => name } },
  methods: {
    Delete: {
      since: "1.10",
      call: ({ book, name }) => {
        if (!book.tableStyles.delete(name.toLowerCase())) throw itemNotFound();
      },
    },
  },
});

function styleAt(book: Book, key: unknown): HostObject | null {
  const name = book.tableStyles.get(String(key).toLowerCase());
  return name === undefined ? null : styleClass.of({ book, name });
}

export const tableStylesClass: HostClass<Book> = hostClass<Book>({
  name: "TableStyleCollection",
  items: (book) => [...book.tableStyles.values()].map((name) => styleClass.of({ book, name })),
  item: styleAt,
  methods: {
    Add: {
      since: "1.10",
      call: (book, [given]) => {
        const name = text(given);
        if (book.tableStyles.has(name.toLowerCase())) throw itemAlreadyExists();
        book.tableStyles.set(name.toLowerCase(), name);
        return styleClass.of({ book, name });
      },
    },
    GetCount: { since: "1.10", call: (book) => book.tableStyles.size },
  },
});
