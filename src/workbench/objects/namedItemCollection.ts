import { isFreeName, namesIn, setName, toGrid, workbookScope } from "../book/names";
import type { NamesTarget } from "../book/names";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { optionalText, text } from "./arguments";
import { formulaArgument, namedItemClass } from "./namedItem";

function nameAt(target: NamesTarget, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const item = namesIn(target).find((name) => name.name.toLowerCase() === wanted);
  return item ? namedItemClass.of({ book: target.book, id: item.id }) : null;
}

export const namesClass: HostClass<NamesTarget> = hostClass<NamesTarget>({
  name: "NamedItemCollection",
  items: (target) => namesIn(target).map(({ id }) => namedItemClass.of({ book: target.book, id })),
  item: nameAt,
  methods: {
    Add: {
      since: "1.4",
      call: (target, [given, reference, comment]) => {
        const name = text(given);
        if (nameAt(target, name)) throw itemAlreadyExists();
        if (!isFreeName(target.book, name)) throw invalidArgument("The name is not valid or is in use already.");
        const id = crypto.randomUUID();
        target.book.engine.as("addin", () =>
          setName(target.book, {
            id,
            name,
            formulaOrRefString: toGrid(formulaArgument(reference)),
            comment: optionalText(comment) ?? "",
            localSheetId: target.sheet ?? workbookScope,
          }),
        );
        return namedItemClass.of({ book: target.book, id });
      },
    },
    GetItem: {
      since: "1.1",
      call: (target, [key]) => {
        const item = nameAt(target, key);
        if (!item) throw itemNotFound();
        return item;
      },
    },
    GetItemOrNullObject: { since: "1.4", call: (target, [key]) => nameAt(target, key) },
    GetCount: { since: "1.4", call: (target) => namesIn(target).length },
  },
});
