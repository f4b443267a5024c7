import { rowsBehind } from "../../domain/measures/rowsBehind/rowsBehind";
import type { TrendKind } from "../../domain/clocks/due";
import { useRowStyles } from "../controls/row.styles";
import { CustomerRow } from "./Drill";
import { FigureButton, Section, useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";

/** Customers that are shown without asking for all of them. */
const mostShown = 5;

function Moving({ of }: { readonly of: TrendKind }) {
  const { moving, numbers, value, words } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const found = moving[of].length;
  if (found === 0) return null;
  const ref = { kind: "trend", of } as const;
  const shown = rowsBehind(ref, numbers).rows.slice(0, mostShown);
  return (
    <>
      <FigureButton of={ref} className={styles.line}>
        <span className={styles.label}>{`${words.trend.signs[of]} ${words.trend.kinds[of].name}`}</span>{" "}
        <span className={styles.value}>{value(ref)}</span>
      </FigureButton>
      <ul className={rows.list}>
        {shown.map((row, index) => (
          <CustomerRow key={index} row={row} />
        ))}
      </ul>
      {found > shown.length && <p className={styles.note}>{words.trend.more(found - shown.length)}</p>}
    </>
  );
}

/** Customers that rise and such that cool, each with the log rows that say so. */
export function TrendsSection() {
  const { moving, numbers, words } = useShown();
  const styles = useNumberStyles();
  const nothing = moving.rising.length + moving.cooling.length === 0;
  return (
    <Section id="trends" title={words.groups.trends}>
      {nothing && <p className={styles.note}>{numbers.touches.length === 0 ? words.needsLog : words.trend.none}</p>}
      <Moving of="rising" />
      <Moving of="cooling" />
    </Section>
  );
}
