import type { Book } from "../book/book";
import { createDispatcher } from "../protocol/dispatcher";
import type { Dispatcher } from "../protocol/dispatcher";
import { hostClass } from "../protocol/hostObject";
import type { HostObject } from "../protocol/hostObject";
import { rangeClass } from "./range";
import { rangeAreasClass } from "./rangeAreas";
import { registerClasses } from "./registry";
import { workbookClass } from "./workbook";
import { worksheetClass } from "./worksheet";

const addinService = hostClass<null>({
  name: "AddinInternalService",
  methods: { NotifyActionHandlerReady: { since: "1.1", call: () => undefined } },
});

const runtimeService = hostClass<{ visible: (visible: boolean) => void }>({
  name: "AppRuntimeService",
  methods: {
    SetAppRuntimeState: { since: "1.1", call: ({ visible }, [state]) => visible(state === "Visible") },
    GetAppRuntimeState: { since: "1.1", call: () => "Visible" },
  },
});

const startup = { state: "Inactive" };
const startupService = hostClass<{ state: string }>({
  name: "AppRuntimePersistenceService",
  methods: {
    SetAppRuntimeStartState: {
      since: "1.1",
      call: (target, [state]) => {
        target.state = String(state);
      },
    },
    GetAppRuntimeStartState: { since: "1.1", call: (target) => target.state },
  },
});

/**
 * The host's answer to every request of the add-in.
 * @param showPane called when the add-in shows or hides its pane
 */
export function createHost(book: Book, showPane: (visible: boolean) => void): Dispatcher {
  registerClasses({ Range: rangeClass, RangeAreas: rangeAreasClass, Worksheet: worksheetClass });
  const services = new Map<string, () => HostObject>([
    ["Microsoft.InternalService.AddinInternalService", () => addinService.of(null)],
    ["Microsoft.AppRuntime.AppRuntimeService", () => runtimeService.of({ visible: showPane })],
    ["Microsoft.AppRuntime.AppRuntimePersistenceService", () => startupService.of(startup)],
  ]);
  return createDispatcher({ root: workbookClass.of(book), services, requirementSet: book.behaviour.requirementSet });
}
