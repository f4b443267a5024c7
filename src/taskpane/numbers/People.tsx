import { Link, mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import { groupings, type Group, type Grouping } from "../../domain/measures/people";
import { signalIds } from "../../domain/measures/signals/signal";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { useWindowed, windowSize } from "../controls/windowed";
import { FigureButton, FigureLine, Section, useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";

const groupKey = "numbersBy";

function GroupItem({ by, group }: { readonly by: Grouping; readonly group: Group }) {
  const { words, write } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const { name, open, openAmount, overdue, rate, standing, wonAmount } = group;
  const shown = name === "" ? words.noName : name;
  const amounts = openAmount + wonAmount > 0 ? words.amounts(write.amount(openAmount), write.amount(wonAmount)) : "";
  return (
    <li className={rows.separator} data-testid="numbers-group">
      <FigureButton of={{ kind: "group", by, name, of: "rate" }} className={styles.line}>
        <span className={styles.label}>{shown}</span> <span className={styles.value}>{write.rate(rate)}</span>
      </FigureButton>
      <div className={styles.tools}>
        <FigureButton
          of={{ kind: "group", by, name, of: "open" }}
          className={styles.small}
          label={`${shown} ${words.openOf(open)}`}
        >
          {words.openOf(open)}
        </FigureButton>
        <FigureButton
          of={{ kind: "group", by, name, of: "overdue" }}
          className={styles.small}
          label={`${shown} ${words.overdueOf(overdue)}`}
        >
          {words.overdueOf(overdue)}
        </FigureButton>
        <span className={rows.secondary}>{words.standing[standing]}</span>
      </div>
      {amounts !== "" && <p className={styles.note}>{amounts}</p>}
    </li>
  );
}

/** Customers by owner, team, source, type or tag, and what those who are won have in common. */
export function PeopleSection() {
  const { memory } = usePane();
  const { groupsOf, traits, words, write } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const [by, setBy] = useState<Grouping>(
    () => groupings.find((grouping) => grouping === memory.read(groupKey)) ?? "owner",
  );
  const { shown, hidden, showMore } = useWindowed(groupsOf(by));
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
      <ul className={rows.list}>
        {shown.map((group) => (
          <GroupItem key={group.name} by={by} group={group} />
        ))}
      </ul>
      {hidden > 0 && (
        <Link as="button" onClick={showMore}>
          {words.drill.more(Math.min(hidden, windowSize))}
        </Link>
      )}
      <p className={styles.note}>{words.groupHint}</p>
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
