import { mergeClasses, Radio, RadioGroup } from "@fluentui/react-components";
import { useId } from "react";
import { noteAuthors, targets } from "../../domain/adoption/choices";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import type { PreviewedAdoption } from "./useAdoption";

const notCopied = "no";
const levels = ["observe", "usual"] as const;

/** Where the follow-up sheet comes, how strict it begins, and whether dated notes go into the log. */
export function Where({ adoption }: { readonly adoption: PreviewedAdoption }) {
  const { preview, choices, choose, words } = adoption;
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const id = useId();
  const { obstacle, notes } = preview;
  return (
    <section className={mergeClasses(rows.separator, sections.section)}>
      <h3 id={`${id}-where`} className={sections.heading}>
        {words.where}
      </h3>
      <RadioGroup
        aria-labelledby={`${id}-where`}
        value={preview.target}
        onChange={(_, { value }) => {
          const target = targets.find((known) => known === value);
          if (target) choose({ target });
        }}
        data-testid="adopt-target"
      >
        {targets.map((target) => (
          <Radio
            key={target}
            value={target}
            label={words.target(target)}
            disabled={target === "inPlace" && obstacle !== null}
          />
        ))}
      </RadioGroup>
      {obstacle !== null && (
        <p className={mergeClasses(rows.secondary, rows.wrap, sections.text)} data-testid="adopt-obstacle">
          {words.obstacle(obstacle)}
        </p>
      )}
      <h3 id={`${id}-levels`} className={mergeClasses(sections.heading, sections.section)}>
        {words.levels}
      </h3>
      <RadioGroup
        aria-labelledby={`${id}-levels`}
        value={choices.levels}
        onChange={(_, { value }) => {
          const chosen = levels.find((known) => known === value);
          if (chosen) choose({ levels: chosen });
        }}
        data-testid="adopt-levels"
      >
        {levels.map((level) => (
          <Radio key={level} value={level} label={words.level(level)} />
        ))}
      </RadioGroup>
      {notes !== null && (
        <div data-testid="adopt-notes">
          <p id={`${id}-notes`} className={mergeClasses(rows.wrap, sections.section)}>
            {words.notes(notes.cells, notes.notes.length)}
          </p>
          <RadioGroup
            aria-labelledby={`${id}-notes`}
            value={choices.notes ?? notCopied}
            onChange={(_, { value }) => choose({ notes: noteAuthors.find((known) => known === value) ?? null })}
          >
            <Radio value={notCopied} label={words.notesLeft} />
            {noteAuthors.map((author) => (
              <Radio key={author} value={author} label={words.notesBy(author)} />
            ))}
          </RadioGroup>
          <ul className={rows.list}>
            {notes.notes.slice(0, 3).map(({ row, day, text }) => (
              <li key={`${row}-${day}-${text}`} className={mergeClasses(rows.secondary, rows.wrap)}>
                {words.note(day, text)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
