import type { NumberRef } from "../../domain/measures/rowsBehind/numberRef";
import { mergeClasses } from "@fluentui/react-components";
import { createContext, useContext, type ReactNode } from "react";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import type { FigureWords } from "./figureWords";
import { useNumberStyles } from "./numbers.styles";

/** What every part of the view works with. */
export interface Shown extends FigureWords {
  /** Opens what stands behind a number. */
  readonly ask: (ref: NumberRef) => void;
}

const ShownContext = createContext<Shown | null>(null);
export const ShownProvider = ShownContext.Provider;

export function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (shown === null) throw new Error("A figure was rendered outside the Numbers view.");
  return shown;
}

/** Names a number in the page, so that the focus comes back to it after a look behind it. */
export function refKey(ref: NumberRef): string {
  return Object.values(ref).join("-");
}

interface ButtonProps {
  readonly of: NumberRef;
  readonly className?: string | undefined;
  /** What a screen reader hears where the words on the button alone do not say it. */
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** A number, or a line with one: a press opens its definition and its rows. */
export function FigureButton({ of, className, label, children }: ButtonProps) {
  const { ask, inFull } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  return (
    <button
      type="button"
      title={inFull(of)}
      className={mergeClasses(rows.row, styles.number, className)}
      aria-label={label}
      onClick={() => ask(of)}
      data-testid={`number-${refKey(of)}`}
    >
      {children}
    </button>
  );
}

/** A line with a name, its value, and words below them. */
export function FigureLine({
  of,
  name,
  note,
}: {
  readonly of: NumberRef;
  readonly name: string;
  readonly note?: string | undefined;
}) {
  const { value } = useShown();
  const rows = useRowStyles();
  const styles = useNumberStyles();
  return (
    <FigureButton of={of} className={styles.line}>
      <span className={styles.label}>{name}</span> <span className={styles.value}>{value(of)}</span>
      {note !== undefined && note !== "" && (
        <>
          {" "}
          <span className={mergeClasses(rows.secondary, rows.wrap, styles.wide)}>{note}</span>
        </>
      )}
    </FigureButton>
  );
}

/** A bar beside a number that stands there in figures: for the eye alone. */
export function Bar({ share }: { readonly share: number }) {
  const styles = useNumberStyles();
  return (
    <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.track} width="100" height="6" />
      <rect className={styles.fill} width={Math.max(0, Math.min(1, share)) * 100} height="6" />
    </svg>
  );
}

export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { filter, words } = useShown();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  return (
    <section
      className={mergeClasses(rows.separator, sections.section)}
      aria-labelledby={`numbers-${id}`}
      data-testid={`numbers-${id}`}
    >
      <h3 id={`numbers-${id}`} className={sections.heading}>
        {title}
        {filter !== null && <span className={rows.secondary}>{` · ${words.filter.only(filter.by, filter.name)}`}</span>}
      </h3>
      {children}
    </section>
  );
}

interface TableProps {
  readonly caption: string;
  /** The first column holds names; the others hold numbers. */
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

/** A table of figures: what the bars draw, for those who cannot see them too. */
export function FigureTable({ caption, columns, children }: TableProps) {
  const styles = useNumberStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={column} scope="col" className={mergeClasses(styles.columnHead, index === 0 && styles.firstHead)}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
