import { figureNames } from "../../domain/measures/figures";
import { fieldName } from "../../domain/schema/fieldName";
import { isKnownList, listNames } from "../../domain/schema/lists";
import { countingName, languageName, todayName } from "../../domain/schema/settingsNames";
import type { FigureTerm } from "../../domain/schema/terms/terms";
import { workbookText } from "../../domain/schema/workbookText";
import type { Language } from "../../domain/values/language";

/** What a defined name of ours is for, as far as people see anything of it. */
export type NameUse =
  | { readonly of: "today" | "language" | "counting" | "summary" | "ownList" | "other" }
  /** The entries that cells of a column are picked from, by what the column is called. */
  | { readonly of: "list"; readonly list: string }
  | { readonly of: "figure"; readonly figure: FigureTerm };

const cells = { [todayName]: "today", [languageName]: "language", [countingName]: "counting" } as const;

function isFigure(key: string): key is FigureTerm & keyof typeof figureNames {
  return key in figureNames;
}

function isList(key: string): key is keyof typeof listNames {
  return key in listNames;
}

/** What the name is for, in words of one language. */
export function nameUse(name: string, language: Language): NameUse {
  const cell = Object.entries(cells).find(([each]) => each === name)?.[1];
  if (cell) return { of: cell };
  if (name.startsWith("FU_Summary")) return { of: "summary" };
  if (name.startsWith("FU_List_")) return { of: "ownList" };
  const list = Object.keys(listNames)
    .filter(isList)
    .find((key) => listNames[key] === name);
  if (list)
    return {
      of: "list",
      list: isKnownList(list) ? workbookText[language].settings.lists[list] : fieldName(list, language),
    };
  const figure = Object.keys(figureNames)
    .filter(isFigure)
    .find((key) => figureNames[key] === name);
  return figure ? { of: "figure", figure } : { of: "other" };
}
