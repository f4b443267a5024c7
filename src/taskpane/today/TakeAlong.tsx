import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { RepBook } from "../../app/log/session";
import type { CheckResult } from "../../app/subject";
import type { ListedCustomer } from "../../domain/log/customers";
import { digestText, type DigestItem } from "../../domain/log/digest";
import type { SecondFollowUp } from "../../domain/log/secondFollowUp";
import { useTakeOut } from "../controls/takeOut";
import { TextTaken } from "../controls/TextTaken";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import { useTouches } from "../rep/useTouches";
import { CalendarExport } from "./CalendarExport";
import { dueSections, type OwnerChoice } from "./dueGroups";
import { useWeekReport } from "./useWeekReport";

const useStyles = makeStyles({
  details: {
    marginTop: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  root: { rowGap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS },
});

interface Props {
  readonly book: RepBook;
  readonly check: CheckResult;
  readonly customers: readonly ListedCustomer[];
  readonly second: readonly SecondFollowUp[];
  readonly me: OwnerChoice;
}

/** Today's list and the weekly reports as text, the next dates as a calendar file, as often as somebody wants. Nothing is sent. */
export function TakeAlong({ book, check, customers, second, me }: Props) {
  const { texts, language } = usePane();
  const forms = useFormStyles();
  const styles = useStyles();
  const { taken, copy, save } = useTakeOut();
  const [what, setWhat] = useState<"digest" | "report">("digest");
  const touches = useTouches();
  const report = useWeekReport(book, customers, me);
  const words = texts.rep.today.export;
  const copyDigest = () => {
    const byRow = new Map(customers.map((customer) => [customer.row, customer]));
    const due = dueSections(check.due, me, new Set(byRow.keys())).map(({ group, items, total }) => ({
      group,
      total,
      items: items.map(({ row, customer, owner, stage, note, days }): DigestItem => {
        const unlisted = { id: "", name: customer, owner, stage, nextStep: "", words: note, values: [] };
        return { customer: byRow.get(row) ?? unlisted, days };
      }),
    }));
    setWhat("digest");
    void copy(
      digestText({
        groups: [
          ...due.filter(({ group }) => group !== "revisit"),
          {
            group: "secondFollowUp",
            items: second.map(({ customer }) => ({ customer, days: null })),
            total: second.length,
          },
        ],
        touches,
        columns: book.records.columns,
        who: me,
        today: book.today,
        system: book.system,
        tomorrow: customers.filter(({ state, nextDate }) => state === "open" && nextDate === book.today + 1).length,
        language,
      }),
    );
  };
  const copyReport = (week: "last" | "this") => {
    setWhat("report");
    void copy(report(week));
  };
  return (
    <details className={styles.details} data-testid="take-along">
      <summary>{words.title}</summary>
      <div className={mergeClasses(forms.form, styles.root)}>
        <div className={forms.actions}>
          <Button size="small" onClick={copyDigest} data-testid="digest">
            {words.digest}
          </Button>
          <Button size="small" onClick={() => copyReport("this")} data-testid="report-this">
            {words.reportOf.this}
          </Button>
          <Button size="small" onClick={() => copyReport("last")} data-testid="report-last">
            {words.reportOf.last}
          </Button>
        </div>
        <CalendarExport book={book} customers={customers} save={save} />
        <TextTaken
          taken={taken}
          copy={copy}
          copied={taken?.file ? words.calendarCopied : what === "digest" ? words.digestCopied : words.reportCopied}
        />
        {taken?.file && <p className={forms.small}>{words.calendarHint}</p>}
        <p className={forms.small}>{words.nothingSent}</p>
      </div>
    </details>
  );
}
