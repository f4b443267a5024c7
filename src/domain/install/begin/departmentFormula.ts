import { cellReference } from "../../followUps/followUps";
import { settingsTables } from "../../schema/settingsNames";
import { columnHeader } from "../../settings/tables";
import type { Language } from "../../values/language";
import { referenceTo } from "../../workbook/columnReference";

/**
 * The formula of a department column: the team that the Settings give the row's owner; blank for an owner without one, or one that
 * is not listed. Not MATCH by the name itself: to it "??" is every name of two characters. In words that Excel 2016, WPS and
 * LibreOffice know.
 * @param ownerHeader header of the column in which the owner stands
 */
export function departmentFormula(ownerHeader: string, language: Language): string {
  const column = (name: "name" | "team") =>
    referenceTo("all", settingsTables.owners, columnHeader("owners", name, language));
  const owner = cellReference(ownerHeader);
  const row = `MATCH(TRUE,INDEX(${column("name")}&""=TRIM(${owner}),0),0)`;
  return `=IF(TRIM(${owner})="","",IFERROR(INDEX(${column("team")},${row})&"",""))`;
}
