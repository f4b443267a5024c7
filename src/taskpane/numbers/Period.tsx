import { Select } from "@fluentui/react-components";
import { undatedIn } from "../../domain/measures/periodFigures";
import { periodIds, periodPair, type PeriodId } from "../../domain/measures/periods";
import { periodFigureIds, type PeriodFigureId } from "../../domain/measures/rowsBehind/numberRef";
import type { Period } from "../../domain/measures/customer";
import { usePane } from "../pane";
import { nearDay } from "../text/dayText";
import { FigureButton, FigureTable, Section, useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";

const periodKey = "numbersPeriod";

/** The period that was looked at last; this week, which a weekly review is about, before anybody chose one. */
export function rememberedPeriod(read: (key: string) => string | null): PeriodId {
  return periodIds.find((id) => id === read(periodKey)) ?? "week";
}

function Cell({
  of,
  id,
  when,
}: {
  readonly of: PeriodFigureId;
  readonly id: PeriodId;
  readonly when: "now" | "before";
}) {
  const { check, describe, periodOf, value, words } = useShown();
  const styles = useNumberStyles();
  const ref = { kind: "period", of, id, when } as const;
  const isAmountKnown = check.figures.key.wonAmount !== null;
  // Beside a sum that is not known, what it leaves out says nothing.
  const withoutAmount = of === "amount" && isAmountKnown ? (periodOf(id, when)?.withoutAmount ?? 0) : 0;
  const note = withoutAmount === 0 ? "" : words.period.withoutAmount(withoutAmount);
  return (
    <td className={styles.cell}>
      <FigureButton
        of={ref}
        className={styles.cellButton}
        label={[describe(ref).name, value(ref), note].filter((part) => part !== "").join(" ")}
      >
        {value(ref)}
      </FigureButton>
      {note !== "" && <div className={styles.note}>{note}</div>}
    </td>
  );
}

/** What a period brought, beside the one before it. */
export function PeriodSection({ id, onChoose }: { readonly id: PeriodId; readonly onChoose: (id: PeriodId) => void }) {
  const { memory, texts } = usePane();
  const { numbers, words } = useShown();
  const styles = useNumberStyles();
  const { today, system } = numbers;
  const { now, before } = periodPair(id, numbers);
  const text = words.period;
  const choose = (chosen: string) => {
    const next = periodIds.find((each) => each === chosen) ?? "week";
    memory.write(periodKey, next);
    onChoose(next);
  };
  const near = (day: number) => nearDay(day, today, system, texts);
  const named = (name: string, span: Period | null) =>
    span === null ? name : text.caption(name, text.days(near(span.from), near(span.to)));
  // An amount is no figure of a sheet that has none.
  const figures = periodFigureIds.filter((figure) => figure !== "amount" || numbers.records.columns.has("amount"));
  const undated = undatedIn(numbers.measures.customers);
  return (
    <Section id="period" title={words.groups.period}>
      <Select
        size="small"
        aria-label={text.label}
        value={id}
        onChange={(_, data) => choose(data.value)}
        data-testid="numbers-period-choice"
      >
        {periodIds.map((each) => (
          <option key={each} value={each}>
            {text.names[each]}
          </option>
        ))}
      </Select>
      <FigureTable
        caption={named(text.names[id], now)}
        columns={[text.head, text.names[id], ...(id === "all" ? [] : [text.before[id]])]}
      >
        {figures.map((figure) => (
          <tr key={figure}>
            <th scope="row" className={styles.rowHead}>
              {text.figures[figure].name}
            </th>
            <Cell of={figure} id={id} when="now" />
            {id !== "all" && <Cell of={figure} id={id} when="before" />}
          </tr>
        ))}
      </FigureTable>
      {id !== "all" && before !== null && <p className={styles.note}>{named(text.before[id], before)}</p>}
      {id !== "all" && undated.closed + undated.created > 0 && (
        <p className={styles.note}>{text.undated(undated.closed, undated.created)}</p>
      )}
    </Section>
  );
}
