import { Button, Link, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { AdoptionPreview } from "../../domain/install/adoptionPreview";
import { decidingFields } from "../../domain/schema/decidingFields";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane, useSessionState } from "../pane";
import { partIds } from "./partIds";
import { ShapeForm } from "./ShapeForm";
import { useAdoptStyles } from "./adopt.styles";
import type { Adoption } from "./useAdoption";

/** Other sheets of the workbook that hold a list: the open one is a suggestion. */
function OtherSheets({ adoption: { words, found, busy } }: { readonly adoption: Adoption }) {
  const { session } = usePane();
  const { lists } = useSessionState();
  const rows = useRowStyles();
  const styles = useAdoptStyles();
  const others = lists.filter((list) => list.sheet !== found.sheet);
  if (others.length === 0) return null;
  return (
    <div data-testid="adopt-other-sheets">
      <p className={mergeClasses(rows.secondary, rows.wrap)}>{words.otherSheets}</p>
      <ul className={styles.list}>
        {others.map((list) => (
          <li key={list.sheet} className={styles.line}>
            <span className={styles.label}>{words.otherSheet(list.sheet, list.rows)}</span>
            <Button
              size="small"
              disabledFocusable={busy}
              aria-label={`${words.openSheet}: ${list.sheet}`}
              onClick={() => void session.turnToSheet(list.sheet)}
            >
              {words.openSheet}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was found on the sheet: headers, customers, what was left out; and how things stand with them. */
export function Look({
  adoption,
  preview,
}: {
  readonly adoption: Adoption;
  /** Null for a list that cannot be adopted as it is. */
  readonly preview: AdoptionPreview | null;
}) {
  const { texts } = usePane();
  const { found, words } = adoption;
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useAdoptStyles();
  const [isOpen, setOpen] = useState(false);
  const taken = new Set(found.columns.map(({ guess }) => guess.taken));
  const undecided = decidingFields.filter((field) => !taken.has(field));
  return (
    <section className={mergeClasses(rows.separator, sections.section)} id={partIds.look} data-testid="adopt-look">
      <h3 className={sections.heading}>{words.look}</h3>
      <p className={mergeClasses(rows.wrap, sections.text)}>{words.shape(found.sheet, found.shape)}</p>
      <p className={mergeClasses(rows.secondary, sections.text)}>
        {found.leftOut.length > 0 && `${words.leftOut(found.leftOut.length)} `}
        <Link as="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} data-testid="adopt-shape">
          {words.change}
        </Link>
      </p>
      {isOpen && <ShapeForm key={found.shape.headerRow} adoption={adoption} />}
      {preview !== null && preview.figures.key.open !== null && (
        <p className={mergeClasses(rows.wrap, styles.headline)} data-testid="adopt-headline">
          {words.headline(preview.figures.key.open, preview.figures.key.overdue)}
        </p>
      )}
      {undecided.length > 0 && (
        <p className={mergeClasses(rows.wrap, styles.warning)} data-testid="adopt-undecided">
          ⚠ {words.undecided(undecided.map(texts.field))}
        </p>
      )}
      <OtherSheets adoption={adoption} />
    </section>
  );
}
