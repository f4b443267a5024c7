import { Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { isoOfSerial, serialOfIso, type DateSystem } from "../../domain/values/date";
import { readPlainDate } from "../../domain/values/date";
import type { SchemaDraft } from "../../domain/schema/draft";
import { workbookText } from "../../domain/schema/workbookText";
import { usePane } from "../pane";
import { LinesControl } from "./controls";
import { useSchemaStyles } from "./schema.styles";
import { keyName } from "./useSchema";

interface Props {
  readonly draft: SchemaDraft;
  readonly system: DateSystem;
  readonly onEdit: (draft: SchemaDraft) => void;
}

/** How days are counted, and which days are off or worked against the calendar. */
export function CalendarEditor({ draft, system, onEdit }: Props) {
  const { texts, language } = usePane();
  const styles = useSchemaStyles();
  const [wrong, setWrong] = useState<Readonly<Record<"off" | "on", readonly string[]>>>({ off: [], on: [] });
  const { calendar } = draft;
  const days = (which: "off" | "on") => (
    <LinesControl
      label={texts.schema.days(keyName("calendar", which, language))}
      lines={calendar[which].map((day) => isoOfSerial(day, system))}
      problem={wrong[which].length > 0 ? texts.schema.badDays(wrong[which]) : undefined}
      onCommit={(lines) => {
        const read = lines.map((line) => serialOfIso(line, system) ?? readPlainDate(line, system));
        setWrong({ ...wrong, [which]: lines.filter((_, at) => (read[at] ?? null) === null) });
        const serials = [...new Set(read.filter((day) => day !== null))].sort((a, b) => a - b);
        onEdit({ ...draft, calendar: { ...calendar, [which]: serials } });
      }}
      testId={`days-${which}`}
    />
  );
  const { counting } = workbookText[language];
  return (
    <div className={styles.form}>
      <RadioGroup
        layout="horizontal"
        aria-label={keyName("calendar", "counting", language)}
        value={calendar.counting}
        onChange={(_, data) =>
          onEdit({ ...draft, calendar: { ...calendar, counting: data.value === "working" ? "working" : "calendar" } })
        }
      >
        {/* One stop for Tab; the arrows go on from there. */}
        <Radio
          value="calendar"
          label={counting.calendar}
          input={{ tabIndex: calendar.counting === "calendar" ? 0 : -1 }}
        />
        <Radio
          value="working"
          label={counting.working}
          input={{ tabIndex: calendar.counting === "working" ? 0 : -1 }}
          data-testid="counting-working"
        />
      </RadioGroup>
      {days("off")}
      {days("on")}
    </div>
  );
}
