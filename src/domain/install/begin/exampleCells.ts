import { defaultStages } from "../../schema/knownStages";
import type { KnownFieldId } from "../../schema/fieldIds";
import type { Owner } from "../../schema/field";
import type { Language } from "../../values/language";
import type { CellValue } from "../../values/value";
import { examples, stagePlaces, type Example } from "./examples";
import { reasonNames, sourceNames, typeNames } from "./startingSettings";

export interface ExampleContext {
  readonly columns: readonly KnownFieldId[];
  readonly language: Language;
  /** Review day, serial of the workbook's date system. */
  readonly today: number;
  /** The two owners of the examples: one of them twice where a person gave a name. */
  readonly owners: readonly [Owner, Owner];
}

/** Days of an example: where no column says when a parked customer is to be called again, the next date does. */
function dayOf(
  { days, stage }: Example,
  id: keyof Example["days"],
  columns: readonly KnownFieldId[],
): number | undefined {
  const isPromise = id === "nextDate" && stage === "parked" && !columns.includes("revisitOn");
  return isPromise ? days.revisitOn : days[id];
}

/** A number that nobody has, as people of the language write one. */
function phoneOf(place: number, language: Language): string {
  const last = `00${String(place + 1).padStart(2, "0")}`;
  return language === "zh-CN" ? `1380000${last}` : `138 0000 ${last}`;
}

/** What an example has in a column; blank where it has nothing there. */
function cellOf(example: Example, id: KnownFieldId, place: number, context: ExampleContext): CellValue {
  const { columns, language, today, owners } = context;
  switch (id) {
    case "customer":
      return example.customer[language];
    case "phone":
      return phoneOf(place, language);
    case "owner":
      return owners[example.owner].name;
    case "stage":
      return defaultStages(language)[stagePlaces[example.stage]]?.name ?? "";
    case "customerType":
      return typeNames[language][example.type];
    case "source":
      return sourceNames[language][example.source];
    case "reason":
      return example.reason === null ? "" : reasonNames[language][example.reason];
    case "amount":
      return example.amount ?? "";
    case "stageSince":
    case "firstContact":
    case "lastContact":
    case "nextDate":
    case "expectedClose":
    case "closedOn":
    case "revisitOn": {
      const day = dayOf(example, id, columns);
      return day === undefined ? "" : today + day;
    }
    case "id":
      return "";
    default:
      return example.words[language][id] ?? "";
  }
}

/** The examples as rows of a new sheet. */
export function exampleCells(context: ExampleContext): readonly (readonly CellValue[])[] {
  return examples.map((example, place) => context.columns.map((id) => cellOf(example, id, place, context)));
}
