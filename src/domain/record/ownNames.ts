import { followUpTable } from "../followUps/followUps";
import { keptName } from "../followUps/keptHeaders";
import { logTable } from "../log/logColumns";
import { figureNames } from "../measures/figures";
import { listNames } from "../schema/lists";
import { beganName, countingName, languageName, settingsTables, todayName } from "../schema/settingsNames";
import { summaryAreaName } from "../summary/summarySheet";
import { summaryValuesName } from "../summary/summaryValues";

const ownNames: ReadonlySet<string> = new Set([
  followUpTable,
  logTable,
  ...Object.values(settingsTables),
  ...Object.values(listNames),
  ...Object.values(figureNames),
  todayName,
  languageName,
  countingName,
  beganName,
  keptName,
  summaryAreaName,
  summaryValuesName,
]);

/** True for a name that the add-in gives to its tables and cells in every workbook: it says nothing of whose workbook it is. */
export function isOwnName(name: string): boolean {
  return ownNames.has(name) || /^FU_List_\d{1,3}$/.test(name);
}
