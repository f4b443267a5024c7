import type { HostBehaviour } from "./hostBehaviour";

const english = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!)$/;

/** True for the text by which the grid and files hold an error. */
export function isErrorText(text: string): boolean {
  return english.test(text);
}

/** Chinese Excel shows errors as English does. */
const russian: Readonly<Record<string, string>> = {
  "#N/A": "#Н/Д",
  "#VALUE!": "#ЗНАЧ!",
  "#REF!": "#ССЫЛКА!",
  "#DIV/0!": "#ДЕЛ/0!",
  "#NUM!": "#ЧИСЛО!",
  "#NAME?": "#ИМЯ?",
  "#NULL!": "#ПУСТО!",
};

/** What Excel tells of a value: an error by the name that it has in the interface's language. */
export function toldValue<T>(value: T, language: HostBehaviour["interfaceLanguage"]): T | string {
  return typeof value === "string" && language === "ru" ? (russian[value] ?? value) : value;
}
