import { Button, Input, Link, makeStyles, mergeClasses, Select, tokens, useAnnounce } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular, SearchRegular } from "@fluentui/react-icons";
import { lazy, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import type { CheckResult } from "../../app/subject";
import type { ListedCustomer } from "../../domain/log/customers";
import { ownerTest } from "../../domain/log/ownership";
import { useOwner, wholeTeam } from "../owner";
import { keyOf } from "../controls/composing";
import { Deferred } from "../controls/Deferred";
import { Unreadable } from "../controls/Unreadable";
import { usePane, useSessionState } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { fullDay, headerDay } from "../text/dayText";
import { useWindowed, windowSize } from "../controls/windowed";
import type { PaneText } from "../text/texts";
import { dueSections, stripFigures, type OwnerChoice } from "./dueGroups";
import { FigureStrip } from "./FigureStrip";
import { narrowed, othersOf, todaySections, type ListGroup, type TodaySection } from "./todayList";
import { isTickable, TodayLine, type Shared } from "./TodayRow";
import type { CustomerSearch } from "./todaySearch";

// Everything but the list comes after it: the first view waits for nothing else.
const RepTools = lazy(() => import("./RepTools"));
const BulkBar = lazy(() => import("./BulkBar"));
const Reminders = lazy(() => import("./Reminders"));

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
  fold: { fontWeight: "inherit", alignItems: "center", padding: 0, minHeight: "24px" },
  tools: { marginTop: tokens.spacingVerticalM },
  search: { flexGrow: 1, minWidth: 0 },
  none: { color: tokens.colorNeutralForeground2 },
  empty: { marginTop: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalL },
});

interface SectionProps extends Shared {
  readonly section: TodaySection;
  readonly first: boolean;
  /** Null for a group that cannot be folded. */
  readonly folding: { readonly isFolded: boolean; readonly toggle: () => void } | null;
}

