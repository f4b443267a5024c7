import { Link, mergeClasses, Radio, RadioGroup } from "@fluentui/react-components";
import { useId } from "react";
import type { FieldQuestion } from "../../domain/adoption/adopt";
import type { FieldId } from "../../domain/schema/fieldIds";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { partIds } from "./partIds";
import { useAdoptStyles } from "./adopt.styles";
import type { PreviewedAdoption } from "./useAdoption";

const unanswered = "";

function Question({ asked, adoption }: { readonly asked: FieldQuestion; readonly adoption: PreviewedAdoption }) {
  const { words, choices, choose } = adoption;
  const rows = useRowStyles();
  const id = useId();
  const { field, header, question } = asked;
  return (
    <li>
      <p id={id} className={rows.wrap}>
        ? {words.question(header, question)}
      </p>
      <RadioGroup
        aria-labelledby={id}
        value={choices.answers.get(field) ?? unanswered}
        onChange={(_, { value }) => {
          const answers = new Map(choices.answers);
          const answer = question.options.find((known) => known === value);
          if (answer === undefined) answers.delete(field);
          else answers.set(field, answer);
          choose({ answers });
        }}
      >
        {question.options.map((option) => (
          <Radio key={option} value={option} label={words.columnAnswer(option)} />
        ))}
        <Radio value={unanswered} label={words.unanswered} />
      </RadioGroup>
    </li>
  );
}

/** In which way days and amounts are written, where the columns do not say it themselves; and how the others were read. */
export function Writing({ adoption }: { readonly adoption: PreviewedAdoption }) {
  const { preview, words, choices, choose } = adoption;
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useAdoptStyles();
  const { questions, settled } = preview;
  if (questions.length === 0 && settled.length === 0) return null;
  const takeBack = (field: FieldId) => {
    const answers = new Map(choices.answers);
    answers.delete(field);
    choose({ answers });
  };
  return (
    <section
      className={mergeClasses(rows.separator, sections.section)}
      id={partIds.writing}
      data-testid="adopt-writing"
    >
      <h3 className={sections.heading}>{words.writing}</h3>
      {questions.length > 0 && (
        <ul className={styles.list}>
          {questions.map((asked) => (
            <Question key={asked.field} asked={asked} adoption={adoption} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <ul className={rows.list}>
          {settled.map((column) => (
            <li key={column.field} className={mergeClasses(rows.secondary, rows.wrap)}>
              {words.settled(column)}{" "}
              {column.settled.by === "answer" && (
                <Link as="button" onClick={() => takeBack(column.field)}>
                  {words.change}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
