import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRowStyles } from "../controls/row.styles";

/** A part of the preview that can be gone to. */
export interface Step {
  readonly id: string;
  readonly name: string;
  /** How much of it wants a look; 0 for nothing. */
  readonly asked: number;
}

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXS, margin: 0, padding: 0 },
  step: {
    border: "none",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** The steps one after the other, each a way to its part; a step with nothing in it is not shown. */
export function StepLine({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  const rows = useRowStyles();
  const styles = useStyles();
  return (
    <nav aria-label={label}>
      <ol className={mergeClasses(rows.list, styles.line)}>
        {steps.map(({ id, name, asked }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.step}
              onClick={() => document.getElementById(id)?.scrollIntoView({ block: "start" })}
            >
              {asked > 0 ? `${name} (${asked})` : name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
