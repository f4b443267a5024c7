import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import { timelineOf } from "../../domain/log/readLog";
import { useFormStyles } from "../controls/form.styles";
import { usePane, useRepState } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { fullDay, nearDay } from "../text/dayText";

const useStyles = makeStyles({ summary: { lineHeight: "24px", cursor: "pointer" } });

/** Entries that are shown; a customer of years has hundreds. */
const mostEntries = 20;

/** What was said and agreed with a customer, the latest first. */
export function Timeline({ customer, book }: { readonly customer: ListedCustomer; readonly book: RepBook }) {
  const { texts } = usePane();
  const { log } = useRepState();
  const rows = useRowStyles();
  const styles = useFormStyles();
  const own = useStyles();
  const { timeline } = texts.rep;
  if (log === null) return null;
  const entries = timelineOf(log.touches, customer.id).slice(0, mostEntries);
  return (
    <details data-testid="timeline">
      {/* Excel on the web moves the focus by itself, and passes over summaries that are no stop of their own. */}
      <summary tabIndex={0} className={own.summary}>
        {timeline.title} <span className={rows.number}>{entries.length}</span>
      </summary>
      {log.problems.length > 0 && (
        <p className={mergeClasses(styles.notice, styles.warn)}>{timeline.problems(log.problems.length)}</p>
      )}
      {entries.length === 0 && <p className={rows.secondary}>{timeline.empty}</p>}
      <ol className={rows.list}>
        {entries.map((touch) => {
          const moved = touch.fromStage !== touch.toStage && touch.toStage !== "";
          const details = [
            touch.kind === "contact" ? touch.method : timeline.kind(touch.kind),
            touch.who,
            touch.result,
            moved ? timeline.stage(touch.fromStage, touch.toStage) : "",
            touch.promised === null ? "" : timeline.promised(nearDay(touch.promised, book.today, book.system, texts)),
            timeline.promise(touch.promise),
          ];
          return (
            <li key={touch.row} className={rows.wrap} title={timeline.row(touch.row)}>
              <span title={touch.date === null ? undefined : fullDay(touch.date, book.system, texts)}>
                {touch.date === null ? "—" : nearDay(touch.date, book.today, book.system, texts)}
              </span>{" "}
              <span className={rows.secondary}>{details.filter(Boolean).join(" · ")}</span>
              {touch.content !== "" && <div>{touch.content}</div>}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
