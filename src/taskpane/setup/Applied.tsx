import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { SetUpPlan } from "../../domain/plan/setUpPlan";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import { setupTexts } from "../text/load";
import { useViewText } from "../text/useViewText";

const useStyles = makeStyles({
  done: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  success: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** What a set-up has made that somebody will look for. */
function madeBy({ changes }: SetUpPlan) {
  const made = { sheets: 0, columns: 0, cells: 0 };
  for (const change of changes) {
    if (change.kind === "newSheet" || (change.kind === "sheet" && change.isNew)) made.sheets += 1;
    else if (change.kind === "columns") made.columns += change.headers.length;
    else if (change.kind === "values") made.cells += change.cells;
  }
  return made;
}

/**
 * Says that a set-up is done, and what it made.
 * @param plan what was carried out; null where the view was not open then
 */
export function Applied({ plan }: { readonly plan: SetUpPlan | null }) {
  const { navigation, language } = usePane();
  const setup = useViewText(setupTexts, language);
  const sections = useSectionStyles();
  const styles = useStyles();
  return (
    <div className={mergeClasses(sections.text, styles.done)} data-testid="setup-done">
      <span className={styles.success}>
        ✓ {setup.applied(plan === null ? { sheets: 0, columns: 0, cells: 0 } : madeBy(plan))}
      </span>
      <Button size="small" onClick={() => navigation.go("today")}>
        {setup.toToday}
      </Button>
    </div>
  );
}
