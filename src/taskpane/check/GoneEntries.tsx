import { Button, mergeClasses } from "@fluentui/react-components";
import { isKnownList } from "../../domain/schema/lists";
import { workbookText } from "../../domain/schema/workbookText";
import type { GoneEntry } from "../../domain/settings/memory";
import { isoOfSerial } from "../../domain/values/date";
import { useRowStyles } from "../controls/row.styles";
import { usePane, useSessionState } from "../pane";
import type { HealthText } from "../text/types/health";
import { useRepairStyles } from "./repair.styles";

interface Props {
  readonly gone: readonly GoneEntry[];
  readonly words: HealthText;
}

/** Entries that were deleted from the Settings: one press puts them back, another says that it was meant. */
export function GoneEntries({ gone, words }: Props) {
  const { session, language } = usePane();
  const { busy } = useSessionState();
  const rows = useRowStyles();
  const styles = useRepairStyles();
  const system = session.schema.subject()?.system ?? 1900;
  const nameOf = ({ name }: GoneEntry) => (typeof name === "number" ? isoOfSerial(name, system) : String(name));
  const listOf = ({ list }: GoneEntry) =>
    list !== null && isKnownList(list) ? workbookText[language].settings.lists[list] : list;
  const press = (act: (entries: readonly GoneEntry[]) => Promise<void>) => () => {
    if (busy === null) void act(gone);
  };
  return (
    <div data-testid="settings-gone">
      <h3 className={styles.heading}>{`⚠ ${words.goneHeading(gone.length)}`}</h3>
      <ul className={mergeClasses(styles.items, rows.wrap)}>
        {gone.map((entry) => (
          <li key={`${entry.table} ${entry.key}`}>{words.gone(entry.table, nameOf(entry), listOf(entry))}</li>
        ))}
      </ul>
      <p className={mergeClasses(rows.secondary, styles.text)}>{words.goneWhy}</p>
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={busy !== null}
          onClick={press(session.schema.putBack)}
          data-testid="gone-back"
        >
          {words.putBack(gone.length)}
        </Button>
        <Button
          size="small"
          disabledFocusable={busy !== null}
          onClick={press(session.schema.letGo)}
          data-testid="gone-meant"
        >
          {words.letGo}
        </Button>
      </div>
    </div>
  );
}