function Section({ section: { group, rows: all, total }, first, folding, ...shared }: SectionProps) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const list = useId();
  const { shown, hidden, showMore } = useWindowed(all);
  const title = groupName(group, texts);
  const isFolded = folding?.isFolded ?? false;
  const count = <span className={rows.number}>{texts.today.count(all.length, total)}</span>;
  return (
    <section className={mergeClasses(rows.separator, styles.section)}>
      <h3
        className={styles.heading}
        data-testid={`due-${group}`}
        title={total > all.length ? texts.today.partOf : undefined}
      >
        {folding === null ? (
          <>
            {title} {count}
          </>
        ) : (
          <button
            type="button"
            className={mergeClasses(rows.row, styles.fold)}
            aria-expanded={!isFolded}
            aria-controls={list}
            onClick={folding.toggle}
          >
            {isFolded ? <ChevronRightRegular /> : <ChevronDownRegular />}
            {title} {count}
          </button>
        )}
      </h3>
      <div id={list} hidden={isFolded}>
        {!isFolded && (
          <>
            <ul className={rows.list} aria-label={title}>
              {shown.map((row, index) => (
                <TodayLine key={row.row} row={row} first={first && index === 0} {...shared} />
              ))}
            </ul>
            {hidden > 0 && (
              <Link as="button" onClick={showMore}>
                {texts.today.more(Math.min(hidden, windowSize))}
              </Link>
            )}
          </>
        )}
      </div>
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

/** Groups that open with a press: they are no work of today. */
const foldable: readonly ListGroup[] = ["secondFollowUp", "tomorrow", "thisWeek", "others"];

/** Rows that one press ticks at the most; a longer list is better narrowed by owner or by a search. */
const mostTicked = 100;

function groupName(group: ListGroup, texts: PaneText): string {
  if (group === "secondFollowUp") return texts.rep.today.secondFollowUp;
  if (group === "tomorrow" || group === "thisWeek" || group === "others") return texts.today.later[group];
  return texts.today.groups[group];
}

/** Customers that fit what is typed in the search; null while nothing is, or the search has not arrived. */
function useFound(customers: readonly ListedCustomer[], query: string): readonly ListedCustomer[] | null {
  const { texts } = usePane();
  const { announce } = useAnnounce();
  const [search, setSearch] = useState<CustomerSearch | null>(null);
  const wanted = query.trim();
  const isWanted = wanted !== "";
  useEffect(() => {
    if (!isWanted) return;
    let isStale = false;
    void import("./todaySearch").then(({ searchIn }) => {
      if (!isStale) setSearch(() => searchIn(customers));
    });
    return () => {
      isStale = true;
    };
  }, [customers, isWanted]);
  const found = useMemo(() => (isWanted && search !== null ? search(wanted) : null), [isWanted, search, wanted]);
  useEffect(() => {
    if (found !== null) announce(texts.today.found(found.length), { polite: true });
  }, [announce, found, texts]);
  return found;
}

/**
 * The keyboard in the list: one row at a time is a stop of the Tab key, ↑ and ↓ go from row to row, and after a save the focus goes on with
 * the row that was worked on, or with the one that has come to its place.
 */
function useListKeys(list: RefObject<HTMLDivElement | null>) {
  const [visited, setVisited] = useState<number | null>(null);
  const place = useRef<number | null>(null);
  const [, setSaves] = useState(0);
  useEffect(() => {
    const root = list.current;
    const onFocus = ({ target }: FocusEvent) => {
      const row = target instanceof HTMLElement ? target.closest("li") : null;
      if (!row) return;
      setVisited(Number(row.dataset["row"]));
      if (place.current !== null) place.current = placeOf(root, row);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key !== "ArrowDown" && key !== "ArrowUp") return;
      const row =
        event.target instanceof HTMLElement && !event.target.closest("form") ? event.target.closest("li") : null;
      if (!row) return;
      event.preventDefault();
      stopsIn(root)[placeOf(root, row) + (key === "ArrowDown" ? 1 : -1)]?.focus();
    };
    root?.addEventListener("focusin", onFocus);
    root?.addEventListener("keydown", onKeyDown);
    return () => {
      root?.removeEventListener("focusin", onFocus);
      root?.removeEventListener("keydown", onKeyDown);
    };
  }, [list]);
  useLayoutEffect(() => {
    if (place.current === null || document.activeElement !== document.body || !document.hasFocus()) return;
    const stops = stopsIn(list.current);
    stops[Math.min(place.current, stops.length - 1)]?.focus();
  });
  return {
    visited,
    saved: (row: number) => {
      const line = list.current?.querySelector(`li[data-row="${row}"]`);
      place.current = line ? placeOf(list.current, line) : 0;
      // The form goes in the row alone; the list has to look where the focus is then.
      setSaves((saves) => saves + 1);
    },
  };
}

function stopsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
}

function placeOf(list: HTMLElement | null, row: Element): number {
  return stopsIn(list).findIndex((stop) => row.contains(stop));
}

interface ToolsProps {
  readonly query: string;
  readonly onSearch: (query: string) => void;
  readonly isTicking: boolean;
  readonly onTicking: () => void;
}

/** Search over the customers of whoever is chosen, and choosing several at once. */
function Tools({ query, onSearch, isTicking, onTicking }: ToolsProps) {
  const { texts } = usePane();
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.top, styles.tools)}>
      <Input
        size="small"
        type="search"
        className={styles.search}
        aria-label={texts.today.search}
        placeholder={texts.today.search}
        contentBefore={<SearchRegular />}
        value={query}
        onChange={(_, { value }) => onSearch(value)}
        onKeyDown={(event) => {
          if (keyOf(event) !== "Escape" || query === "") return;
          event.preventDefault();
          event.stopPropagation();
          onSearch("");
        }}
        data-testid="today-search"
      />
      <Button size="small" aria-pressed={isTicking} onClick={onTicking} data-testid="bulk-begin">
        {texts.rep.today.select}
      </Button>
    </div>
  );
}

