/** Ribbon functions. They run in the pane's page (shared runtime), so they work on the same session as the pane. */
import type { Session } from "../app/session/session";
import type { CommandName } from "./names";
import { commandNames } from "./names";

interface PaneDoor {
  readonly session: Session;
  readonly openTab: (tab: "check" | "log") => void;
}

/** Brings the pane to the front. Without a shared runtime there is no such call, and then no ribbon function either. */
async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) await Office.addin.showAsTaskpane();
}

/** Connects the names in the manifest with what they do. */
export function registerCommands({ session, openTab }: PaneDoor): void {
  const commands: Readonly<Record<CommandName, () => Promise<void>>> = {
    check: async () => {
      openTab("check");
      await showPane();
      await session.check();
    },
    logTouch: async () => {
      openTab("log");
      await showPane();
    },
  };
  for (const name of commandNames) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // Excel keeps the button dead until it is told that the function is done, however it went.
      void commands[name]().finally(() => event.completed());
    });
  }
}
