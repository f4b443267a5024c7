import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { RepBook } from "../../app/log/session";
import type { CheckResult } from "../../app/subject";
import type { ListedCustomer } from "../../domain/log/customers";
import { secondFollowUps } from "../../domain/log/secondFollowUp";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import { Receipt } from "../rep/Receipt";
import { RepProblemBar } from "../rep/RepProblemBar";
import type { OwnerChoice } from "./dueGroups";
import type { BulkProps } from "./ReasonForm";
import { Reschedule } from "./RowActions";
import { SecondFollowUps } from "./SecondFollowUps";
import { TakeAlong } from "./TakeAlong";
import { Transfer } from "./Transfer";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalM,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  tool: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
});

/** Customers that can be chosen at once in the pane; a longer list is better narrowed by owner. */
const mostChoices = 100;

/** Several customers at once: hand them over, or move their dates for a holiday. */
function Bulk({ book, customers: all, me }: Omit<BulkProps, "onDone">) {
  const { texts } = usePane();
  const styles = useStyles();
  const forms = useFormStyles();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tool, setTool] = useState<"transfer" | "reschedule" | null>(null);
  const { today } = texts.rep;
  const open = all
    .filter(({ id, state }) => id !== "" && state === "open")
    .sort((a, b) => Number(b.keyAccount) - Number(a.keyAccount));
  const customers = open.filter(({ id }) => chosen.has(id));
  const done = () => {
    setChosen(new Set());
    setTool(null);
  };
  return (
    <details data-testid="bulk">
      <summary>
        {today.select} · {today.chosen(customers.length)}
      </summary>
      <div className={styles.tool}>
        <div className={forms.actions}>
          <Button
            size="small"
            onClick={() => setChosen(new Set(open.slice(0, mostChoices).map(({ id }) => id)))}
            data-testid="bulk-all"
          >
            {today.all}
          </Button>
          <Button
            size="small"
            disabledFocusable={customers.length === 0}
            onClick={() => setTool("transfer")}
            data-testid="bulk-transfer"
          >
            {today.transfer}
          </Button>
          <Button
            size="small"
            disabledFocusable={customers.length === 0}
            onClick={() => setTool("reschedule")}
            data-testid="bulk-reschedule"
          >
            {today.reschedule}
          </Button>
        </div>
        {tool === "transfer" && <Transfer customers={customers} book={book} me={me} onDone={done} />}
        {tool === "reschedule" && <Reschedule customers={customers} book={book} me={me} onDone={done} />}
      </div>
      <ul className={styles.list}>
        {open.slice(0, mostChoices).map(({ id, name, keyAccount }) => (
          <li key={id}>
            <Checkbox
              label={keyAccount ? `★ ${name}` : name}
              checked={chosen.has(id)}
              onChange={(_, { checked }) => {
                const next = new Set(chosen);
                if (checked === true) next.add(id);
                else next.delete(id);
                setChosen(next);
              }}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Props {
  readonly check: CheckResult;
  /** Customers of whoever is chosen. */
  readonly customers: readonly ListedCustomer[];
  readonly me: OwnerChoice;
}

/** Lost and parked customers whose day has come: by the date that the sheet names, which the figures count, and by their reason. */
function comingBack(check: CheckResult, customers: readonly ListedCustomer[], book: RepBook) {
  const days = new Map(
    check.due.flatMap(({ group, row, days: since }) =>
      group === "revisit" && since !== null ? [[row, check.today - since] as const] : [],
    ),
  );
  const dated = customers.flatMap((customer) => {
    const due = days.get(customer.row);
    return due === undefined ? [] : [{ customer, due }];
  });
  const others = secondFollowUps(customers, book).filter(({ customer }) => !days.has(customer.row));
  return [...dated, ...others].sort(
    (a, b) => Number(b.customer.keyAccount) - Number(a.customer.keyAccount) || a.due - b.due,
  );
}

/** What a rep does from the list besides reading it. Loaded after the list itself. */
export default function RepTools({ check, customers, me }: Props) {
  const { session } = usePane();
  const styles = useStyles();
  const book = session.rep.book();
  if (!check.installed || book === null) return null;
  const second = comingBack(check, customers, book);
  return (
    <div className={styles.root}>
      <Receipt />
      <RepProblemBar />
      <SecondFollowUps book={book} second={second} me={me} />
      <Bulk book={book} customers={customers} me={me} />
      <TakeAlong book={book} check={check} customers={customers} second={second} me={me} />
    </div>
  );
}
