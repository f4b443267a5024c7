import { mergeClasses, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useId } from "react";
import type { OpenExport } from "../../app/grow/session";
import { encodingNames } from "../../csv/encodingNames";
import type { FieldQuestion } from "../../domain/adoption/adopt";
import type { ColumnGuess } from "../../domain/followUps/match/guess";
import { knownFieldIds, type FieldId } from "../../domain/schema/fieldIds";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import { useGrowStyles } from "./grow.styles";
import type { Grow } from "./useGrow";

const noField = "none";
const unanswered = "";

interface Props extends Grow {
  readonly open: OpenExport;
}

/** A choice with its label beside it, below it where there is no room. */
function Choice({
  label,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}) {
  const styles = useGrowStyles();
  const id = useId();
  return (
    <div className={styles.line}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Select id={id} size="small" className={styles.select} value={value} onChange={(_, data) => onChoose(data.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Column({ guess, open, grow, words, adoptWords }: Props & { readonly guess: ColumnGuess }) {
  const { texts, session } = usePane();
  const rows = useRowStyles();
  const styles = useGrowStyles();
  const header = open.list.table.headers[guess.column] ?? "";
  const likely = guess.candidates.map(({ field }) => field);
  const own = session.schema.subject()?.schema.fields.map(({ id }) => id) ?? [];
  const fields: readonly FieldId[] = [...new Set([...likely, ...knownFieldIds, ...own])];
  const [best] = guess.candidates;
  const options: readonly (readonly [string, string])[] = [
    ...(guess.asked ? [[unanswered, words.unanswered] as const] : []),
    ...fields.map((field) => [field, texts.field(field)] as const),
    [noField, adoptWords.none],
  ];
  return (
    <li className={styles.item} data-testid="grow-column">
      <Choice
        label={`${guess.asked ? "? " : ""}${header}`}
        value={guess.taken ?? (guess.asked ? unanswered : noField)}
        options={options}
        onChoose={(value) => void grow.setColumn(header, fields.find((field) => field === value) ?? null)}
      />
      {guess.asked && best !== undefined && (
        <span className={mergeClasses(rows.secondary, rows.wrap)}>
          {adoptWords.reason(best.because, texts.field(best.field))}
        </span>
      )}
      {guess.samples.length > 0 && (
        <span className={mergeClasses(rows.secondary, rows.wrap)}>{adoptWords.samples(guess.samples)}</span>
      )}
    </li>
  );
}

function Question({ asked, open, grow, adoptWords }: Props & { readonly asked: FieldQuestion }) {
  const rows = useRowStyles();
  const id = useId();
  const { field, header, question } = asked;
  return (
    <li data-testid="grow-question">
      <p id={id} className={rows.wrap}>
        ? {adoptWords.question(header, question)}
      </p>
      <RadioGroup
        aria-labelledby={id}
        value={open.answers.answers.get(field) ?? unanswered}
        onChange={(_, { value }) => {
          const answer = question.options.find((known) => known === value);
          if (answer) void grow.answerColumn(field, answer);
        }}
      >
        {question.options.map((option) => (
          <Radio key={option} value={option} label={adoptWords.columnAnswer(option)} />
        ))}
      </RadioGroup>
    </li>
  );
}

/** What was opened, and what of its columns only a person can say. */
export function ExportColumns(props: Props & { readonly questions: readonly FieldQuestion[] }) {
  const { open, questions, grow, words } = props;
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useGrowStyles();
  const { recognised, list, lists, encoding } = open;
  const { asked, columns, guesses } = recognised;
  const others = guesses.filter((guess) => !guess.asked);
  const isTold = columns.has("customer") || columns.has("id");
  return (
    <>
      <p className={mergeClasses(sections.text, rows.wrap)} data-testid="grow-opened">
        {words.opened(open.name, list.table.body.filter((row) => row.some((value) => value !== "")).length)}
      </p>
      {open.isKnown && <p className={mergeClasses(rows.secondary, sections.text)}>{words.known}</p>}
      {list.leftOut.length > 0 && (
        <p className={mergeClasses(rows.secondary, sections.text)}>{words.leftOut(list.leftOut.length)}</p>
      )}
      {lists.length > 1 && (
        <Choice
          label={words.list}
          value={list.title}
          options={lists.map(({ title, table }) => [title, words.sheetRows(title, table.body.length)])}
          onChoose={(title) => void grow.chooseList(title)}
        />
      )}
      {encoding !== null && (
        <Choice
          label={words.encoding}
          value={encoding}
          options={encodingNames.map((name) => [name, words.encodingName[name]])}
          onChoose={(value) => {
            const name = encodingNames.find((known) => known === value);
            if (name) void grow.chooseEncoding(name);
          }}
        />
      )}
      {!isTold && (
        <p role="alert" className={mergeClasses(sections.text, styles.problem)}>
          {words.noCustomer}
        </p>
      )}
      {asked.length > 0 && (
        <>
          <h4 className={styles.heading}>{words.columns}</h4>
          <ul className={styles.list}>
            {asked.map((guess) => (
              <Column key={guess.column} guess={guess} {...props} />
            ))}
          </ul>
        </>
      )}
      {questions.length > 0 && (
        <>
          <h4 className={styles.heading}>{words.writing}</h4>
          <ul className={styles.list}>
            {questions.map((each) => (
              <Question key={each.field} asked={each} {...props} />
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <details open={!isTold}>
          <summary>{words.allColumns}</summary>
          <ul className={styles.list}>
            {others.map((guess) => (
              <Column key={guess.column} guess={guess} {...props} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