function TodayList({ check }: { check: CheckResult }) {
  const { session, texts } = usePane();
  const { announce } = useAnnounce();
  const styles = useStyles();
  const { owners, owner, choose } = useOwner(check);
  const book = check.installed ? session.rep.book() : null;
  const customers = session.rep.customers();
  const [query, setQuery] = useState("");
  const [unfolded, setUnfolded] = useState<ReadonlySet<ListGroup>>(new Set());
  const [ticked, setTicked] = useState<ReadonlySet<number> | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { visited, saved } = useListKeys(list);
  const mine = useMemo(() => {
    if (book === null || owner === null) return null;
    const isOf = ownerTest(book.records, book.schema);
    return customers.filter((customer) => isOf(customer, owner));
  }, [book, customers, owner]);
  const own = mine ?? customers;
  const found = useFound(own, query);
  const listed = useMemo(() => todaySections(check, owner, own, book), [check, owner, own, book]);
  const sections = useMemo(() => {
    if (found !== null) return narrowed(listed, found);
    return ticked === null
      ? listed
      : [
          ...listed,
          ...othersOf(
            listed,
            own.filter(({ state }) => state === "open"),
          ),
        ];
  }, [found, listed, own, ticked]);
  const isFolded = (group: ListGroup) => found === null && foldable.includes(group) && !unfolded.has(group);
  const rows = sections.filter(({ group }) => !isFolded(group)).flatMap((section) => section.rows);
  const numbers = rows.map(({ row }) => row);
  const tickable = rows.filter(isTickable).slice(0, mostTicked);
  const areTicked = ticked !== null && tickable.length > 0 && tickable.every(({ row }) => ticked.has(row));
  const isDue = listed.some(({ group }) => !foldable.includes(group));
  const isTomorrow = ({ state, nextDate }: ListedCustomer) => state === "open" && nextDate === check.today + 1;
  const day = headerDay(check.today, check.system, texts);
  const tick = (changed: readonly number[], isTicked: boolean) => {
    const next = new Set(ticked);
    for (const row of changed) {
      if (isTicked) next.add(row);
      else next.delete(row);
    }
    setTicked(next);
  };
  const chooseOwner = (next: OwnerChoice) => {
    choose(next);
    setTicked(ticked && new Set());
    const due = dueSections(check.due, next).reduce((sum, { items }) => sum + items.length, 0);
    announce(texts.today.shows(next === null ? texts.today.team : next === "" ? texts.today.nobody : next, due), {
      polite: true,
    });
  };
  return (
    <div className={styles.root}>
      <div className={styles.top}>
        <OwnerFilter owners={owners} owner={owner} onChange={chooseOwner} />
        <h2 className={styles.date} title={fullDay(check.today, check.system, texts)}>
          {check.asOf ? texts.dates.reviewDay(day) : day}
        </h2>
      </div>
      {book !== null && (
        <Deferred>
          <Reminders book={book} customers={own} me={owner} />
        </Deferred>
      )}
      <FigureStrip figures={stripFigures(check, owner)} />
      <Unreadable figures={check.figures} />
      {book !== null && (
        <Tools
          query={query}
          onSearch={setQuery}
          isTicking={ticked !== null}
          onTicking={() => setTicked(ticked === null ? new Set() : null)}
        />
      )}
      {!isDue && found === null && (
        <Empty check={check} owner={owner} ownTomorrow={mine && mine.filter(isTomorrow).length} />
      )}
      {found?.length === 0 && (
        <p className={styles.none} data-testid="today-none">
          {texts.today.notFound(query.trim())}
        </p>
      )}
      <div ref={list}>
        {sections.map((section, index) => (
          <Section
            key={section.group}
            section={section}
            first={index === 0 && section.rows.some(({ item }) => item !== null)}
            folding={
              foldable.includes(section.group) && found === null
                ? {
                    isFolded: isFolded(section.group),
                    toggle: () => {
                      const next = new Set(unfolded);
                      if (!next.delete(section.group)) next.add(section.group);
                      setUnfolded(next);
                    },
                  }
                : null
            }
            check={check}
            book={book}
            me={owner}
            ticked={ticked}
            onTick={tick}
            stop={visited !== null && numbers.includes(visited) ? visited : (numbers[0] ?? null)}
            onSaved={saved}
          />
        ))}
      </div>
      {book !== null && ticked !== null && (
        <Deferred>
          <BulkBar
            book={book}
            customers={own.filter(({ row }) => ticked.has(row))}
            all={{
              count: tickable.length,
              areTicked,
              toggle: () => setTicked(areTicked ? new Set() : new Set(tickable.map(({ row }) => row))),
            }}
            onSaved={() => setTicked(new Set())}
            onEnd={() => setTicked(null)}
          />
        </Deferred>
      )}
      <Deferred>
        <RepTools check={check} customers={own} me={owner} />
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
