import type { HealthItem } from "../../../domain/plan/healthItem";
import { settingsTableOf } from "../settingsTableOf";
import type { HealthText } from "../types/health";
import { counted } from "./counted";
import { settingsParts } from "./settingsParts";

function validation({ damage, what, count }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `“${what}”: ${counted(count, "cell")} lost the rule for entries`;
    case "fragmented":
      return `“${what}”: entry rules in many pieces, ${counted(count, "cell")} to look at again`;
    default:
      return `“${what}”: the rule for entries was changed in ${counted(count, "cell")}`;
  }
}

function highlight({ damage, count }: HealthItem): string {
  const rules = counted(count, "colour rule");
  switch (damage) {
    case "missing":
      return `${rules} missing`;
    case "doubled":
      return `${rules} there more than once`;
    case "fragmented":
      return `${rules} cut into pieces or not over all rows`;
    case "reordered":
      return `${rules} covered by weaker ones: the order was changed`;
    default:
      return `${rules} changed`;
  }
}

function formula({ damage, what, count }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `The calculated column “${what}” is missing`;
    case "overwritten":
      return `“${what}”: ${counted(count, "formula")} typed over or deleted`;
    case "outdated":
      return `Formulas of an earlier version in ${counted(count, "column")}: shorter and faster ones that say the same take their place`;
    default:
      return `“${what}”: the formula was changed`;
  }
}

function settings({ damage, what }: HealthItem): string {
  switch (damage) {
    case "missing":
      return `Settings: “${what}” is missing and comes back with the rules in use`;
    case "fragmented":
      return `Settings: blank rows inside “${what}” are closed up`;
    default:
      return `Settings: “${what}” cannot be read and is put back`;
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
      return damage === "missing" ? `The name ${what} is missing` : `The name ${what} points to the wrong place`;
    case "id":
      return `“${what}” is blank for all ${counted(found.count, "customer")}: IDs come back, those of the log as they were`;
    case "summary":
      return damage === "missing"
        ? `The sheet “${what}” is missing and is made anew`
        : `The sheet “${what}” is to be completed`;
    case "log":
      return `The log “${what}” is missing; an empty one is made`;
    case "settingsSheet":
      return `The Settings sheet “${what}” is missing and is made anew from the customer list`;
    case "settingsTable": {
      const table = settingsTableOf(what);
      return `Settings: ${table === null ? what : settingsParts[table]} is missing and comes back with the rules in use`;
    }
    case "settingsCell":
      return settings(found);
  }
}

export const healthText: HealthText = {
  label: "Rules in the sheet",
  healthy: "The rules in the sheet are all in place: lists, limits for entries, colours and formulas.",
  heading: (count) => `${counted(count, "fault")} in the rules of the sheet`,
  why: "Copy and paste takes lists and limits away and cuts colour rules up. Repair puts these back; what people entered and your own rules and formats stay.",
  item,
  more: (count) => `and ${count} more`,
  repair: "Repair all",
  left: (count) => `${counted(count, "place")} in the Settings need you: see the list below.`,
  done: (count) => `Repaired ${counted(count, "place")}`,
  close: "Close",
};
