import { Button, Link, mergeClasses } from "@fluentui/react-components";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Health } from "../../app/health/work";
import type { HealthItem } from "../../domain/plan/healthItem";
import type { SettingsIssue } from "../../domain/plan/settingsIssue";
import { cellAddress } from "../../domain/workbook/area";
import { usePane, useSessionState } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { healthTexts } from "../text/load";
import type { HealthText } from "../text/types/health";
import { useViewText } from "../text/useViewText";
import { GoneEntries } from "./GoneEntries";
import { useRepairStyles } from "./repair.styles";
import { saidCells, SettingsAsks, type Said } from "./SettingsAsks";

/** Faults shown one by one. */
const mostItems = 10;

function useHealth(): Health | null {
  const { session } = usePane();
  return useSyncExternalStore(session.health.subscribe, session.health.getState).health;
}

function Item({ item, words }: { readonly item: HealthItem; readonly words: HealthText }) {
  const { selectCell } = usePane();
  const { place } = item;
  const cell = place && cellAddress(place.area.row, place.area.column);
  return (
    <li data-testid="health-item">
      {words.item(item)}
      {place && cell && (
        <>
          {" · "}
          <Link as="button" inline onClick={() => selectCell(place.sheet, cell)}>
            {cell}
          </Link>
        </>
      )}
    </li>
  );
}

interface FaultsProps {
  readonly items: readonly HealthItem[];
  readonly asks: readonly SettingsIssue[];
  readonly words: HealthText;
}

function Faults({ items, asks, words }: FaultsProps) {
  const { session } = usePane();
  const { busy } = useSessionState();
  const rows = useRowStyles();
  const styles = useRepairStyles();
  const [said, setSaid] = useState<Said>(new Map());
  const cells = saidCells(asks, said);
  const isIdle = busy !== null || items.length + cells.size === 0;
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.heading}>{`⚠ ${words.heading(items.length + asks.length)}`}</h3>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={isIdle}
          onClick={() => {
            if (!isIdle) void session.health.repair(cells);
          }}
          data-testid="health-repair"
        >
          {words.repair}
        </Button>
      </div>
      <ul className={mergeClasses(styles.items, rows.wrap)}>
        {items.slice(0, mostItems).map((item, index) => (
          <Item key={index} item={item} words={words} />
        ))}
        {items.length > mostItems && <li className={rows.secondary}>{words.more(items.length - mostItems)}</li>}
      </ul>
      <SettingsAsks asks={asks} said={said} words={words} onSay={setSaid} />
      <p className={mergeClasses(rows.secondary, styles.text)}>{words.why}</p>
    </>
  );
}

/** Whether the rules that were installed still stand in the workbook; one press puts back what paste and typing took away. */
export default function HealthSection() {
  const { language, session, texts } = usePane();
  const { check } = useSessionState();
  const health = useHealth();
  const rows = useRowStyles();
  const styles = useRepairStyles();
  const words = useViewText(healthTexts, language);
  useEffect(() => {
    void session.health.look();
  }, [session, check]);
  if (health === null) return null;
  const faults = health.items.length + health.asks.length;
  const refusal = health.refusal ? texts.refusal(health.refusal) : null;
  return (
    <section className={mergeClasses(rows.separator, styles.root)} aria-label={words.label} data-testid="health">
      {refusal !== null && <p className={styles.text}>{texts.sentences(refusal.what, refusal.todo)}</p>}
      {faults > 0 && <Faults items={health.items} asks={health.asks} words={words} />}
      {health.gone.length > 0 && <GoneEntries gone={health.gone} words={words} />}
      {refusal === null && faults + health.gone.length === 0 && (
        <p className={mergeClasses(rows.secondary, styles.text)} data-testid="health-fine">
          {`✓ ${words.healthy}`}
        </p>
      )}
      {health.left.length > 0 && (
        <p className={mergeClasses(rows.secondary, styles.text)}>{words.left(health.left.length)}</p>
      )}
    </section>
  );
}
