import { conversionAges } from "../../domain/measures/allMeasures";
import { Bar, FigureButton, FigureLine, FigureTable, Section, useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";

/** How long it takes to win, and how long open customers have not been contacted. */
export function TimeSection() {
  const { check, numbers, stages, stageTimes, value, words, write } = useShown();
  const styles = useNumberStyles();
  const { timeToWin, undated } = numbers.measures;
  const { ageing } = check.figures;
  const most = Math.max(1, ...ageing.map(({ silent }) => silent ?? 0));
  const isSilenceKnown = ageing.some(({ silent }) => silent !== null);
  const times = stageTimes.flatMap(({ customers, median }, step) =>
    median === null
      ? []
      : [{ stage: stages[step] ?? "", text: words.stageTimeOf(Number(write.days(median)), customers) }],
  );
  return (
    <Section id="time" title={words.groups.time}>
      {conversionAges.map((days) => (
        <FigureLine key={days} of={{ kind: "converted", days }} name={words.converted(days).name} />
      ))}
      {timeToWin !== null && <p className={styles.note}>{words.halfWon(timeToWin)}</p>}
      {undated > 0 && <p className={styles.note}>{words.undated(undated)}</p>}
      {isSilenceKnown && (
        <FigureTable caption={words.ageing} columns={[words.daysHead, words.customersHead]}>
          {ageing.map(({ from, to, silent }) => {
            const of = { kind: "band", from, to } as const;
            const name = words.band(from, to);
            return (
              <tr key={from}>
                <th scope="row" className={styles.rowHead}>
                  {name}
                  <Bar share={(silent ?? 0) / most} />
                </th>
                <td className={styles.cell}>
                  <FigureButton of={of} className={styles.cellButton} label={`${name} ${value(of)}`}>
                    {value(of)}
                  </FigureButton>
                </td>
              </tr>
            );
          })}
        </FigureTable>
      )}
      {times.length > 0 && (
        <>
          <h4 className={styles.sub}>{words.stageTime}</h4>
          {times.map(({ stage, text }) => (
            <p key={stage} className={styles.note}>
              {`${stage}: ${text}`}
            </p>
          ))}
        </>
      )}
    </Section>
  );
}

/** What the log alone can tell. */
export function FollowUpSection() {
  const { numbers, words, write } = useShown();
  const styles = useNumberStyles();
  const { logged } = numbers.measures;
  if (logged === null) {
    return (
      <Section id="followUp" title={words.groups.followUp}>
        <p className={styles.note}>{words.needsLog}</p>
      </Section>
    );
  }
  const { coverage, firstResponse, promises, touches } = logged;
  return (
    <Section id="followUp" title={words.groups.followUp}>
      <FigureLine
        of={{ kind: "coverage" }}
        name={words.coverage.name}
        note={coverage.tooNew > 0 ? words.tooNew(coverage.tooNew) : undefined}
      />
      <FigureLine
        of={{ kind: "onTime" }}
        name={words.onTime.name}
        note={promises.pending + promises.moved > 0 ? words.pending(promises.pending, promises.moved) : undefined}
      />
      <FigureLine
        of={{ kind: "firstResponse" }}
        name={words.firstResponse.name}
        note={
          firstResponse.customers === 0
            ? words.noCreationDay
            : words.withinOneDay(write.rate(firstResponse.withinOneDay))
        }
      />
      <FigureLine
        of={{ kind: "touches" }}
        name={words.touches.name}
        note={words.touchCount(touches.substantive, touches.customers)}
      />
    </Section>
  );
}
