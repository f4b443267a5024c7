import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, useId, useState } from "react";
import type { RepBook } from "../../app/log/session";
import type { CheckResult } from "../../app/subject";
import { Deferred } from "../controls/Deferred";
import { KeyAccountMark } from "../controls/KeyAccountMark";
import { useRowStyles } from "../controls/row.styles";
import { usePane, type Pane } from "../pane";
import { fullDay, headerDay, nearDay } from "../text/dayText";
import type { OwnerChoice } from "./dueGroups";
import type { TodayRow } from "./todayList";

const RowForm = lazy(async () => ({ default: (await import("./RowActions")).RowForm }));

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "flex-start", padding: `${tokens.spacingVerticalXXS} 0` },
  main: { flexGrow: 1, minWidth: 0 },
  line: { display: "flex", alignItems: "baseline", columnGap: tokens.spacingHorizontalXS },
  // A long name takes a second line: nothing of it is cut.
  name: { flexGrow: 1, minWidth: 0, width: "auto", overflowWrap: "anywhere" },
  flag: { flexShrink: 0, width: "auto", maxWidth: "50%", justifyContent: "flex-end", textAlign: "right" },
  under: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  about: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", paddingLeft: tokens.spacingHorizontalXS },
  action: {
    flexShrink: 0,
    width: "auto",
    minHeight: "24px",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    alignItems: "center",
  },
  tick: { flexShrink: 0, width: "16px", height: "16px", margin: `6px ${tokens.spacingHorizontalXS} 6px 2px` },
  untickable: { visibility: "hidden" },
  overdue: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  stale: { color: tokens.colorStatusWarningForeground3 },
  calm: { color: tokens.colorNeutralForeground2 },
  detail: { margin: 0, padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}` },
});

/** What the rows of the list share. */
export interface Shared {
  readonly check: CheckResult;
  /** Null on a sheet that is only looked at: nothing is written there. */
  readonly book: RepBook | null;
  readonly me: OwnerChoice;
  /** Rows that are ticked; null while nothing is chosen at once. */
  readonly ticked: ReadonlySet<number> | null;
  readonly onTick: (rows: readonly number[], isTicked: boolean) => void;
  /** Row whose controls the Tab key reaches. */
  readonly stop: number | null;
  /** Something was saved for a row: it may leave the list. */
  readonly onSaved: (row: number) => void;
}

/** Whether a customer can be chosen with others: it is known by an ID, and still open. */
export function isTickable({ customer }: TodayRow): boolean {
  return customer !== null && customer.id !== "" && customer.state === "open";
}

/** The few words at the right: why the customer is in its group. */
function flagOf({ item, group, day, customer }: TodayRow, { today, system }: CheckResult, { texts }: Pane): string {
  if (item !== null) return texts.today.flag(item);
  if (day === null) return customer?.state === "open" ? texts.today.noDate : "";
  if (group === "secondFollowUp") return texts.rep.today.secondFlag(today - day);
  return group === "thisWeek" ? headerDay(day, system, texts) : nearDay(day, today, system, texts);
}

/** The whole reason, for whoever presses the flag; null where the flag says it all. */
function reasonOf({ item, group, day, customer }: TodayRow, { today, system }: CheckResult, { texts }: Pane) {
  const near = (serial: number | null) => (serial === null ? null : nearDay(serial, today, system, texts));
  if (item !== null) {
    const promised = item.group === "overdue" && item.days !== null ? today - item.days : null;
    const of = promised ?? item.lastContact;
    return {
      words: texts.today.explain(item, near(item.lastContact), near(promised)),
      title: of === null ? undefined : fullDay(of, system, texts),
    };
  }
  if (group !== "secondFollowUp" || customer === null || day === null) return null;
  const words = texts.rep.today.secondWhy(customer.stage, customer.reason, fullDay(day, system, texts));
  return { words, title: undefined };
}

interface ActionsProps extends Shared {
  readonly row: TodayRow;
  readonly name: string;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly tabIndex: number;
}

/** Logging and moving the date, at the end of the row's second line. */
function Actions({ row: { customer }, name, book, open, onOpen, tabIndex }: ActionsProps) {
  const { navigation, logDoor, texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  if (book === null || customer === null) return null;
  const { today } = texts.rep;
  const look = { type: "button", className: mergeClasses(rows.row, styles.action), tabIndex } as const;
  if (customer.id === "")
    return (
      <button {...look} aria-expanded={open} onClick={onOpen}>
        {texts.rep.noIdShort}
      </button>
    );
  return (
    <>
      <button
        {...look}
        aria-label={today.forCustomer(today.log, name)}
        onClick={() => {
          logDoor.ask(customer.id);
          navigation.go("log");
        }}
        data-testid="due-log"
      >
        {today.log}
      </button>
      {customer.state === "open" && (
        <button
          {...look}
          aria-label={today.forCustomer(today.reschedule, name)}
          aria-expanded={open}
          onClick={onOpen}
          data-testid="due-reschedule"
        >
          {today.reschedule}
        </button>
      )}
    </>
  );
}

interface Props extends Shared {
  readonly row: TodayRow;
  /** The first row shows its note unasked, and why nothing can be logged. */
  readonly first: boolean;
}

/** One customer of the list: the name opens its card, the flag says why it is here, the actions are beside it. */
export function TodayLine({ row, first, ...shared }: Props) {
  const { check, book, me, ticked, onTick, stop, onSaved } = shared;
  const pane = usePane();
  const { navigation, selectCell, texts } = pane;
  const rows = useRowStyles();
  const styles = useStyles();
  const [explained, setExplained] = useState(false);
  const [open, setOpen] = useState(first && row.customer?.id === "");
  const why = useId();
  const { item, customer, group } = row;
  const written = item?.customer ?? customer?.name ?? "";
  const name = written === "" ? texts.today.unnamed : written;
  const flag = flagOf(row, check, pane);
  const reason = reasonOf(row, check, pane);
  const tabIndex = stop === row.row ? 0 : -1;
  const owner = item?.owner ?? customer?.owner ?? "";
  // The team's list says whose each customer is; one's own, whose the customers are that one helps with.
  const whose =
    me === null ? (owner === "" ? texts.today.nobody : owner) : owner === me ? "" : texts.rep.today.with(owner);
  const stage = item?.stage ?? customer?.stage ?? "";
  const also = (item?.also ?? []).map((flagged) => texts.today.groups[flagged.group]);
  const trend = item?.trend ? texts.today.trends[item.trend] : "";
  const about = [stage === "" ? texts.today.noStage : stage, trend, whose, ...also].filter((part) => part !== "");
  const tone = group === "overdue" ? styles.overdue : group === "stale" ? styles.stale : styles.calm;
  const look = mergeClasses(rows.row, rows.number, styles.flag, tone);
  return (
    <li className={styles.row} data-row={row.row} data-testid="due-item">
      {ticked !== null && (
        <input
          type="checkbox"
          className={mergeClasses(styles.tick, !isTickable(row) && styles.untickable)}
          disabled={!isTickable(row)}
          checked={ticked.has(row.row)}
          tabIndex={tabIndex}
          aria-label={texts.rep.today.choose(name)}
          onChange={({ target }) => onTick([row.row], target.checked)}
          data-testid="due-tick"
        />
      )}
      <div className={styles.main}>
        <div className={styles.line}>
          <button
            type="button"
            className={mergeClasses(rows.row, styles.name)}
            tabIndex={tabIndex}
            onClick={({ currentTarget }) => {
              if (customer) navigation.show({ id: customer.id, row: customer.row, opener: currentTarget });
              else if (item) selectCell(item.sheet, item.cell);
            }}
            data-stop
            data-testid="due-name"
          >
            <span>
              {(item?.keyAccount ?? customer?.keyAccount) && <KeyAccountMark />}
              {name}
            </span>
          </button>
          {reason === null ? (
            <span className={look}>{flag}</span>
          ) : (
            <button
              type="button"
              className={look}
              tabIndex={tabIndex}
              aria-expanded={explained}
              aria-controls={why}
              aria-label={texts.today.flagLabel(flag, name)}
              onClick={() => setExplained(!explained)}
            >
              {flag}
            </button>
          )}
        </div>
        <div className={styles.under}>
          <span className={mergeClasses(rows.secondary, styles.about)}>{about.join(" · ")}</span>
          <Actions {...shared} row={row} name={name} open={open} onOpen={() => setOpen(!open)} tabIndex={tabIndex} />
        </div>
        {reason !== null && (
          <p
            id={why}
            hidden={!explained}
            className={mergeClasses(rows.secondary, rows.wrap, styles.detail)}
            title={reason.title}
          >
            {reason.words}
          </p>
        )}
        {(first || explained) && item !== null && item.note !== "" && (
          <p className={mergeClasses(rows.secondary, rows.wrap, styles.detail)}>{item.note}</p>
        )}
        {open && customer !== null && book !== null && (
          <div className={styles.detail}>
            <Deferred>
              <RowForm
                customer={customer}
                book={book}
                onDone={() => {
                  setOpen(false);
                  onSaved(row.row);
                }}
              />
            </Deferred>
          </div>
        )}
      </div>
    </li>
  );
}
