import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, useId, useState } from "react";
import type { CheckResult } from "../../app/subject";
import type { DueItem } from "../../domain/clocks/due";
import { Deferred } from "../controls/Deferred";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { fullDay, nearDay } from "../text/dayText";
import type { OwnerChoice } from "./dueGroups";
import { KeyAccountMark } from "../controls/KeyAccountMark";

const RowActions = lazy(async () => ({ default: (await import("./RowActions")).RowActions }));

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "baseline" },
  go: { flexGrow: 1, minWidth: 0, width: "auto" },
  // A long name gives way only where it leaves the stage no room at all.
  name: { flexShrink: 0, maxWidth: "75%" },
  stage: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  flag: { flexShrink: 0, width: "auto", minWidth: "76px", justifyContent: "flex-end" },
  overdue: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  stale: { color: tokens.colorStatusWarningForeground3 },
  calm: { color: tokens.colorNeutralForeground2 },
  detail: { margin: 0, padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}` },
});

interface Props {
  readonly item: DueItem;
  readonly check: CheckResult;
  /** The first row shows its note unasked. */
  readonly first: boolean;
  readonly me: OwnerChoice;
}

/** One customer of the to-do list: the name goes to the cell, the flag says why the customer is here. */
export function DueRow({ item, check, first, me }: Props) {
  const { selectCell, session, texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const [explained, setExplained] = useState(false);
  const why = useId();
  const book = check.installed ? session.rep.book() : null;
  const open = first || explained;
  const listed = open && book ? session.rep.customers().find(({ row }) => row === item.row) : undefined;
  const { today, system } = check;
  const customer = item.customer === "" ? texts.today.unnamed : item.customer;
  const flag = texts.today.flag(item);
  const promised = item.group === "overdue" && item.days !== null ? today - item.days : null;
  const near = (day: number | null) => (day === null ? null : nearDay(day, today, system, texts));
  const tone = item.group === "overdue" ? styles.overdue : item.group === "stale" ? styles.stale : styles.calm;
  const lastFull = item.lastContact === null ? undefined : fullDay(item.lastContact, system, texts);
  const also = item.also.map(({ group }) => texts.today.groups[group]);
  if (item.trend !== null) also.unshift(texts.today.trends[item.trend]);
  // A customer of somebody else's stands here because I am a co-owner.
  const whose = me === null || item.owner === me ? [] : [texts.rep.today.with(item.owner)];
  return (
    <li>
      <div className={styles.line}>
        <button
          type="button"
          className={mergeClasses(rows.row, styles.go)}
          title={item.note === "" ? undefined : item.note}
          onClick={() => selectCell(item.sheet, item.cell)}
          data-testid="due-item"
        >
          <span className={mergeClasses(rows.name, styles.name)}>
            {item.keyAccount && <KeyAccountMark />}
            {customer}
          </span>
          <span className={mergeClasses(rows.secondary, styles.stage)}>
            {[...whose, item.stage === "" ? texts.today.noStage : item.stage, ...also].join(" · ")}
          </span>
        </button>
        <button
          type="button"
          className={mergeClasses(rows.row, rows.number, styles.flag, tone)}
          aria-expanded={explained}
          aria-controls={why}
          aria-label={texts.today.flagLabel(flag, customer)}
          onClick={() => setExplained(!explained)}
        >
          {flag}
          <span aria-hidden="true" className={rows.secondary}>
            {explained ? "▾" : "▸"}
          </span>
        </button>
      </div>
      <p
        id={why}
        hidden={!explained}
        className={mergeClasses(rows.secondary, styles.detail)}
        title={promised === null ? lastFull : fullDay(promised, system, texts)}
      >
        {texts.today.explain(item, near(item.lastContact), near(promised))}
      </p>
      {open && item.note !== "" && (
        <p className={mergeClasses(rows.secondary, rows.wrap, styles.detail)}>{item.note}</p>
      )}
      {listed && book && (
        <div className={styles.detail}>
          <Deferred>
            <RowActions customer={listed} book={book} me={me} onDone={() => setExplained(false)} />
          </Deferred>
        </div>
      )}
    </li>
  );
}
