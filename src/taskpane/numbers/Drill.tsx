import type { Because, RowBehind, NumberRef } from "../../domain/measures/rowsBehind/numberRef";
import { Button, Link, mergeClasses } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useMemo, useRef, useState } from "react";
import { rowsBehind } from "../../domain/measures/rowsBehind/rowsBehind";
import { cellAddress, type Area } from "../../domain/workbook/area";
import { usePane } from "../pane";
import { useHeadingStyles } from "../controls/heading.styles";
import { CardButton } from "../controls/CardButton";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { nearDay, timeOfDay } from "../text/dayText";
import { useWindowed, windowSize } from "../controls/windowed";
import { useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";

/** Rows that lie under each other, as areas of the list's whole width. */
function blocksOf(rows: readonly number[], body: Area): readonly Area[] {
  const blocks: { row: number; rows: number }[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = blocks.at(-1);
    if (last && last.row + last.rows === row) last.rows += 1;
    else blocks.push({ row, rows: 1 });
  }
  return blocks.map((block) => ({ ...body, ...block }));
}

function useBecauseWords(): (because: Because, row: number) => string {
  const { texts } = usePane();
  const { numbers, words, write } = useShown();
  const { today, system } = numbers;
  const near = (day: number) => nearDay(day, today, system, texts);
  return (because, row) => {
    switch (because.kind) {
      case "state":
        return words.because.state(texts.figures.name(because.state), because.day === null ? null : near(because.day));
      case "flag": {
        const { days, group } = because.flag;
        const promised = group === "overdue" && days !== null ? near(today - days) : null;
        return texts.today.reason(because.flag, because.stage, promised);
      }
      case "lastContact":
        return texts.today.lastContact(because.day === null ? null : near(because.day), {
          evidence: because.evidence,
          row,
        });
      case "reached":
        return words.because.reached(because.stage ?? words.won, because.known);
      case "days":
        return words.because.days(because.days);
      case "promise":
        return words.because.promise(near(because.due), because.outcome, because.logRow);
      case "contact":
        return words.because.contact(near(because.day), because.substantive, because.logRow);
      case "signal":
        return words.because.signal(because.id, because.count, because.logRows);
      case "entered":
        return words.because.entered(
          because.at === null ? null : `${near(because.at)} ${timeOfDay(because.at)}`,
          near(because.day),
          because.logRow,
        );
      case "noContact":
        return words.because.noContact;
      case "worth":
        // The rows are the evidence: here the amounts stand in full.
        return words.because.worth(
          write.fullAmount(because.amount),
          write.percent(because.chance, 0),
          write.fullAmount(because.amount * because.chance),
        );
      case "amount":
        return words.because.amount(write.fullAmount(because.amount));
      case "created":
        return words.because.created(because.day === null ? null : near(because.day));
      case "trend": {
        const { from, to, recent, earlier, logRows } = because;
        return words.because.trend(from === null || to === null ? null : { from, to }, recent, earlier, logRows);
      }
      case "noChance":
        return words.because.noChance(write.fullAmount(because.amount));
      case "noAmount":
        return words.because.noAmount;
      case "expectedClose":
        return words.because.expectedClose(near(because.day));
    }
  };
}

/** A customer with the reasons why it counts; a press goes to its cell. */
export function CustomerRow({ row: { customer, because } }: { readonly row: RowBehind }) {
  const { selectCell } = usePane();
  const { numbers, words } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const say = useBecauseWords();
  const { area, columns, sheet } = numbers.records;
  const row = customer === null ? 0 : area.row + customer.index + 1;
  const why = because.map((each) => say(each, row)).join(" · ");
  if (customer === null) {
    return <li className={mergeClasses(rows.secondary, rows.wrap)}>{[words.drill.gone, why].join(" · ")}</li>;
  }
  const name = customer.name === "" ? words.drill.unnamed : customer.name;
  return (
    <li className={styles.inLine}>
      <button
        type="button"
        className={mergeClasses(rows.row, styles.stacked)}
        onClick={() => selectCell(sheet, cellAddress(row - 1, area.column + (columns.get("customer") ?? 0)))}
        data-testid="number-row"
      >
        {/* The blanks part the words for screen readers; on screen the layout does. */}
        <span className={styles.inLine}>
          <span className={rows.name}>{name}</span>{" "}
          <span className={mergeClasses(rows.secondary, rows.number)}>{words.drill.row(row)}</span>
        </span>{" "}
        <span className={mergeClasses(rows.secondary, rows.wrap)}>
          {[customer.owner, customer.stage, why].filter((part) => part !== "").join(" · ")}
        </span>
      </button>
      <CardButton row={row} name={name} />
    </li>
  );
}

function Rows({ title, list }: { readonly title: string; readonly list: readonly RowBehind[] }) {
  const { words } = useShown();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useNumberStyles();
  const { shown, hidden, showMore } = useWindowed(list);
  return (
    <section className={mergeClasses(rows.separator, sections.section)}>
      <h3 className={sections.heading}>{title}</h3>
      <ul className={rows.list}>
        {shown.map((row, index) => (
          <CustomerRow key={index} row={row} />
        ))}
      </ul>
      {hidden > 0 && (
        <Link as="button" className={styles.more} onClick={showMore}>
          {words.drill.more(Math.min(hidden, windowSize))}
        </Link>
      )}
    </section>
  );
}

/** What stands behind a number: how it is calculated, what it was divided by, and its rows. */
export function Drill({ of, onBack }: { readonly of: NumberRef; readonly onBack: () => void }) {
  const { session } = usePane();
  const { describe, inFull, numbers, value, words } = useShown();
  const styles = useNumberStyles();
  const headings = useHeadingStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const [block, setBlock] = useState(0);
  const behind = useMemo(() => rowsBehind(of, numbers), [of, numbers]);
  const { rows, others, whole } = behind;
  const { name, definition, elsewhere } = describe(of);
  const { area, sheet } = numbers.records;
  const blocks = blocksOf(
    rows.flatMap(({ customer }) => (customer === null ? [] : [area.row + customer.index])),
    area,
  );
  const next = blocks[block % Math.max(1, blocks.length)];
  useEffect(() => {
    // The number that was pressed has gone from the page: keyboard and screen reader go on here.
    heading.current?.focus();
  }, []);
  const facts: readonly (readonly [string, string])[] = [
    [words.drill.definition, definition],
    ...(elsewhere === "" ? [] : [[words.drill.elsewhere, elsewhere] as const]),
    ...(whole === null
      ? [[words.drill.denominator, words.drill.noDenominator] as const]
      : ([
          [words.drill.numerator, String(rows.length)],
          [words.drill.denominator, String(whole)],
        ] as const)),
  ];
  return (
    <div data-testid="number-drill">
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowLeftRegular />}
        className={styles.back}
        onClick={onBack}
        data-testid="number-back"
      >
        {words.drill.back}
      </Button>
      <h2 ref={heading} tabIndex={-1} className={mergeClasses(headings.page, styles.focused)}>
        {name}
      </h2>
      <div className={styles.large} data-testid="number-value">
        {inFull(of) ?? value(of)}
      </div>
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>{fact}</dd>
          </div>
        ))}
      </dl>
      {next && (
        <Button
          size="small"
          onClick={() => {
            void session.select(sheet, next);
            setBlock((block + 1) % blocks.length);
          }}
          data-testid="number-show"
        >
          {blocks.length === 1 ? words.drill.show : words.drill.showPart((block % blocks.length) + 1, blocks.length)}
        </Button>
      )}
      {rows.length === 0 && others.length === 0 && <p>{words.drill.noRows}</p>}
      {rows.length > 0 && <Rows title={words.drill.counted(rows.length)} list={rows} />}
      {others.length > 0 && (
        <Rows
          title={whole === null ? words.drill.notCounted(others.length) : words.drill.others(others.length)}
          list={others}
        />
      )}
    </div>
  );
}
