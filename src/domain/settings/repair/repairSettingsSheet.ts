import { isFormula, type CellValue } from "../../values/value";
import { readInstalledSchema, schemaInForce } from "../inForce";
import { settingsHeaders } from "../settings";
import type { ValueAnswers } from "../../listValues/answers";
import { locate } from "../../followUps/locate";
import type { Action } from "../../workbook/action";
import type { HealthItem } from "../../plan/healthItem";
import { project, type Workbook } from "../../workbook/project";
import type { SettingsMemory } from "../memory";
import { repairSettings } from "./repairSettings";
import type { SettingsRepair } from "./repairTable";
import type { FormulaGrid, InstalledSnapshot, ValueGrid } from "../../workbook/snapshot";

/** What the repair looks at. */
export interface RepairInput extends Workbook {
  /** What stands already; null before there is a follow-up table. */
  readonly installed: InstalledSnapshot | null;
  /** What people said of a sheet that is to be adopted. */
  readonly choices: { readonly values: ValueAnswers };
  /** What is known of Settings that cannot be read; nothing where it is left out. */
  readonly knownSettings?: KnownSettings;
}

/** What is known of cells of the Settings that cannot be read. */
export interface KnownSettings {
  readonly memory: SettingsMemory | null;
  /** What somebody said now, by `settingsCellKey`. */
  readonly said: ReadonlyMap<string, CellValue>;
}

const nothingKnown: KnownSettings = { memory: null, said: new Map() };

/** The repair of the Settings, and what a plan finds once it is carried out. */
export interface SettingsSheetRepair<Input extends RepairInput> extends SettingsRepair {
  readonly input: Input;
}

/** A header that is put back makes other faults readable, and these are repaired too: more rounds than that bring nothing. */
const mostRounds = 3;

/** The cells as they stand after the writes, formulas as such. */
function afterWrites(cells: FormulaGrid, actions: readonly Action[]): FormulaGrid {
  return actions.reduce((grid, action): FormulaGrid => {
    if (action.kind !== "writeCells" || action.sheet !== grid.sheet) return grid;
    const [right, bottom] = [
      Math.max(grid.area.column + grid.area.columns, action.area.column + action.area.columns),
      Math.max(grid.area.row + grid.area.rows, action.area.row + action.area.rows),
    ];
    const area = { ...grid.area, columns: right - grid.area.column, rows: bottom - grid.area.row };
    const formulas = Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (__, column) => {
        const [r, c] = [area.row + row - action.area.row, area.column + column - action.area.column];
        const written = action.cells[r]?.[c] ?? null;
        if (written === null) return grid.formulas[row]?.[column] ?? "";
        return typeof written === "object" ? written.formula : written;
      }),
    );
    return { sheet: grid.sheet, area, formulas };
  }, cells);
}

/** False where the values are those of a later moment, such as after a draft's own writes: then they count, without formulas. */
function agrees({ area, formulas }: FormulaGrid, settings: ValueGrid): boolean {
  return settings.values.every((cells, row) =>
    cells.every((value, column) => {
      const cell = formulas[settings.area.row + row - area.row]?.[settings.area.column + column - area.column] ?? "";
      return cell === value || (typeof cell === "string" && cell.startsWith("="));
    }),
  );
}

/**
 * Works out how the Settings are put in order before anything is planned from them: a plan on Settings that cannot be read
 * would take the defaults for the team's own rules. Without a fault the input comes back as it is.
 */
export function repairSettingsSheet<Input extends RepairInput>(input: Input): SettingsSheetRepair<Input> {
  const actions: Action[] = [];
  const items: HealthItem[] = [];
  let now = input;
  for (let round = 0; round < mostRounds; round += 1) {
    const { book, sheet, settings, installed } = now;
    const inForce = readInstalledSchema(book, settings);
    if (!inForce || !settings) break;
    const location = locate(book, sheet, settingsHeaders(inForce.settings));
    if (!location.ok) break;
    const schema = schemaInForce(location.located, inForce.settings, inForce.language, input.choices.values);
    const used = installed?.sheets.find((each) => each.sheet === settings.sheet && agrees(each, settings));
    const cells = used ?? { sheet: settings.sheet, area: settings.area, formulas: settings.values };
    const repair = repairSettings(book, inForce.issues, {
      ...(input.knownSettings ?? nothingKnown),
      cells,
      schema,
      language: inForce.language,
    });
    if (repair.actions.length === 0) break;
    actions.push(...repair.actions);
    items.push(...repair.items);
    const grids = (installed?.sheets ?? []).filter((each) => each.sheet !== settings.sheet);
    const sheets = [...grids, afterWrites(cells, repair.actions)];
    now = {
      ...now,
      ...project({ book, sheet, settings }, repair.actions),
      installed: installed && { ...installed, sheets },
    };
    // What a formula shows in its new place is not known before it stands there: another round would take it for blank.
    if (repair.actions.some((action) => action.kind === "writeCells" && movesFormula(action))) break;
  }
  return { input: now, actions, items };
}

function movesFormula({ cells }: Extract<Action, { readonly kind: "writeCells" }>): boolean {
  return cells.some((row) => row.some(isFormula));
}
