import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { PointList } from "../../app/restore/points";
import type { PointEntry } from "../../domain/restore/point";
import { isoOfSerial } from "../../domain/values/date";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane, useSessionState } from "../pane";
import { restoreTexts } from "../text/load";
import type { RestoreText } from "../text/types/restore";
import { useViewText } from "../text/useViewText";
import { Conflicts, RestorePreview } from "./RestorePreview";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  point: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalXS,
  },
});

/** Kilobytes of so many bytes, at least one. */
function kilobytes(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024));
}

/** Time of day of a serial, as `10:42`. */
function timeOf(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

interface PointsProps {
  readonly list: PointList;
  readonly words: RestoreText;
  readonly installed: boolean;
  readonly busy: boolean;
  readonly onChoose: (id: string | null) => void;
}

/** The points, the newest first, each with the way back to before it. */
function Points({ list: { points, dropped, closed }, words, installed, busy, onChoose }: PointsProps) {
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useStyles();
  const size = kilobytes(points.reduce((sum, { bytes }) => sum + bytes, 0));
  const named = ({ first, cause }: PointEntry) => (first ? words.first : words.cause[cause]);
  return (
    <>
      <p className={sections.text} data-testid="restore-size">
        {closed ? words.closed : points.length > 0 ? words.size(points.length, words.kilobytes(size)) : words.none}
      </p>
      {dropped > 0 && <p className={mergeClasses(rows.secondary, sections.text)}>{words.dropped(dropped)}</p>}
      <ul className={rows.list}>
        {[...points].reverse().map((entry) => (
          <li key={entry.id} className={styles.point} data-testid="restore-point">
            <span>
              {named(entry)}
              <br />
              <span className={rows.secondary}>
                {words.moment(isoOfSerial(Math.floor(entry.at), 1900), timeOf(entry.at))} ·{" "}
                {words.kilobytes(kilobytes(entry.bytes))}
              </span>
            </span>
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => onChoose(entry.id)}
              data-testid="restore-choose"
            >
              {words.choose}
            </Button>
          </li>
        ))}
      </ul>
      {installed && !points.some(({ first }) => first) && (
        <>
          <p className={mergeClasses(rows.secondary, sections.text)}>{words.earlierHint}</p>
          <Button size="small" disabledFocusable={busy} onClick={() => onChoose(null)} data-testid="restore-earlier">
            {words.earlier}
          </Button>
        </>
      )}
    </>
  );
}

/** Gives back what the add-in changed, down to a point that the person chooses. */
export default function RestoreSection() {
  const { language, session } = usePane();
  const { busy, installed } = useSessionState();
  const { list, chosen, preview, done } = useSyncExternalStore(session.restore.subscribe, session.restore.getState);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useStyles();
  const words = useViewText(restoreTexts, language);
  const working = busy !== null;
  const choose = (id: string | null, deleteKept: boolean) => void session.restore.plan({ id, deleteKept });
  return (
    <section
      className={mergeClasses(rows.separator, sections.section)}
      aria-label={words.heading}
      data-testid="restore"
    >
      <h3 className={sections.heading}>{words.heading}</h3>
      <p className={mergeClasses(rows.secondary, rows.wrap, sections.text)}>{words.intro}</p>
      {done !== null && done.conflicts.length > 0 && (
        <div data-testid="restore-kept">
          <Conflicts conflicts={done.conflicts} listSheet={done.sheet} words={words} />
          <Button size="small" onClick={session.restore.drop}>
            {words.understood}
          </Button>
        </div>
      )}
      {preview !== null ? (
        <RestorePreview
          plan={preview}
          words={words}
          busy={working}
          deleteKept={chosen?.deleteKept ?? false}
          onDeleteKept={(wanted) => choose(chosen?.id ?? null, wanted)}
        />
      ) : list !== null ? (
        <Points list={list} words={words} installed={installed} busy={working} onChoose={(id) => choose(id, false)} />
      ) : (
        <div className={styles.actions}>
          <Button
            size="small"
            disabledFocusable={working}
            onClick={() => void session.restore.look()}
            data-testid="restore-look"
          >
            {words.look}
          </Button>
        </div>
      )}
    </section>
  );
}
