import { mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { RepBook } from "../../app/log/session";
import type { SecondFollowUp } from "../../domain/log/secondFollowUp";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { fullDay } from "../text/dayText";
import type { OwnerChoice } from "./dueGroups";
import { KeyAccountMark } from "../controls/KeyAccountMark";
import { RowActions } from "./RowActions";

interface Props {
  readonly book: RepBook;
  readonly second: readonly SecondFollowUp[];
  readonly me: OwnerChoice;
}

function Line({ book, me, item }: Omit<Props, "second"> & { readonly item: SecondFollowUp }) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const [open, setOpen] = useState(false);
  const { customer, due } = item;
  const { today } = texts.rep;
  return (
    <li>
      <button
        type="button"
        className={rows.row}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="second-item"
      >
        <span className={rows.name}>
          {customer.keyAccount && <KeyAccountMark />}
          {customer.name}
        </span>
        <span className={rows.secondary}>{customer.stage}</span>
        <span className={mergeClasses(rows.number, rows.secondary)}>{today.secondFlag(book.today - due)}</span>
      </button>
      {open && (
        <>
          <p className={rows.secondary}>
            {today.secondWhy(customer.stage, customer.reason, fullDay(due, book.system, texts))}
          </p>
          <RowActions customer={customer} book={book} me={me} onDone={() => setOpen(false)} />
        </>
      )}
    </li>
  );
}

/** Lost and parked customers whose day for another contact has come: a group of their own, never overdue sales. */
export function SecondFollowUps({ book, second, me }: Props) {
  const { texts } = usePane();
  const rows = useRowStyles();
  if (second.length === 0) return null;
  return (
    <details className={rows.separator} data-testid="due-secondFollowUp">
      <summary>
        {texts.rep.today.secondFollowUp} <span className={rows.number}>{second.length}</span>
      </summary>
      <ul className={rows.list}>
        {second.map((item) => (
          <Line key={item.customer.row} item={item} book={book} me={me} />
        ))}
      </ul>
    </details>
  );
}
