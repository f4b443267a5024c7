import { Button, useAnnounce } from "@fluentui/react-components";
import { beginDraft, changeEntry } from "../../domain/schema/draft";
import { watchedStages } from "../../domain/measures/watchedStages";
import { usePane, useSessionState } from "../pane";
import { useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";

/**
 * Stages in which nobody is watched, each with the limit that the team's own history suggests; a press puts it into the Settings. Nothing
 * where every stage has a limit.
 */
export function StuckLimits() {
  const { session } = usePane();
  const { busy } = useSessionState();
  const { announce } = useAnnounce();
  const { check, numbers, stageTimes, words } = useShown();
  const styles = useNumberStyles();
  const { open, watched } = watchedStages(numbers.schema);
  const hasDays = numbers.records.columns.has("stageSince") && numbers.records.columns.has("stage");
  if (!hasDays || watched.length === open.length) return null;

  async function take(stage: string, days: number): Promise<void> {
    const schema = session.schema.subject()?.schema;
    const at = schema?.stages.findIndex(({ name }) => name === stage) ?? -1;
    const before = schema?.stages[at];
    // A draft that somebody is editing stays theirs.
    if (!schema || !before || session.schema.getState().draft !== null) return;
    session.schema.edit(changeEntry(beginDraft(schema), "stages", at, { ...before, stuckDays: days }));
    await session.schema.preview();
    await session.schema.apply();
    if (session.schema.getState().applied !== null) announce(words.limitTaken(stage, days));
  }

  return (
    <div data-testid="stuck-limits">
      <p className={styles.note}>{words.watched(watched.length, open.length)}</p>
      {open.map(({ name }, step) => {
        const limit = stageTimes[step]?.suggestedLimit ?? null;
        if (watched.some((stage) => stage.name === name)) return null;
        return (
          <p key={name} className={styles.note}>
            {limit === null ? words.noLimitKnown(name) : words.limitKnown(name, limit)}{" "}
            {limit !== null && check.installed && (
              <Button
                size="small"
                disabledFocusable={busy !== null || session.schema.getState().draft !== null}
                onClick={() => void take(name, limit)}
                aria-label={words.takeLimitOf(name, limit)}
              >
                {words.takeLimit}
              </Button>
            )}
          </p>
        );
      })}
    </div>
  );
}
