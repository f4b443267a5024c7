import type { NumberRef } from "../../domain/measures/rowsBehind/numberRef";
import { Link, mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import { activityOrders, inOrder, type Activity, type ActivityOrder } from "../../domain/measures/activity";
import type { PeriodId } from "../../domain/measures/periods";
import type { MonthTarget } from "../../domain/measures/targets";
import type { Rate } from "../../domain/measures/wilson";
import { groupings, type Group, type Grouping } from "../../domain/measures/people";
import { signalIds } from "../../domain/measures/signals/signal";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { useWindowed, windowSize } from "../controls/windowed";
import { FigureButton, FigureLine, Section, useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";
import { PrintPages } from "./PrintPages";

const groupKey = "numbersBy";
const orderKey = "numbersOrder";

/** What is open and what was won, in money, and how many customers have no amount; nothing where there is none. */
function Amounts({ of: { openAmount, wonAmount, withoutAmount } }: { readonly of: Group }) {
  const { check, numbers, words, write } = useShown();
  const styles = useNumberStyles();
  const { pipelineAmount, wonAmount: wonOfAll } = check.figures.key;
  if (!numbers.records.columns.has("amount") || openAmount + wonAmount === 0) return null;
  const told = (whole: number | null, amount: number, say: (amount: number) => string) =>
    whole === null ? words.notMeasured : say(amount);
  const amounts = (say: (amount: number) => string) =>
    words.amounts(told(pipelineAmount, openAmount, say), told(wonOfAll, wonAmount, say));
  const isLeftOut = withoutAmount > 0 && pipelineAmount !== null;
  return (
    <p className={styles.note} title={amounts(write.fullAmount)}>
      {[amounts(write.amount), ...(isLeftOut ? [words.period.withoutAmount(withoutAmount)] : [])].join(" · ")}
    </p>
  );
}

function GroupItem({ by, group }: { readonly by: Grouping; readonly group: Group }) {
  const { check, value, words } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const { name, standing } = group;
  const shown = name === "" ? words.noName : name;
  const told = (of: "rate" | "open" | "overdue") => value({ kind: "group", by, name, of });
  const [open, overdue] = [words.openOf(told("open")), words.overdueOf(told("overdue"))];
  return (
    <li className={rows.separator} data-testid="numbers-group">
      <FigureButton of={{ kind: "group", by, name, of: "rate" }} className={styles.line}>
        <span className={styles.label}>{shown}</span> <span className={styles.value}>{told("rate")}</span>
      </FigureButton>
      <div className={styles.tools}>
        <FigureButton of={{ kind: "group", by, name, of: "open" }} className={styles.small} label={`${shown} ${open}`}>
          {open}
        </FigureButton>
        <FigureButton
          of={{ kind: "group", by, name, of: "overdue" }}
          className={styles.small}
          label={`${shown} ${overdue}`}
        >
          {overdue}
        </FigureButton>
        {check.figures.unreadable === null && <span className={rows.secondary}>{words.standing[standing]}</span>}
      </div>
      <Amounts of={group} />
    </li>
  );
}

/** A figure of an owner: the number over its name, as the counts of the view have it. */
function OwnerFigure({
  of,
  owner,
  name,
  shown,
  note = "",
}: {
  readonly of: NumberRef;
  readonly owner: string;
  readonly name: string;
  readonly shown: string;
  readonly note?: string;
}) {
  const rows = useRowStyles();
  const styles = useNumberStyles();
  return (
    <li>
      <FigureButton
        of={of}
        className={styles.count}
        label={[owner, name, shown, note].filter((part) => part !== "").join(" ")}
      >
        <span className={styles.plainValue}>{shown}</span>
        <span className={mergeClasses(rows.secondary, rows.wrap)}>{name}</span>
        {note !== "" && <span className={mergeClasses(rows.secondary, rows.wrap)}>{note}</span>}
      </FigureButton>
    </li>
  );
}

/** How far an owner's target of the month is reached, and what is missing. */
function TargetLine({ of: { owner, reached }, shown }: { readonly of: MonthTarget; readonly shown: string }) {
  const { value, words, write } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const text = words.target;
  const ref = { kind: "target", name: owner } as const;
  const withoutAmount = reached?.withoutAmount ?? 0;
  const needed = reached?.needed ?? null;
  const note = [
    text.gap(reached ? write.amount(reached.gap) : words.notMeasured),
    text.needed(needed === null ? words.notMeasured : write.percent(needed, 0)),
    ...(withoutAmount > 0 ? [words.period.withoutAmount(withoutAmount)] : []),
  ].join(" · ");
  return (
    <FigureButton of={ref} className={styles.line} label={[shown, text.figure.name, value(ref), note].join(" ")}>
      <span className={styles.label}>{text.figure.name}</span> <span className={styles.value}>{value(ref)}</span>{" "}
      <span className={mergeClasses(rows.secondary, rows.wrap, styles.wide)}>{note}</span>
    </FigureButton>
  );
}

/** One owner: the win rate of all time, then what stands now and what was done in the period. */
function OwnerItem({
  id,
  activity,
  group,
}: {
  readonly id: PeriodId;
  readonly activity: Activity;
  readonly group: Group | undefined;
}) {
  const { check, targetOf, words, write } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const { name, oldest, closed, logged } = activity;
  const isReadable = check.figures.unreadable === null;
  const target = targetOf(name);
  const text = words.activity;
  const owner = name === "" ? text.noOwner : name;
  const share = (rate: Rate | undefined) =>
    rate === undefined || rate.whole === 0
      ? words.notMeasured
      : text.share(rate.part, rate.whole, rate.interval === null ? null : write.shortRate(rate));
  const doing = (of: "touches" | "coverage" | "promises" | "closed") =>
    ({ of: { kind: "activity", name, of, id }, owner, name: text.figures[of].name }) as const;
  const counted = (of: "overdue" | "open", own: number) =>
    check.figures.key[of] === null ? words.notMeasured : String(own);
  return (
    <li className={rows.separator} data-testid="numbers-group">
      {group && isReadable && group.rate.whole > 0 ? (
        <FigureButton of={{ kind: "group", by: "owner", name: group.name, of: "rate" }} className={styles.line}>
          <span className={mergeClasses(styles.label, styles.strong)}>{owner}</span>{" "}
          <span className={styles.value}>{write.rate(group.rate)}</span>{" "}
          <span className={mergeClasses(rows.secondary, styles.wide)}>
            {`${words.period.figure(words.winRate, words.period.names.all)} · ${words.standing[group.standing]}`}
          </span>
        </FigureButton>
      ) : (
        <p className={mergeClasses(styles.ownerName, styles.strong)}>{owner}</p>
      )}
      <ul className={styles.counts}>
        <OwnerFigure
          of={{ kind: "group", by: "owner", name, of: "overdue" }}
          owner={owner}
          name={words.counts.overdue.name}
          shown={counted("overdue", activity.overdue)}
          note={oldest === null || check.figures.key.overdue === null ? "" : text.oldest(oldest)}
        />
        <OwnerFigure
          of={{ kind: "group", by: "owner", name, of: "open" }}
          owner={owner}
          name={words.counts.open.name}
          shown={counted("open", activity.open)}
        />
        <OwnerFigure
          {...doing("touches")}
          shown={logged ? String(logged.touches.length) : words.notMeasured}
          note={logged && logged.touches.length > 0 ? text.substantive(logged.substantive) : ""}
        />
        <OwnerFigure {...doing("coverage")} shown={share(isReadable ? logged?.coverage.rate : undefined)} />
        <OwnerFigure {...doing("promises")} shown={share(logged?.promises.rate)} />
        <OwnerFigure {...doing("closed")} shown={share(isReadable ? closed : undefined)} />
      </ul>
      {target !== null && <TargetLine of={target} shown={owner} />}
      {group && <Amounts of={group} />}
    </li>
  );
}

/** Owners one below the other, in an order that the person chooses. */
function Owners({ id }: { readonly id: PeriodId }) {
  const { memory } = usePane();
  const { activitiesOf, groupsOf, words } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const [order, setOrder] = useState<ActivityOrder>(
    () => activityOrders.find((each) => each === memory.read(orderKey)) ?? "overdue",
  );
  const groups = new Map(groupsOf("owner").map((group) => [group.name.toLowerCase(), group]));
  const { shown, hidden, showMore } = useWindowed(inOrder(activitiesOf(id), order));
  const choose = (chosen: string) => {
    const next = activityOrders.find((each) => each === chosen) ?? "overdue";
    setOrder(next);
    memory.write(orderKey, next);
  };
  return (
    <>
      <Select
        size="small"
        className={styles.second}
        aria-label={words.activity.label}
        value={order}
        onChange={(_, data) => choose(data.value)}
        data-testid="numbers-order"
      >
        {activityOrders.map((each) => (
          <option key={each} value={each}>
            {words.activity.orders[each]}
          </option>
        ))}
      </Select>
      <p className={styles.note}>{words.activity.hint(words.period.names[id])}</p>
      <ul className={rows.list}>
        {shown.map((activity) => (
          <OwnerItem key={activity.name} id={id} activity={activity} group={groups.get(activity.name.toLowerCase())} />
        ))}
      </ul>
      {hidden > 0 && (
        <Link as="button" className={styles.more} onClick={showMore}>
          {words.drill.more(Math.min(hidden, windowSize))}
        </Link>
      )}
      <PrintPages id={id} />
    </>
  );
}

/** Teams, sources, types or tags, those with the best proven win rate first. */
function Groups({ by }: { readonly by: Grouping }) {
  const { groupsOf, words } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const { shown, hidden, showMore } = useWindowed(groupsOf(by));
  return (
    <>
      <ul className={rows.list}>
        {shown.map((group) => (
          <GroupItem key={group.name} by={by} group={group} />
        ))}
      </ul>
      {hidden > 0 && (
        <Link as="button" className={styles.more} onClick={showMore}>
          {words.drill.more(Math.min(hidden, windowSize))}
        </Link>
      )}
      <p className={styles.note}>{words.groupHint}</p>
    </>
  );
}

/** Customers by owner, team, source, type or tag, and what those who are won have in common. */
export function PeopleSection({ id }: { readonly id: PeriodId }) {
  const { memory } = usePane();
  const { traits, words, write } = useShown();
  const styles = useNumberStyles();
  const [by, setBy] = useState<Grouping>(
    () => groupings.find((grouping) => grouping === memory.read(groupKey)) ?? "owner",
  );
  const choose = (chosen: string) => {
    const grouping = groupings.find((each) => each === chosen) ?? "owner";
    setBy(grouping);
    memory.write(groupKey, grouping);
  };
  return (
    <Section id="people" title={words.groups.people}>
      <Select
        size="small"
        aria-label={words.by}
        value={by}
        onChange={(_, data) => choose(data.value)}
        data-testid="numbers-by"
      >
        {groupings.map((grouping) => (
          <option key={grouping} value={grouping}>
            {words.groupings[grouping]}
          </option>
        ))}
      </Select>
      {by === "owner" ? <Owners id={id} /> : <Groups key={by} by={by} />}
      <h4 className={styles.sub}>{words.traits}</h4>
      {traits.length === 0 && <p className={styles.note}>{words.noTraits}</p>}
      {traits.map(({ by: kind, group }) => (
        <FigureButton
          key={`${kind} ${group.name}`}
          of={{ kind: "group", by: kind, name: group.name, of: "rate" }}
          className={styles.line}
        >
          <span className={styles.label}>{words.trait(words.groupings[kind], group.name)}</span>{" "}
          <span className={mergeClasses(styles.value)}>{write.rate(group.rate)}</span>
        </FigureButton>
      ))}
    </Section>
  );
}

/** Reasons for losing and parking, and the stages they happened in. */
export function ReasonsSection() {
  const { reasons, words } = useShown();
  if (reasons.length === 0) return null;
  return (
    <Section id="reasons" title={words.groups.reasons}>
      {reasons.map(({ name, stages }) => (
        <FigureLine
          key={name}
          of={{ kind: "reason", name }}
          name={name === "" ? words.noName : name}
          note={stages.map(({ stage, customers }) => words.lastStage(stage, customers.length)).join(" · ")}
        />
      ))}
    </Section>
  );
}

/** What somebody should look at before trusting a number: worth a question, never proof of anything. */
export function SignalsSection() {
  const { numbers, personSignals, signals, words } = useShown();
  const styles = useNumberStyles();
  const found = signalIds.filter((id) => signals.cases[id].length > 0);
  const nothing = found.length === 0 && personSignals.length === 0;
  return (
    <Section id="signals" title={words.groups.signals}>
      <p className={styles.note}>{nothing ? words.noSignals : words.signalsHint}</p>
      {found.map((id) => (
        <FigureLine key={id} of={{ kind: "signal", id }} name={words.signals[id].name} />
      ))}
      {personSignals.map(({ id, name, note }) => (
        <FigureLine
          key={`${id} ${name}`}
          of={{ kind: "personSignal", id, name }}
          name={words.personSignal(name, words.personSignals[id].name)}
          note={note}
        />
      ))}
      {numbers.touches.length === 0 && <p className={styles.note}>{words.signalsNeedLog}</p>}
      {signals.withoutEntryTime > 0 && <p className={styles.note}>{words.noEntryTime(signals.withoutEntryTime)}</p>}
    </Section>
  );
}
