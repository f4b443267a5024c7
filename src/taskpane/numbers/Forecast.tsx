import { asKnown } from "../../domain/measures/asKnown";
import { closings } from "../../domain/measures/closing";
import { fewestDecided } from "../../domain/measures/forecast";
import { FigureLine, Section, useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";

/** What the open customers may bring, by the team's own history. */
export function ForecastSection() {
  const { averageWon, check, numbers, stages, words, write } = useShown();
  const styles = useNumberStyles();
  const { byClosing, cycle, forecast, probabilities, velocity, winRates } = numbers.measures;
  if (check.figures.key.pipelineAmount === null) return null;
  const { bases, neglected, range, weighted, withoutChance } = forecast;
  const known = (amount: number) => write.amount(asKnown(amount, range === null ? 0 : range.high - range.low));
  const weightedNote =
    range === null
      ? words.noForecast(fewestDecided)
      : [
          words.range(known(range.low), known(range.high)),
          words.chancesFrom(bases),
          ...(withoutChance > 0 ? [words.withoutChance(withoutChance)] : []),
        ].join(" · ");
  const { closed } = winRates;
  return (
    <Section id="forecast" title={words.groups.forecast}>
      <FigureLine
        of={{ kind: "weighted" }}
        name={words.weighted.name}
        note={forecast.deals === forecast.withoutAmount ? undefined : weightedNote}
      />
      <FigureLine
        of={{ kind: "neglected" }}
        name={words.neglected.name}
        note={
          weighted !== null && neglected !== null && weighted > 0
            ? words.share(write.percent(neglected / weighted, 0))
            : undefined
        }
      />
      {(["open", "won"] as const).map((of) => (
        <FigureLine key={of} of={{ kind: "withoutAmount", of }} name={words.withoutAmount[of].name} />
      ))}
      <FigureLine
        of={{ kind: "cycle" }}
        name={words.cycle.name}
        note={cycle.mean === null ? undefined : words.mean(write.days(cycle.mean))}
      />
      <FigureLine
        of={{ kind: "velocity" }}
        name={words.velocity.name}
        note={
          velocity === null || averageWon === null || closed?.rate == null || cycle.median === null
            ? undefined
            : words.velocityOf(
                forecast.deals,
                write.amount(averageWon),
                write.percent(closed.rate, closed.whole),
                write.days(cycle.median),
              )
        }
      />
      {range !== null && <p className={styles.note}>{words.rangeWhy}</p>}
      {byClosing !== null && (
        <>
          <h4 className={styles.sub}>{words.byClosing}</h4>
          {closings.map((when) => (
            <FigureLine
              key={when}
              of={{ kind: "closing", when }}
              name={words.closing[when].name}
              note={words.closingOf(byClosing[when].customers, byClosing[when].withoutAmount)}
            />
          ))}
        </>
      )}
      <h4 className={styles.sub}>{words.chances}</h4>
      {probabilities.map(({ basis, probability, resolved, won }, step) => (
        <p key={step} className={styles.note}>
          {`${stages[step] ?? ""} ${probability === null ? words.notMeasured : write.percent(probability, 0)} · ${words.chanceFrom(basis)} · ${words.chance(won, resolved)}`}
        </p>
      ))}
    </Section>
  );
}
