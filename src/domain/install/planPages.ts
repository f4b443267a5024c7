import { findLog } from "../log/logSheet";
import { settingsTables } from "../schema/settingsNames";
import type { SettingsPlaces } from "../summary/summaryPage";
import type { Action } from "../workbook/action";
import { isPlainPage, listPage } from "../workbook/pages";
import type { SetUpSubject } from "./setUpInput";

/**
 * How the lists of a workbook are printed: the follow-up sheet, the Settings and the log, where nobody has set that up. It comes along
 * with other changes and is never a reason for one: an Excel without a printer sets up no page.
 * @param settings the Settings tables as they will stand
 * @param log title of the log's sheet
 */
export function planPages(
  { input: { book, installed }, located }: SetUpSubject,
  settings: SettingsPlaces,
  log: string,
): readonly Action[] {
  const table = settings.find(({ name }) => name === settingsTables.fields);
  const lists = [
    { sheet: located.records.sheet, header: located.area.row },
    ...(table ? [{ sheet: table.sheet, header: table.area.row }] : []),
    { sheet: log, header: findLog(book)?.area.row ?? 0 },
  ];
  const isThere = new Set(book.sheets.map(({ name }) => name));
  const isPlain = (sheet: string) => {
    const page = installed?.pages.find((one) => one.sheet === sheet);
    return page ? isPlainPage(page) : !isThere.has(sheet);
  };
  return lists.flatMap(({ sheet, header }): readonly Action[] =>
    isPlain(sheet) ? [{ kind: "setPageLayout", sheet, layout: listPage(header) }] : [],
  );
}
