import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type KeyboardEvent } from "react";
import type { Finding } from "../../domain/rules/finding";
import { CardButton } from "../controls/CardButton";
import { keyOf } from "../controls/composing";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { useWindowed, windowSize } from "../controls/windowed";
import type { FindingGroup, Grouping } from "./findingGroups";
import { SeverityMark } from "./SeverityMark";

const useStyles = makeStyles({
  group: { marginTop: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalXS },
  heading: { margin: 0, fontSize: "inherit", fontWeight: "inherit" },
  toggle: { fontWeight: tokens.fontWeightSemibold },
  arrow: { display: "flex", alignSelf: "center", flexShrink: 0, color: tokens.colorNeutralForeground2 },
  found: { display: "flex", alignItems: "flex-start" },
  item: { flexGrow: 1, minWidth: 0, width: "auto", flexDirection: "column", alignItems: "stretch" },
  line: { display: "flex", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
});

/**
 * ↑ and ↓ move through the findings in sight, across groups, and select each one's cell; the focus stays in the pane. Groups
 * that are closed and lists that go on are stops, which Enter opens.
 */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const key = keyOf(event);
  if (key !== "ArrowDown" && key !== "ArrowUp") return;
  const list = event.currentTarget.closest("[data-findings]");
  if (list === null) return;
  event.preventDefault();
  const stops = [...list.querySelectorAll<HTMLButtonElement>("button[data-stop]")];
  const at = stops.findIndex((stop) => stop === event.currentTarget);
  const next = stops[key === "ArrowDown" ? at + 1 : at - 1];
  next?.focus();
  if (next?.dataset["stop"] === "finding") next.click();
}

/** What the findings of all groups share. */
interface Shared {
  readonly by: Grouping;
  readonly sentence: (finding: Finding) => string;
  readonly current: Finding | null;
  readonly onCurrent: (finding: Finding) => void;
}

interface ItemProps extends Shared {
  readonly finding: Finding;
  readonly isStop: boolean;
}

function Item({ finding, by, sentence, onCurrent, isStop }: ItemProps) {
  const { selectCell, texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const message = sentence(finding);
  const customer = finding.customer === "" && finding.row > 0 ? texts.check.row(finding.row) : finding.customer;
  // What the group's heading says already is not said again.
  const name = by === "row" ? finding.header : customer;
  const where = finding.reason.rule === "settings" ? `${finding.sheet} ${finding.cell}`.trim() : finding.cell;
  return (
    <li className={styles.found}>
      <button
        type="button"
        className={mergeClasses(rows.row, styles.item)}
        tabIndex={isStop ? 0 : -1}
        onKeyDown={walk}
        onClick={() => {
          onCurrent(finding);
          if (finding.cell !== "") selectCell(finding.sheet, finding.cell);
        }}
        data-stop="finding"
        data-testid="finding"
      >
        <span className={styles.line}>
          {/* The blanks part the words for screen readers; on screen the layout does. */}
          <SeverityMark severity={finding.severity} /> <span className={rows.name}>{name}</span>{" "}
          <span className={mergeClasses(rows.secondary, rows.number)}>{where}</span>
        </span>{" "}
        <span className={mergeClasses(rows.secondary, rows.wrap)}>{message}</span>
      </button>
      {finding.customer !== "" && finding.reason.rule !== "settings" && (
        <CardButton row={finding.row} name={finding.customer} tabIndex={isStop ? 0 : -1} />
      )}
    </li>
  );
}

interface GroupProps extends Shared {
  readonly group: FindingGroup;
  readonly startOpen: boolean;
}

function Group({ group, startOpen, ...shared }: GroupProps) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const [open, setOpen] = useState(startOpen);
  const body = useId();
  const heading = useId();
  const { shown, hidden, showMore } = useWindowed(group.findings);
  // One stop for the Tab key per list: the finding that was last visited, or the first.
  const { current } = shared;
  const stop = current !== null && shown.includes(current) ? current : shown[0];
  return (
    <section className={mergeClasses(rows.separator, styles.group)} aria-labelledby={heading}>
      <h3 className={styles.heading}>
        <button
          id={heading}
          type="button"
          className={mergeClasses(rows.row, styles.toggle)}
          aria-expanded={open}
          aria-controls={body}
          onKeyDown={walk}
          onClick={() => setOpen(!open)}
          data-stop={open ? undefined : "group"}
          data-testid="finding-group"
        >
          <span className={rows.name}>{group.title}</span>
          <span className={rows.number}>{group.findings.length}</span>
          <span className={styles.arrow}>{open ? <ChevronDownRegular /> : <ChevronRightRegular />}</span>
        </button>
      </h3>
      <div id={body} hidden={!open}>
        {open && (
          <ul className={rows.list} aria-labelledby={heading}>
            {shown.map((finding, index) => (
              <Item key={index} finding={finding} isStop={finding === stop} {...shared} />
            ))}
          </ul>
        )}
        {open && hidden > 0 && (
          <Link as="button" onClick={showMore} onKeyDown={walk} data-stop="more">
            {texts.check.more(Math.min(hidden, windowSize))}
          </Link>
        )}
      </div>
    </section>
  );
}

/** With more findings than this only the first group is open at first. */
const openAllUpTo = 200;

interface Props {
  readonly groups: readonly FindingGroup[];
  readonly by: Grouping;
  readonly sentence: (finding: Finding) => string;
}

/** Findings in groups. A click, Enter or an arrow key selects the cell. */
export function FindingList({ groups, by, sentence }: Props) {
  const { texts } = usePane();
  const [current, setCurrent] = useState<Finding | null>(null);
  const { shown, hidden, showMore } = useWindowed(groups);
  const total = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <div data-findings>
      {shown.map((group, index) => (
        <Group
          key={group.key}
          group={group}
          // A row has few findings, and its heading alone says little.
          startOpen={by === "row" || index === 0 || total <= openAllUpTo}
          by={by}
          sentence={sentence}
          current={current}
          onCurrent={setCurrent}
        />
      ))}
      {hidden > 0 && (
        <Link as="button" onClick={showMore} onKeyDown={walk} data-stop="more">
          {texts.check.moreGroups(Math.min(hidden, windowSize))}
        </Link>
      )}
    </div>
  );
}
