import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import { workingDayFrom } from "../../domain/log/nextDates";
import { mondayOf } from "../../domain/values/date";
import { useFormStyles } from "../controls/form.styles";
import { useMe } from "../owner";
import { usePane, useRepState } from "../pane";
import { useAttempt } from "../rep/useAttempt";
import { headerDay } from "../text/dayText";
import { ReasonForm } from "./ReasonForm";
import { Reschedule } from "./RowActions";
import { Transfer } from "./Transfer";

const useStyles = makeStyles({
  // What is ticked and what to do with it stay in sight below a long list.
  root: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});

type Tool = "transfer" | "reschedule" | "postpone";

interface Props {
  readonly book: RepBook;
  readonly customers: readonly ListedCustomer[];
  /** Rows that one press ticks, and whether they all are. */
  readonly all: { readonly count: number; readonly areTicked: boolean; readonly toggle: () => void };
  /** Something was saved for all that were ticked. */
  readonly onSaved: () => void;
  readonly onEnd: () => void;
}

/** What can be done with the customers that are ticked: move their dates, or hand them over. */
export default function BulkBar({ book, customers, all, onSaved, onEnd }: Props) {
  const { session, texts } = usePane();
  const { saving } = useRepState();
  const { me } = useMe();
  const styles = useStyles();
  const forms = useFormStyles();
  const [tool, setTool] = useState<Tool | null>(null);
  const end = useRef<HTMLButtonElement>(null);
  const { today } = texts.rep;
  const monday = workingDayFrom(book.schema.calendar, book.system)(mondayOf(book.today, book.system) + 7);
  const none = customers.length === 0;
  const done = () => {
    setTool(null);
    onSaved();
    // The form with the button that was pressed has gone.
    end.current?.focus();
  };
  const moveToMonday = (reason: string, who: string) => session.rep.reschedule(customers, () => monday, reason, who);
  const postpone = useAttempt(async () => {
    if (me !== null && (await moveToMonday("", me))) done();
  });
  const open = (next: Tool) => () => {
    if (!none) setTool(tool === next ? null : next);
  };
  return (
    <div className={styles.root} role="group" aria-label={today.select} data-testid="bulk">
      {tool === "transfer" && !none && <Transfer customers={customers} book={book} onDone={done} />}
      {tool === "reschedule" && !none && <Reschedule customers={customers} book={book} onDone={done} />}
      {tool === "postpone" && !none && (
        <ReasonForm
          book={book}
          label={today.postpone(headerDay(monday, book.system, texts))}
          isReady
          save={moveToMonday}
          onDone={done}
          buttonId="postpone-apply"
        />
      )}
      <div className={forms.actions}>
        <span className={styles.count} role="status" data-testid="bulk-count">
          {today.chosen(customers.length)}
        </span>
        <Button size="small" appearance="subtle" onClick={all.toggle} data-testid="bulk-all">
          {all.areTicked ? today.noneOf : today.all(all.count)}
        </Button>
        <Button ref={end} size="small" appearance="subtle" onClick={onEnd} data-testid="bulk-end">
          {today.done}
        </Button>
      </div>
      <div className={forms.actions}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={none || saving}
          onClick={() => {
            // Whoever has not said who they are is asked first: the log names them.
            if (me === null) open("postpone")();
            else if (!none && !saving) postpone();
          }}
          data-testid="bulk-monday"
        >
          {today.postpone(headerDay(monday, book.system, texts))}
        </Button>
        {(["reschedule", "transfer"] as const).map((each) => (
          <Button
            key={each}
            size="small"
            aria-expanded={tool === each}
            disabledFocusable={none}
            onClick={open(each)}
            data-testid={`bulk-${each}`}
          >
            {today[each]}
          </Button>
        ))}
      </div>
    </div>
  );
}
