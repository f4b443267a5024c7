import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import { timelineOf } from "../../domain/log/readLog";
import type { Touch } from "../../domain/log/touch";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import { useTouches } from "../rep/useTouches";
import { fullDay, nearDay } from "../text/dayText";

const useStyles = makeStyles({
  // Chinese breaks between words and after punctuation: a date stays whole.
  about: { wordBreak: "keep-all" },
  touch: { padding: `${tokens.spacingVerticalXS} 0` },
  words: { overflowWrap: "anywhere", whiteSpace: "pre-line" },
});

/** Touches that are shown before somebody asks for the others. */
const mostAtFirst = 3;

function Line({ touch, book }: { readonly touch: Touch; readonly book: RepBook }) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const { timeline } = texts.rep;
  const near = (day: number) => nearDay(day, book.today, book.system, texts);
  const moved = touch.fromStage !== touch.toStage && touch.toStage !== "";
  const details = [
    touch.kind === "contact" ? touch.method : timeline.kind(touch.kind),
    touch.who,
    touch.result,
    moved ? timeline.stage(touch.fromStage, touch.toStage) : "",
    // How the promise that stood before it fared, and the one that it gave.
    timeline.promise(touch.promise),
    touch.promised === null ? "" : timeline.promised(near(touch.promised)),
  ];
  return (
    <li className={styles.touch} title={timeline.row(touch.row)} data-testid="card-touch">
      <span title={touch.date === null ? undefined : fullDay(touch.date, book.system, texts)}>
        {touch.date === null ? texts.card.none : near(touch.date)}
      </span>{" "}
      <span className={mergeClasses(rows.secondary, rows.wrap, styles.about)}>
        {details.filter(Boolean).join(" · ")}
      </span>
      {touch.content !== "" && <div className={styles.words}>{touch.content}</div>}
    </li>
  );
}

/** What was said and agreed, the latest first; all of it on request. */
export function Touches({ customer, book }: { readonly customer: ListedCustomer; readonly book: RepBook }) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const [whole, setWhole] = useState(false);
  const touches = useTouches();
  const entries = customer.id === "" ? [] : timelineOf(touches, customer.id);
  const shown = whole ? entries : entries.slice(0, mostAtFirst);
  return (
    <section data-testid="card-touches">
      <h3 className={sections.heading}>{texts.card.recent}</h3>
      {entries.length === 0 && <p className={rows.secondary}>{texts.rep.timeline.empty}</p>}
      <ol className={rows.list}>
        {shown.map((touch) => (
          <Line key={touch.row} touch={touch} book={book} />
        ))}
      </ol>
      {entries.length > shown.length && (
        <Link as="button" onClick={() => setWhole(true)} data-testid="card-more">
          {texts.card.more(entries.length - shown.length)}
        </Link>
      )}
    </section>
  );
}
