import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { RepBook } from "../../app/log/session";
import { isoOfSerial, mondayOf } from "../../domain/values/date";
import type { ListedCustomer } from "../../domain/log/customers";
import { touchesOfWeek } from "../../domain/log/weekReport";
import { useTakeOut } from "../controls/takeOut";
import { TextTaken } from "../controls/TextTaken";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import { useTouches } from "../rep/useTouches";
import type { OwnerChoice } from "./dueGroups";
import { useWeekReport } from "./useWeekReport";

const useStyles = makeStyles({ root: { marginTop: tokens.spacingVerticalM } });

interface Props {
  readonly book: RepBook;
  /** Customers of whoever is chosen. */
  readonly customers: readonly ListedCustomer[];
  readonly me: OwnerChoice;
}

/**
 * Reminds of last week's report on Monday, and on the days after it as long as there is something to report, until it was
 * copied or put aside; once copied it can be copied again. That is remembered on this computer, for each person by the week's Monday.
 */
export function WeekReport({ book, customers, me }: Props) {
  const { memory, texts } = usePane();
  const styles = useFormStyles();
  const { root } = useStyles();
  const { today, system } = book;
  const { report } = texts.rep.today;
  const monday = mondayOf(today, system);
  const week = isoOfSerial(monday, system);
  const key = `report.${me ?? ""}`;
  const [done, setDone] = useState(() => memory.read(key) === week);
  const { taken, copy } = useTakeOut();
  const touches = useTouches();
  const reportOf = useWeekReport(book, customers, me);
  const reminds = today === monday || touchesOfWeek(touches, "last", me, book).length > 0;
  const finish = () => {
    memory.write(key, week);
    setDone(true);
  };
  const copyReport = async () => {
    // Whoever has to copy by hand says when it is done.
    if (await copy(reportOf("last"))) finish();
  };
  if (done)
    return taken === null ? null : (
      <div className={mergeClasses(styles.notice, styles.good, root)} data-testid="report-done">
        <TextTaken taken={taken} copy={copy} copied={report.copied} />
        <Button size="small" onClick={() => void copyReport()} data-testid="report-again">
          {report.again}
        </Button>
      </div>
    );
  if (!reminds) return null;
  return (
    <section
      aria-label={report.open}
      className={mergeClasses(styles.notice, styles.warn, root)}
      data-testid="report-banner"
    >
      <p className={styles.line}>{report.open}</p>
      <div className={styles.actions}>
        <Button size="small" onClick={() => void copyReport()} data-testid="report-copy">
          {report.copy}
        </Button>
        <Button size="small" appearance="subtle" onClick={finish} data-testid="report-dismiss">
          {report.dismiss}
        </Button>
      </div>
      <TextTaken taken={taken} copy={copy} copied={report.copied} />
    </section>
  );
}
