import { makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "../pane";
import type { StripFigures } from "./dueGroups";

const useStyles = makeStyles({
  strip: {
    display: "grid",
    gridTemplateColumns: "repeat(4, minmax(0, 1fr))",
    columnGap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalM} 0 0`,
  },
  // The label reads first for screen readers and stands below the number for the eye.
  figure: { display: "flex", flexDirection: "column-reverse", justifyContent: "flex-end" },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  label: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  small: { display: "block", fontVariantNumeric: "tabular-nums" },
});

interface FigureProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly small?: string | undefined;
}

function Figure({ id, label, value, hint, small }: FigureProps) {
  const styles = useStyles();
  return (
    <div className={styles.figure} title={hint}>
      <dt className={styles.label}>
        {label}
        {small !== undefined && <span className={styles.small}>{small}</span>}
      </dt>
      <dd className={styles.number} data-testid={`figure-${id}`}>
        {value}
      </dd>
    </div>
  );
}

/** Four figures in one line: open, win rate with its n, overdue, due today. */
export function FigureStrip({ figures }: { readonly figures: StripFigures }) {
  const { texts } = usePane();
  const styles = useStyles();
  const { name, notMeasured, notMeasuredShort } = texts.figures;
  const count = (value: number | null) => (value === null ? notMeasuredShort : String(value));
  const { won, lost } = figures;
  const rate = won === null || lost === null ? null : texts.figures.rate(won, won + lost);
  return (
    <dl className={styles.strip} aria-label={texts.figures.label}>
      <Figure id="open" label={name("open")} value={count(figures.open)} />
      <Figure
        id="winRate"
        label={name("winRate")}
        value={figures.winRate === null ? notMeasuredShort : `${Math.round(figures.winRate * 100)}%`}
        hint={rate === null ? notMeasured : undefined}
        small={rate === null ? undefined : won === 0 && lost === 0 ? texts.figures.noneClosed : rate}
      />
      <Figure
        id="overdue"
        label={name("overdue")}
        value={count(figures.overdue)}
        hint={figures.overdue === null ? notMeasured : undefined}
      />
      <Figure
        id="dueToday"
        label={name("dueToday")}
        value={count(figures.dueToday)}
        hint={figures.dueToday === null ? notMeasured : undefined}
      />
    </dl>
  );
}
