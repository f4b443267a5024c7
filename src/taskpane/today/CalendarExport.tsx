import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { RepBook } from "../../app/log/session";
import { calendarFile, reminderWeeks } from "../../domain/log/calendarFile";
import type { ListedCustomer } from "../../domain/log/customers";
import { useFormStyles } from "../controls/form.styles";
import type { TextFile } from "../controls/takeOut";
import { usePane } from "../pane";

const alarmKey = "calendarAlarm";
/** When the calendar may speak up, in minutes from midnight. */
const alarms: readonly number[] = [480, 510, 540, 570, 600, 840];
const usualAlarm = 540;
const silent = "none";

const clock = (minutes: number) => `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, "0")}`;

interface Props {
  readonly book: RepBook;
  /** Customers of whoever is chosen. */
  readonly customers: readonly ListedCustomer[];
  readonly save: (text: string, file: TextFile) => void;
}

/** The next dates as a calendar file, with what it should do. The choice of the alarm is remembered on this computer. */
export function CalendarExport({ book, customers, save }: Props) {
  const { texts, language, memory } = usePane();
  const styles = useFormStyles();
  const words = texts.rep.today.export;
  const [alarm, setAlarm] = useState<number | null>(() => {
    const kept = memory.read(alarmKey);
    return kept === silent ? null : (alarms.find((minutes) => String(minutes) === kept) ?? usualAlarm);
  });
  const [weekly, setWeekly] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const choose = (value: string) => {
    memory.write(alarmKey, value);
    setAlarm(value === silent ? null : Number(value));
  };
  const appointments = customers.flatMap(({ id, name, state, nextDate, phone, ...rest }) =>
    state === "open" && nextDate !== null
      ? [{ ...rest, customerId: id, customer: name, phone: String(phone), day: nextDate }]
      : [],
  );
  const overdue = appointments.filter(({ day }) => day < book.today).length;
  const make = () => {
    if (appointments.length === 0 && !weekly) {
      setSaid(words.noAppointments);
      return;
    }
    setSaid(words.inFile(appointments.length, overdue));
    const now = new Date();
    const file = calendarFile({
      appointments,
      alarm,
      weekly,
      today: book.today,
      system: book.system,
      language,
      stamp: now.toISOString().replace(/[-:]|\.\d+/g, ""),
      sequence: Math.floor(now.getTime() / 60_000),
    });
    save(file, { name: "follow-up.ics", type: "text/calendar" });
  };
  return (
    <div className={styles.form} role="group" aria-label={words.calendarGroup}>
      <Field label={words.alarm} size="small">
        <Select
          size="small"
          value={alarm === null ? silent : String(alarm)}
          onChange={(_, { value }) => choose(value)}
          data-testid="calendar-alarm"
        >
          {alarms.map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {words.alarmAt(clock(minutes))}
            </option>
          ))}
          <option value={silent}>{words.noAlarm}</option>
        </Select>
      </Field>
      <Checkbox
        label={words.weekly(reminderWeeks)}
        checked={weekly}
        onChange={(_, { checked }) => setWeekly(checked === true)}
        data-testid="calendar-weekly"
      />
      <div className={styles.actions}>
        <Button size="small" onClick={make} data-testid="calendar">
          {words.calendar}
        </Button>
      </div>
      {said !== null && (
        <p role="status" className={styles.notice} data-testid="calendar-said">
          {said}
        </p>
      )}
    </div>
  );
}
