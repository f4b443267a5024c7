import { Button, Link, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { lazy, useMemo } from "react";
import type { CheckResult } from "../../app/subject";
import type { ListedCustomer } from "../../domain/log/customers";
import { ownerTest } from "../../domain/log/ownership";
import { useOwner, wholeTeam } from "../owner";
import { Deferred } from "../controls/Deferred";
import { Unreadable } from "../controls/Unreadable";
import { usePane, useSessionState } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { fullDay, headerDay } from "../text/dayText";
import { useWindowed, windowSize } from "../controls/windowed";
import { dueSections, stripFigures, type DueSection, type OwnerChoice } from "./dueGroups";
import { DueRow } from "./DueRow";
import { FigureStrip } from "./FigureStrip";

// Everything but the list comes after it: the first view waits for nothing else.
const RepTools = lazy(() => import("./RepTools"));
const WeekReport = lazy(() => import("./WeekReport"));

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}` },
  top: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  owner: { minWidth: 0, maxWidth: "60%" },
  date: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "right",
  },
  section: { marginTop: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS },
  heading: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    margin: `0 0 ${tokens.spacingVerticalXXS}`,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  empty: { marginTop: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalL },
});

interface SectionProps {
  readonly section: DueSection;
  readonly check: CheckResult;
  readonly first: boolean;
  readonly owner: OwnerChoice;
}

function Section({ section, check, first, owner }: SectionProps) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const { shown, hidden, showMore } = useWindowed(section.items);
  const title = texts.today.groups[section.group];
  return (
    <section className={mergeClasses(rows.separator, styles.section)}>
      <h3 className={styles.heading} data-testid={`due-${section.group}`}>
        {title}
        <span className={rows.number}>{texts.today.count(section.items.length, section.all)}</span>
      </h3>
      <ul className={rows.list} aria-label={title}>
        {shown.map((item, index) => (
          <DueRow key={item.row} item={item} check={check} first={first && index === 0} me={owner} />
        ))}
      </ul>
      {hidden > 0 && <Link onClick={showMore}>{texts.today.more(Math.min(hidden, windowSize))}</Link>}
    </section>
  );
}

function OwnerFilter(props: { owners: readonly string[]; owner: OwnerChoice; onChange: (owner: OwnerChoice) => void }) {
  const { texts } = usePane();
  const styles = useStyles();
  return (
    <Select
      size="small"
      appearance="filled-darker"
      className={styles.owner}
      aria-label={texts.today.owner}
      value={props.owner ?? wholeTeam}
      onChange={(_, { value }) => props.onChange(value === wholeTeam ? null : value)}
    >
      <option value={wholeTeam}>{texts.today.team}</option>
      {props.owners.map((owner) => (
        <option key={owner} value={owner}>
          {owner === "" ? texts.today.nobody : owner}
        </option>
      ))}
    </Select>
  );
}

interface EmptyProps {
  readonly check: CheckResult;
  readonly owner: OwnerChoice;
  /** Customers of the owner whose next date is tomorrow; null where the sheet is only looked at. */
  readonly ownTomorrow: number | null;
}

function Empty({ check, owner, ownTomorrow }: EmptyProps) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const dateless = check.figures.key.overdue === null && check.figures.key.dueToday === null;
  const who = owner === "" ? texts.today.nobody : owner;
  const tomorrow =
    owner === null || ownTomorrow !== null
      ? texts.today.tomorrow(ownTomorrow ?? check.tomorrow)
      : texts.today.teamTomorrow(check.tomorrow);
  return (
    <p className={mergeClasses(rows.separator, styles.empty)} data-testid="today-empty">
      {dateless ? texts.today.noDates : texts.sentences(texts.today.empty(who), tomorrow)}
    </p>
  );
}

function TodayList({ check }: { check: CheckResult }) {
  const { session, texts } = usePane();
  const styles = useStyles();
  const { owners, owner, choose } = useOwner(check);
  const book = check.installed ? session.rep.book() : null;
  const customers = session.rep.customers();
  const mine = useMemo(() => {
    if (book === null || owner === null) return null;
    const isOf = ownerTest(book.records, book.schema);
    return customers.filter((customer) => isOf(customer, owner));
  }, [book, customers, owner]);
  const rows = new Set(mine?.map(({ row }) => row));
  // Lost and parked customers stand in a group of their own below, with those that come back by their reason.
  const sections = dueSections(check.due, owner, rows).filter(({ group }) => book === null || group !== "revisit");
  const isTomorrow = ({ state, nextDate }: ListedCustomer) => state === "open" && nextDate === check.today + 1;
  const day = headerDay(check.today, check.system, texts);
  return (
    <div className={styles.root}>
      <div className={styles.top}>
        <OwnerFilter owners={owners} owner={owner} onChange={choose} />
        <h2 className={styles.date} title={fullDay(check.today, check.system, texts)}>
          {check.asOf ? texts.dates.reviewDay(day) : day}
        </h2>
      </div>
      {book !== null && (
        <Deferred>
          <WeekReport key={owner} book={book} customers={mine ?? customers} me={owner} />
        </Deferred>
      )}
      <FigureStrip figures={stripFigures(check, owner)} />
      <Unreadable figures={check.figures} />
      {sections.length === 0 && (
        <Empty check={check} owner={owner} ownTomorrow={mine && mine.filter(isTomorrow).length} />
      )}
      {sections.map((section, index) => (
        <Section key={section.group} section={section} check={check} first={index === 0} owner={owner} />
      ))}
      <Deferred>
        <RepTools check={check} customers={mine ?? customers} me={owner} />
      </Deferred>
    </div>
  );
}

/** What to do today, in working order. */
export default function TodayView() {
  const { session, texts } = usePane();
  const { check, busy } = useSessionState();
  const styles = useStyles();
  if (check !== null) return <TodayList check={check} />;
  return (
    <div className={styles.root}>
      <h2 className={styles.date}>{texts.today.heading}</h2>
      <p>{texts.today.notChecked}</p>
      <Button appearance="primary" disabledFocusable={busy !== null} onClick={() => void session.check()}>
        {texts.today.check}
      </Button>
    </div>
  );
}
