import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular, TableRegular } from "@fluentui/react-icons";
import { useEffect, useMemo, useRef, useState } from "react";
import type { RepBook } from "../../app/log/session";
import type { CheckResult } from "../../app/subject";
import { clockReader } from "../../domain/clocks/clocks";
import { flagsOf } from "../../domain/clocks/due";
import type { ListedCustomer } from "../../domain/log/customers";
import { shortAmount } from "../../domain/values/amountText";
import { KeyAccountMark } from "../controls/KeyAccountMark";
import { useHeadingStyles } from "../controls/heading.styles";
import { useRowStyles } from "../controls/row.styles";
import type { OpenCard } from "../navigation";
import { usePane, useSessionState } from "../pane";
import { fullDay, headerDay, nearDay } from "../text/dayText";
import { CardActions } from "./CardActions";
import { Links } from "./Links";
import { Phones } from "./Phones";
import { Touches } from "./Touches";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
  },
  head: { display: "flex", alignItems: "flex-start", columnGap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1 },
  back: { flexShrink: 0 },
  stands: { margin: 0, overflowWrap: "anywhere" },
  flags: { listStyleType: "none", margin: `${tokens.spacingVerticalXXS} 0 0`, padding: 0 },
  overdue: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  stale: { color: tokens.colorStatusWarningForeground3 },
  facts: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere" },
});

interface Props {
  readonly check: CheckResult;
  readonly customer: ListedCustomer;
  /** Null on a sheet that is only looked at. */
  readonly book: RepBook | null;
}

/** Where the customer stands: its stage, how long, and every reason for attention in words. */
function Standing({ check, customer }: Props) {
  const { session, texts } = usePane();
  const styles = useStyles();
  const { today, system } = check;
  const records = session.rep.book()?.records;
  const state = useMemo(
    () => (records ? clockReader(records.columns, check)(customer.values) : null),
    [records, check, customer],
  );
  const promised = customer.nextDate === null ? null : nearDay(customer.nextDate, today, system, texts);
  const days = state?.daysInStage ?? null;
  const parts = [
    customer.stage === "" ? texts.today.noStage : customer.stage,
    days === null ? "" : texts.card.inStage(days),
    customer.reason,
  ];
  return (
    <div>
      <p className={styles.stands} data-testid="card-stage">
        {parts.filter((part) => part !== "").join(" · ")}
      </p>
      {state && (
        <ul className={styles.flags} data-testid="card-flags">
          {flagsOf(state).map((flag) => (
            <li
              key={flag.group}
              className={flag.group === "overdue" ? styles.overdue : flag.group === "stale" ? styles.stale : undefined}
            >
              {texts.today.reason(flag, "", promised)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the row says of the customer besides: amount, next step and day, owner. Blank ones are left out. */
function Facts({ check, customer, book }: Props) {
  const { language, texts } = usePane();
  const styles = useStyles();
  const { card } = texts;
  const offset = book?.records.columns.get("amount");
  const amount = offset === undefined ? "" : (customer.values[offset] ?? "");
  const next = customer.nextDate;
  const facts = [
    {
      label: card.amount,
      value: typeof amount === "number" ? shortAmount(amount, language) : String(amount),
      title: typeof amount === "number" ? amount.toLocaleString(language) : undefined,
    },
    { label: card.nextStep, value: customer.nextStep, title: undefined },
    {
      label: card.nextDate,
      value: next === null ? "" : headerDay(next, check.system, texts),
      title: next === null ? undefined : fullDay(next, check.system, texts),
    },
    { label: card.owner, value: customer.owner === "" ? texts.today.nobody : customer.owner, title: undefined },
  ];
  return (
    <dl className={styles.facts} data-testid="card-facts">
      {facts
        .filter(({ value }) => value !== "")
        .map(({ label, value, title }) => [
          <dt key={label} className={styles.label}>
            {label}
          </dt>,
          <dd key={`${label} value`} className={styles.value} title={title}>
            {value}
          </dd>,
        ])}
    </dl>
  );
}

function Content({ check, customer, book }: Props) {
  const rows = useRowStyles();
  return (
    <>
      <Standing check={check} customer={customer} book={book} />
      <Phones contact={customer.contact} phone={String(customer.phone).trim()} />
      <Facts check={check} customer={customer} book={book} />
      {book && <Links customer={customer} book={book} />}
      {book && (
        <>
          <CardActions customer={customer} book={book} />
          <div className={rows.separator} />
          <Touches customer={customer} book={book} />
        </>
      )}
    </>
  );
}

/** One customer over whatever view is open: whom to call, what was said last, what comes next, and what can be done. */
export default function CustomerCard({ card }: { readonly card: OpenCard }) {
  const { navigation, selectCell, session, texts } = usePane();
  const { check } = useSessionState();
  const styles = useStyles();
  const headings = useHeadingStyles();
  const back = useRef<HTMLButtonElement>(null);
  const { id, row, opener } = card;
  const customer = session.rep.customers().find((each) => (id === "" ? each.row === row : each.id === id));
  // A customer without an ID gets one while its card is open.
  const [last, setLast] = useState(customer);
  if (customer && customer !== last) setLast(customer);
  useEffect(() => {
    back.current?.focus();
    return () => {
      // The view is there again: the focus goes on where the card was opened.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const tab = document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
        (opener.isConnected ? opener : tab)?.focus();
      }, 0);
    };
  }, [opener]);
  const name = (customer ?? last)?.name ?? "";
  const book = check?.installed ? session.rep.book() : null;
  return (
    <section className={styles.root} aria-label={name} data-testid="card">
      <div className={styles.head}>
        <Button
          ref={back}
          size="small"
          appearance="subtle"
          className={styles.back}
          icon={<ArrowLeftRegular />}
          aria-label={texts.card.back}
          onClick={() => navigation.show(null)}
          data-testid="card-back"
        />
        <h2 className={mergeClasses(headings.page, styles.name)}>
          {customer?.keyAccount && <KeyAccountMark />}
          {name === "" ? texts.today.unnamed : name}
        </h2>
        {customer && check && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.back}
            icon={<TableRegular />}
            onClick={() => selectCell(check.sheet, customer.cell)}
            data-testid="card-row"
          >
            {texts.card.row(customer.row)}
          </Button>
        )}
      </div>
      {customer && check ? (
        <Content check={check} customer={customer} book={book} />
      ) : (
        <p data-testid="card-gone">{texts.card.gone}</p>
      )}
    </section>
  );
}
