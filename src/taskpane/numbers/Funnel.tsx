import { mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import { funnelModes, type FunnelMode, type StageFlow } from "../../domain/measures/funnel";
import { promisePeriod } from "../../domain/measures/allMeasures";
import { usePane } from "../pane";
import { Bar, FigureButton, FigureTable, Section, useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";

const modeKey = "funnel";
const exits: readonly Exclude<keyof StageFlow, "entered">[] = [
  ...(["advanced", "lost", "parked", "movedBack", "reassigned", "still"] as const),
];

/** How many customers came how far, by one of three ways to count. */
export function FunnelSection() {
  const { memory } = usePane();
  const { flows, funnelOf, stages, words, write } = useShown();
  const styles = useNumberStyles();
  const [mode, setMode] = useState<FunnelMode>(
    () => funnelModes.find((each) => each === memory.read(modeKey)) ?? "passed",
  );
  const { steps, unknown, lowerBound } = funnelOf(mode);
  const most = Math.max(1, ...steps.map(({ reached }) => reached));
  const choose = (chosen: string) => {
    const way = funnelModes.find((each) => each === chosen) ?? "passed";
    setMode(way);
    memory.write(modeKey, way);
  };
  const entries = (flows ?? []).flatMap((flow, step) =>
    flow.entered === 0
      ? []
      : [
          {
            stage: stages[step] ?? "",
            text: words.flow(
              flow.entered,
              exits
                .filter((exit) => flow[exit] > 0)
                .map((exit) => `${words.flowParts[exit]} ${flow[exit]}`)
                .join(" + "),
            ),
          },
        ],
  );
  if (stages.length === 0) return null;
  return (
    <Section id="funnel" title={words.groups.funnel}>
      <Select
        size="small"
        aria-label={words.mode}
        value={mode}
        onChange={(_, data) => choose(data.value)}
        data-testid="funnel-mode"
      >
        {funnelModes.map((each) => (
          <option key={each} value={each}>
            {words.modes[each].name}
          </option>
        ))}
      </Select>
      <FigureTable
        caption={words.modes[mode].definition}
        columns={[words.stageHead, words.customersHead, words.ofAllHead, words.toNextHead]}
      >
        {steps.map(({ reached, next, cumulative, isAtLeast }, step) => {
          const name = stages[step] ?? words.won;
          const mark = isAtLeast ? words.lowerBound : "";
          // Of two numbers that may both be too small nobody knows whether the one is too small for the other.
          const nextMark = next !== null && (isAtLeast || steps[step + 1]?.isAtLeast === true) ? words.about : "";
          return (
            <tr key={name + String(step)}>
              <th scope="row" className={styles.rowHead}>
                {name}
                <Bar share={reached / most} />
              </th>
              <td className={styles.cell}>
                <FigureButton
                  of={{ kind: "reached", mode, step }}
                  className={styles.cellButton}
                  label={`${name} ${isAtLeast ? words.atLeast(reached) : reached}`}
                >
                  {mark + String(reached)}
                </FigureButton>
              </td>
              <td className={mergeClasses(styles.cell, styles.plain)}>{mark + write.shortRate(cumulative)}</td>
              <td className={styles.cell}>
                {next !== null && (
                  <FigureButton
                    of={{ kind: "next", mode, step }}
                    className={styles.cellButton}
                    label={`${name} ${words.toNext(write.rate(next))}`}
                  >
                    {nextMark + write.shortRate(next)}
                  </FigureButton>
                )}
              </td>
            </tr>
          );
        })}
      </FigureTable>
      {lowerBound && <p className={styles.note}>{words.lowerBoundWhy}</p>}
      {mode === "passed" && unknown > 0 && <p className={styles.note}>{words.unknown(unknown)}</p>}
      {entries.length > 0 && (
        <>
          <h4 className={styles.sub}>{words.flows(promisePeriod)}</h4>
          {entries.map(({ stage, text }) => (
            <p key={stage} className={styles.note}>
              {`${stage}: ${text}`}
            </p>
          ))}
        </>
      )}
    </Section>
  );
}
