import type { CellChange, HealthItem } from "../../../domain/plan/healthItem";
import { terms } from "../../../domain/schema/terms/en";
import { nameUse } from "../nameUse";
import { settingsTableOf } from "../settingsTableOf";
import type { HealthText } from "../types/health";
import { counted } from "./counted";
import { settingsParts } from "./settingsParts";

function validation({ damage, what, count }: HealthItem): string {
  const cells = counted(count, "cell");
  switch (damage) {
    case "missing":
      return `“${what}”: ${cells} lost the rule for entries and take anything now. Repair puts it back`;
    case "fragmented":
      return `“${what}”: entry rules in many pieces, ${cells} to look at again. Repair installs them anew`;
    default:
      return `“${what}”: the rule for entries was changed in ${cells} and may let wrong ones in. Repair puts the Settings’ rule back`;
  }
}

function highlight({ damage, count }: HealthItem): string {
  const rules = counted(count, "colour rule");
  switch (damage) {
    case "missing":
      return `${rules} missing: rows stay without their colour. Repair puts them back`;
    case "doubled":
      return `${rules} there more than once, which makes the sheet slow. Repair takes the extra ones away`;
    case "fragmented":
      return `${rules} cut into pieces or not over all rows: some rows stay without colour. Repair makes them whole`;
    case "reordered":
      return `${rules} covered by weaker ones: the order was changed. Repair puts the order back`;
    default:
      return `${rules} changed: colours may be wrong. Repair puts them back`;
  }
}

function formula({ damage, what, count }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `The calculated column “${what}” is missing: colours and Summary figures that need it are wrong. Repair puts it back`;
    case "overwritten":
      return `“${what}”: ${counted(count, "formula")} typed over or deleted: these cells do not follow any more. Repair puts the formula back`;
    case "outdated":
      return `Formulas of an earlier version in ${counted(count, "column")}. Repair puts shorter and faster ones there that say the same`;
    default:
      return `“${what}”: the formula was changed and may be wrong. Repair puts it back`;
  }
}

function name({ damage, what }: HealthItem): string {
  const use = nameUse(what, "en");
  const lost = damage === "missing" ? "cannot be found" : "points to the wrong place";
  switch (use.of) {
    case "today":
      return `The review day’s cell ${lost}: overdue and days may be worked out for another day. Repair leads it back to the Settings`;
    case "language":
      return `The cell with the workbook’s language ${lost}: the check may use the wrong words. Repair leads it back to the Settings`;
    case "counting":
      return `The cell that says how days are counted ${lost}: calendar or working days is not known. Repair leads it back to the Settings`;
    case "summary":
      return `The block of the Summary that the add-in calculates ${lost}: its numbers are not updated. Repair finds its place again`;
    case "list":
      return `The drop-down list of “${use.list}” ${lost}: cells do not offer the right entries. Repair leads it back to the Settings`;
    case "ownList":
      return `A drop-down list of your own ${lost}: cells do not offer the right entries. Repair leads it back to the Settings`;
    case "figure":
      return `The Summary’s figure “${terms.figure[use.figure]}” ${lost}: whatever refers to it shows an error or another number. Repair leads it back`;
    case "other":
      return `A place that the add-in needs ${lost} (name ${what}). Repair leads it back; no content changes`;
  }
}

const sources: Readonly<Record<CellChange["source"], string>> = {
  remembered: " (last readable value)",
  said: " (as you said)",
  only: "",
};

function settings({ damage, what, change }: HealthItem): string {
  if (change) {
    const { entry, from, to, source } = change;
    if (source === "only")
      return `Settings: the header “${String(from)}” is not known, so its column counts for nothing. Repair puts “${String(to)}” back`;
    const where = entry === "" ? `“${what}”` : `“${entry}”, ${what}`;
    return `Settings: ${where} cannot be read: “${String(from)}” → ${String(to)}${sources[source]}`;
  }
  switch (damage) {
    case "missing":
      return `Settings: “${what}” is missing, its default counts. Repair puts it back, as it was where that is remembered`;
    case "fragmented":
      return `Settings: blank rows inside “${what}”, which lists would offer as an entry. Repair closes them up`;
    default:
      return `Settings: “${what}” cannot be read. Repair puts the last readable content back`;
  }
}

function item(found: HealthItem): string {
  const { damage, part, what } = found;
  switch (part) {
    case "validation":
      return validation(found);
    case "highlight":
      return highlight(found);
    case "formula":
      return formula(found);
    case "name":
      return name(found);
    case "id":
      return `“${what}” is blank for all ${counted(found.count, "customer")}, so the log cannot be matched. Repair puts IDs back, those of the log as they were`;
    case "furthest":
      return `“${what}” is blank for all customers, so the funnel knows only where they stand now. Repair notes it for ${counted(found.count, "customer")}, from the log and the present stage`;
    case "summary":
      return damage === "missing"
        ? `The Summary sheet “${what}” is missing. Repair makes it anew`
        : `The Summary sheet “${what}” lacks something or looks as it did before. Repair completes it; what you added stays`;
    case "log":
      return `The log “${what}” is missing: contacts have nowhere to go. Repair makes an empty one; only Excel’s Undo or a backup brings the old rows back`;
    case "settingsSheet":
      return `The Settings sheet “${what}” is missing, and defaults count. Repair makes it anew from the customer list`;
    case "settingsTable": {
      const table = settingsTableOf(what);
      return `Settings: ${table === null ? what : settingsParts[table]} is missing, and defaults count. Repair puts it back, as it was where that is remembered`;
    }
    case "settingsCell":
      return settings(found);
  }
}

const entryKinds = {
  fields: "field",
  stages: "stage",
  types: "customer type",
  owners: "owner",
  reasons: "reason",
  holidays: "day off or make-up day",
  lists: "list",
} as const;

export const healthText: HealthText = {
  label: "Rules in the sheet",
  healthy: "The rules in the sheet are all in place: lists, limits for entries, colours and formulas.",
  heading: (count) => `${counted(count, "fault")} in the rules of the sheet`,
  why: "Copy and paste takes lists and limits away and cuts colour rules up. Repair puts these back; what people entered and your own rules and formats stay.",
  item,
  more: (count) => `and ${count} more`,
  repair: "Repair all",
  left: (count) => `${counted(count, "place")} in the Settings need you: see the list below.`,
  ask: (entry, column, typed) =>
    `${entry === "" ? column : `“${entry}”, ${column}`}: “${typed}” cannot be read, and what stood there before is not known. What should it be?`,
  askHint: "Left blank, the cell stays as it is and the default counts.",
  choose: "(choose)",
  noNumber: "This is not a number.",
  goneHeading: (count) => `${counted(count, "entry", "entries")} deleted from the Settings`,
  goneWhy:
    "Deleting a whole sheet row takes entries of several Settings tables along. Customers that use them are reported as not in the list.",
  gone: (table, name, list) => (list === null ? `${entryKinds[table]} “${name}”` : `“${name}” of the list “${list}”`),
  putBack: (count) => (count === 1 ? "Put it back" : `Put all ${count} back`),
  letGo: "Deleted on purpose",
  done: (count) => `Repaired ${counted(count, "place")}`,
};
