import { settingsKey, type StoreEdits } from "../../domain/bookkeeping/store";
import type { SchemaDraft } from "../../domain/schema/draft";
import { isSettingsTable } from "../../domain/schema/settingsNames";
import { withoutDrafted } from "../../domain/settings/draftedAway";
import { readInstalledSchema } from "../../domain/settings/inForce";
import { encodeMemory, remember, type SettingsMemory } from "../../domain/settings/memory";
import type { Action } from "../../domain/workbook/action";
import { project, type Workbook } from "../../domain/workbook/project";
import type { ValueGrid } from "../../domain/workbook/snapshot";
import type { WorkbookPort } from "../ports";
import type { KeptPlan } from "../restore/keep";
import type { Planning } from "../transaction";
import { standingIn, type SettingsMemoryKeeper } from "./settingsMemory";

/** A grid to write a new Settings sheet into, where the workbook has none. */
function newGrid(actions: readonly Action[]): ValueGrid | null {
  const made = actions.find((action) => action.kind === "createTable" && isSettingsTable(action.name));
  if (made?.kind !== "createTable") return null;
  return { sheet: made.sheet, area: { row: 0, column: 0, rows: 1, columns: 1 }, values: [[""]] };
}

/** What is remembered once the actions stand; null where the workbook has no Settings then. */
export function memoryAfter(
  before: SettingsMemory | null,
  { book, sheet, settings }: Workbook,
  actions: readonly Action[],
): SettingsMemory | null {
  const after = project({ book, sheet, settings: settings ?? newGrid(actions) }, actions);
  const inForce = readInstalledSchema(after.book, after.settings);
  const standing = standingIn({ ...after, inForce });
  return standing ? remember(before, standing) : null;
}

/** The memory as it is written down. Who gives the change back takes it out: it would miss what the change had added. */
export function memoryEdits(memory: SettingsMemory): StoreEdits {
  return { texts: new Map([[settingsKey, encodeMemory(memory)]]), bound: [settingsKey] };
}

interface Remembering<Found> {
  readonly port: Pick<WorkbookPort, "readWorkbook" | "readValues">;
  readonly keeper: SettingsMemoryKeeper;
  /** The workbook that the plan was made on. */
  readonly on: (found: Found) => Workbook;
  /** What the memory loses with the plan; nothing where it is left out. */
  readonly losing?: (memory: SettingsMemory) => SettingsMemory;
}

/** A planning whose plan also keeps what the Settings say once it stands. For carrying out alone: a preview needs none of it. */
export function rememberingSettings<Found, Planned extends KeptPlan, Refused>(
  { port, keeper, on, losing = (memory) => memory }: Remembering<Found>,
  { read, plan }: Planning<Found, Planned, Refused>,
): Planning<Found, Planned & KeptPlan, Refused> {
  return {
    read,
    plan: async (found) => {
      const planned = await plan(found);
      if (!planned.ok) return planned;
      const workbook = on(found);
      await keeper.recall(port, workbook.book);
      const before = keeper.now();
      const memory = memoryAfter(before && losing(before), workbook, planned.value.actions);
      if (memory === null) return planned;
      const { texts, bound } = memoryEdits(memory);
      const also = planned.value.remembered;
      const remembered = {
        texts: new Map([...(also?.texts ?? []), ...texts]),
        bound: [...(also?.bound ?? []), ...bound],
      };
      return { ok: true, value: { ...planned.value, remembered } };
    },
  };
}

/** Has the memory follow a draft that was carried out: what it took away is not missed. */
export function followDraft(keeper: SettingsMemoryKeeper, draft: SchemaDraft): void {
  const memory = keeper.now();
  if (memory) keeper.set(withoutDrafted(memory, draft));
}
