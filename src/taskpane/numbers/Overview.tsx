import { looksBack } from "../../domain/schema/reviewContext";
import { countIds, type CountId } from "../../domain/measures/rowsBehind/numberRef";
import { mergeClasses, Select } from "@fluentui/react-components";
import { winRateIds, type WinRateId } from "../../domain/measures/conversion";
import { conversionAges } from "../../domain/measures/allMeasures";
import { useState } from "react";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { Bar, FigureButton, FigureTable, Section, useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";

/** Counts that rest on what the sheet keeps only as it is now, whatever the review day. */
const asNow: readonly CountId[] = ["overdue", "dueToday", "stale", "stuck", "noNextStep"];

/** What stands now: a count each. */
export function NowSection() {
  const { check, value, words } = useShown();
  const isPast = looksBack(check);
  const rows = useRowStyles();
  const styles = useNumberStyles();
  return (
    <Section id="now" title={words.groups.now}>
      <ul className={styles.counts}>
        {countIds.map((id) => (
          <li key={id} title={check.figures.key[id] === null ? words.notMeasuredWhy : undefined}>
            <FigureButton of={{ kind: "count", id }} className={styles.count}>
              <span className={styles.large}>{value({ kind: "count", id })}</span>{" "}
              <span className={rows.secondary}>
                {words.counts[id].name}
                {isPast && asNow.includes(id) && ` · ${words.asNow}`}
              </span>
            </FigureButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const wayKey = "winRate";

/** The win rate in the way that this person's CRM counts it, then by month. */
export function ConversionSection() {
  const { memory } = usePane();
  const { cohorts, rateOf, value, words, write } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const [way, setWay] = useState<WinRateId>(() => winRateIds.find((id) => id === memory.read(wayKey)) ?? "closed");
  const rate = rateOf({ kind: "winRate", id: way });
  const choose = (chosen: string) => {
    const id = winRateIds.find((each) => each === chosen) ?? "closed";
    setWay(id);
    memory.write(wayKey, id);
  };
  // The latest months; older ones are all decided and say nothing new.
  const months = cohorts.slice(-12).reverse();
  return (
    <Section id="conversion" title={words.groups.conversion}>
      <Select
        size="small"
        aria-label={words.definitionOf}
        value={way}
        onChange={(_, data) => choose(data.value)}
        data-testid="win-rate-way"
      >
        {winRateIds.map((id) => (
          <option key={id} value={id}>
            {words.winRates[id].name}
          </option>
        ))}
      </Select>
      <FigureButton of={{ kind: "winRate", id: way }} className={styles.count}>
        <span className={styles.large}>{value({ kind: "winRate", id: way })}</span>{" "}
        <span className={mergeClasses(rows.secondary, rows.wrap)}>
          {rate === null
            ? words.notSeen
            : rate.whole === 0
              ? words.noCases
              : rate.interval === null
                ? words.fewNote
                : words.interval}
        </span>
      </FigureButton>
      {months.length > 0 && (
        <>
          <FigureTable caption={words.cohorts} columns={[words.cohortHead, words.winRate]}>
            {months.map(({ year, month, byAge }) => {
              const of = { kind: "cohort", year, month } as const;
              const ages = byAge.map((each, index) =>
                words.byAge(conversionAges[index] ?? 0, each === null ? words.tooYoung : write.shortRate(each)),
              );
              return (
                <tr key={`${year}-${month}`}>
                  <th scope="row" className={styles.rowHead}>
                    {words.month(year, month)}
                    <Bar share={rateOf(of)?.rate ?? 0} />
                  </th>
                  <td className={styles.cell}>
                    <FigureButton
                      of={of}
                      className={styles.cellButton}
                      label={words.cohortRate(words.month(year, month), value(of))}
                    >
                      {value(of)}
                    </FigureButton>
                    <div className={mergeClasses(rows.secondary, styles.note)}>{ages.join(" · ")}</div>
                  </td>
                </tr>
              );
            })}
          </FigureTable>
          <p className={styles.note}>{words.byAgeHint}</p>
        </>
      )}
    </Section>
  );
}
