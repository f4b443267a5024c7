/**
 * Excel's lists of conditional formats on paper: requests are carried out as Excel does, one action after the other until one
 * fails, and a rule is known by its place alone.
 */
import { areaAddress, intersect, parseAddress, type Area } from "../../src/domain/workbook/area";

/** A rule on paper. One without a formula is of another type than ours. */
export interface PaperRule {
  readonly name: string;
  readonly areas: readonly Area[];
  formula: string | null;
  fill: string | null;
  font: string | null;
  bold: boolean | null;
  /** True where nothing of it can be read. */
  readonly unreadable: boolean;
}

export interface PaperExcel {
  readonly rules: PaperRule[];
  readonly newRule: "first" | "last";
  /** False where the list of the whole sheet does not find what is to be deleted. */
  readonly findsInSheet: boolean;
  /** Formulas with this text are refused. */
  readonly refused: string | null;
  /** Called before each request, as if others had been at work. */
  readonly before: (request: number) => void;
}

class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

type Act = () => void;

function ranges(rule: () => PaperRule, acts: Act[]) {
  const object = {
    address: "",
    untrack: () => object,
    load: () => {
      acts.push(() => {
        if (rule().unreadable) throw new Refusal("GeneralException");
        object.address = rule().areas.map(areaAddress).join(",");
      });
    },
  };
  return object;
}

/** A member whose writing is an action, and whose value is the last one that was loaded. */
function member<T>(owner: object, name: string, acts: Act[], write: (value: T) => void): (value: T) => void {
  let told: T | undefined;
  Object.defineProperty(owner, name, {
    get: () => told,
    set: (value: T) => {
      acts.push(() => {
        write(value);
      });
    },
  });
  return (value) => {
    told = value;
  };
}

function custom(excel: PaperExcel, rule: () => PaperRule, acts: Act[], orNull: boolean) {
  const own = () => {
    const found = rule();
    if (found.unreadable) throw new Refusal("GeneralException");
    return found;
  };
  const object = { isNullObject: false, rule: {}, format: { fill: {}, font: {} }, load: () => undefined };
  const tell = [
    member<string>(object.rule, "formula", acts, (formula) => {
      if (excel.refused !== null && formula.includes(excel.refused)) throw new Refusal("InvalidArgument");
      own().formula = formula;
    }),
    member<string>(object.format.fill, "color", acts, (color) => (own().fill = color)),
    member<string>(object.format.font, "color", acts, (color) => (own().font = color)),
    member<boolean>(object.format.font, "bold", acts, (bold) => (own().bold = bold)),
  ] as readonly ((value: unknown) => void)[];
  object.load = () => {
    acts.push(() => {
      const { formula, fill, font, bold } = own();
      object.isNullObject = formula === null;
      if (formula === null && !orNull) throw new Refusal("InvalidOperation");
      [formula, fill, font, bold].forEach((value, index) => tell[index]?.(value));
    });
    return undefined;
  };
  return object;
}

function touching(excel: PaperExcel, areas: readonly Area[]): readonly PaperRule[] {
  return excel.rules.filter((rule) => rule.areas.some((part) => areas.some((area) => intersect(part, area))));
}

function format(excel: PaperExcel, areas: readonly Area[], acts: Act[], find: () => PaperRule | undefined) {
  let found: PaperRule | undefined;
  acts.push(() => {
    found = find();
    if (!found) throw new Refusal("ItemNotFound");
  });
  const rule = () => found!;
  const isSheet = areas.some(({ columns }) => columns > 1000);
  const object = {
    load: () => undefined,
    custom: custom(excel, rule, acts, false),
    customOrNullObject: custom(excel, rule, acts, true),
    getRanges: () => ranges(rule, acts),
    delete: () => {
      acts.push(() => {
        if (isSheet && !excel.findsInSheet) throw new Refusal("ItemNotFound");
        excel.rules.splice(excel.rules.indexOf(rule()), 1);
      });
    },
  };
  member<number>(object, "priority", acts, (priority) => {
    const place = touching(excel, areas)[priority];
    if (!place) return;
    const to = excel.rules.indexOf(place);
    excel.rules.splice(excel.rules.indexOf(rule()), 1);
    excel.rules.splice(to, 0, rule());
  });
  return object;
}

function collection(excel: PaperExcel, areas: readonly Area[], acts: Act[]) {
  return {
    getCount: () => {
      const result = { value: 0 };
      acts.push(() => {
        result.value = touching(excel, areas).length;
      });
      return result;
    },
    getItemAt: (index: number) => format(excel, areas, acts, () => touching(excel, areas)[index]),
    add: () => {
      const added: PaperRule = { name: "", areas, formula: "", fill: null, font: null, bold: null, unreadable: false };
      acts.push(() => {
        if (excel.newRule === "first") excel.rules.unshift(added);
        else excel.rules.push(added);
      });
      return format(excel, areas, acts, () => added);
    },
  };
}

function cells(excel: PaperExcel, areas: readonly Area[], acts: Act[]) {
  const object = { untrack: () => object, conditionalFormats: collection(excel, areas, acts) };
  return object;
}

/** Puts `Excel.run` over the lists into place, until the returned function is called. */
export function playRules(excel: PaperExcel): () => void {
  let requests = 0;
  const run = async (...given: readonly unknown[]) => {
    const acts: Act[] = [];
    const sheet = {
      getRange: () => cells(excel, [{ row: 0, column: 0, rows: 1_048_576, columns: 16_384 }], acts),
      getRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
        cells(excel, [{ row, column, rows, columns }], acts),
      getRanges: (address: string) =>
        cells(
          excel,
          address.split(",").map((part) => parseAddress(part)!),
          acts,
        ),
    };
    const context = {
      workbook: { worksheets: { getItem: () => sheet } },
      sync: () => {
        excel.before((requests += 1));
        for (const act of acts.splice(0)) act();
        return Promise.resolve();
      },
    };
    return (given.at(-1) as (context: unknown) => Promise<unknown>)(context);
  };
  Object.assign(globalThis, { Excel: { run } });
  return () => Reflect.deleteProperty(globalThis, "Excel");
}
