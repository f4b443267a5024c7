import { Field, Input, Select } from "@fluentui/react-components";
import type { SettingsIssue } from "../../domain/plan/settingsIssue";
import { workbookText } from "../../domain/schema/workbookText";
import { settingsCellKey } from "../../domain/settings/memory";
import { columnHeaders } from "../../domain/settings/tables";
import type { CellValue } from "../../domain/values/value";
import { usePane } from "../pane";
import type { HealthText } from "../text/types/health";

/** What somebody typed or chose for cells that cannot be read, by `settingsCellKey`. */
export type Said = ReadonlyMap<string, string>;

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

/** What was said as the cells will hold it, without what is blank or no number. */
export function saidCells(asks: readonly SettingsIssue[], said: Said): ReadonlyMap<string, CellValue> {
  return new Map(
    asks.flatMap((ask): readonly (readonly [string, CellValue])[] => {
      const key = settingsCellKey(ask);
      const text = said.get(key)?.trim() ?? "";
      if (text === "") return [];
      if (ask.problem.kind === "unknownWord") return [[key, text]];
      return isNumber(text) ? [[key, Number(text)]] : [];
    }),
  );
}

interface Props {
  readonly asks: readonly SettingsIssue[];
  readonly said: Said;
  readonly words: HealthText;
  readonly onSay: (said: Said) => void;
}

/** Cells of the Settings that cannot be read and of which nothing is remembered: what they should hold is asked, and nothing is preset. */
export function SettingsAsks({ asks, said, words, onSay }: Props) {
  const { language } = usePane();
  return (
    <>
      {asks.map((ask) => {
        const { problem, table, at } = ask;
        const key = settingsCellKey(ask);
        const value = said.get(key) ?? "";
        const say = (text: string) => onSay(new Map([...said, [key, text]]));
        const header =
          table === "counting" || table === "lists"
            ? workbookText[language].settings.counting
            : (columnHeaders(table, language).get(at?.column ?? "") ?? "");
        const typed = "value" in problem ? String(problem.value) : "";
        const isWrong = problem.kind === "notANumber" && value.trim() !== "" && !isNumber(value);
        return (
          <Field
            key={key}
            size="small"
            label={words.ask(at?.entry ?? "", header, typed)}
            hint={words.askHint}
            {...(isWrong ? { validationMessage: words.noNumber } : {})}
          >
            {problem.kind === "unknownWord" ? (
              <Select size="small" value={value} onChange={(_, data) => say(data.value)} data-testid="health-ask">
                <option value="">{words.choose}</option>
                {problem.allowed.map((word) => (
                  <option key={word} value={word}>
                    {word}
                  </option>
                ))}
              </Select>
            ) : (
              <Input
                size="small"
                inputMode="decimal"
                value={value}
                onChange={(_, data) => say(data.value)}
                data-testid="health-ask"
              />
            )}
          </Field>
        );
      })}
    </>
  );
}
