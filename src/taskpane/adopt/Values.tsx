import { mergeClasses, Select } from "@fluentui/react-components";
import { useId } from "react";
import type { ValueAnswer } from "../../domain/listValues/answers";
import { answerFor } from "../../domain/listValues/mapper";
import type { ValueChoice } from "../../domain/listValues/proposals";
import type { FieldValues } from "../../domain/listValues/values";
import { stageKinds } from "../../domain/schema/field";
import { valueKey } from "../../domain/values/valueKey";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import { partIds } from "./partIds";
import { useAdoptStyles } from "./adopt.styles";
import type { PreviewedAdoption } from "./useAdoption";

/** What a value can become: an entry of its own (a stage with its kind), another entry, blank, or left as it is. */
function answersFor({ field, entries }: FieldValues, { value }: ValueChoice): readonly ValueAnswer[] {
  const own: readonly ValueAnswer[] =
    field === "stage"
      ? stageKinds.map((stage): ValueAnswer => ({ kind: "own", stage }))
      : [{ kind: "own", stage: null }];
  const others = entries
    .filter((entry) => valueKey(entry) !== valueKey(value))
    .map((entry): ValueAnswer => ({ kind: "entry", entry }));
  return [...own, ...others, { kind: "blank" }, { kind: "leave" }];
}

const keyOf = (answer: ValueAnswer): string => JSON.stringify(answer);

interface ValueProps {
  readonly of: FieldValues;
  readonly choice: ValueChoice;
  readonly adoption: PreviewedAdoption;
}

function Value({ of, choice, adoption }: ValueProps) {
  const { texts } = usePane();
  const { words, choices, choose } = adoption;
  const rows = useRowStyles();
  const styles = useAdoptStyles();
  const id = useId();
  const answers = answersFor(of, choice);
  const chosen = answerFor(of, choice, choices.values);
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <label htmlFor={id} className={mergeClasses(styles.label, choice.asked && styles.asked)}>
          {choice.asked ? "? " : ""}
          {words.value(choice.value, choice.cells)}
        </label>
        <Select
          id={id}
          size="small"
          className={styles.select}
          aria-label={words.valueOf(texts.field(of.field), choice.value)}
          value={keyOf(chosen)}
          onChange={(_, { value }) => {
            const answer = answers.find((known) => keyOf(known) === value);
            if (!answer) return;
            const own = new Map(choices.values.get(of.field)).set(valueKey(choice.value), answer);
            choose({ values: new Map(choices.values).set(of.field, own) });
          }}
          data-testid="adopt-value"
        >
          {answers.map((answer) => (
            <option key={keyOf(answer)} value={keyOf(answer)}>
              {words.answer(answer, choice.value)}
            </option>
          ))}
        </Select>
      </div>
      {choice.spellings.length > 1 && (
        <span className={mergeClasses(rows.secondary, rows.wrap)}>
          {words.samples(choice.spellings.map((spelling) => `“${spelling}”`))}
        </span>
      )}
    </li>
  );
}

/** What the entries of each list become: those that want a look, and the others on request. */
export function Values({ adoption }: { readonly adoption: PreviewedAdoption }) {
  const { texts } = usePane();
  const { preview, words } = adoption;
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useAdoptStyles();
  const all = preview.values.reduce((sum, { values }) => sum + values.length, 0);
  const asked = preview.values.reduce((sum, { values }) => sum + values.filter((each) => each.asked).length, 0);
  if (all === 0) return null;
  return (
    <section className={mergeClasses(rows.separator, sections.section)} id={partIds.values} data-testid="adopt-values">
      <h3 className={sections.heading}>{words.values}</h3>
      <p className={sections.text}>{words.valueCounts(all, asked)}</p>
      {preview.values.map((of) => {
        const open = of.values.filter((each) => each.asked);
        const settled = of.values.filter((each) => !each.asked);
        return (
          <div key={of.field}>
            {open.length > 0 && (
              <>
                <h4 className={sections.heading}>{texts.field(of.field)}</h4>
                <ul className={styles.list}>
                  {open.map((choice) => (
                    <Value key={choice.value} of={of} choice={choice} adoption={adoption} />
                  ))}
                </ul>
              </>
            )}
            {settled.length > 0 && (
              <details>
                <summary>{words.otherValues(texts.field(of.field), open.length > 0)}</summary>
                <ul className={styles.list}>
                  {settled.map((choice) => (
                    <Value key={choice.value} of={of} choice={choice} adoption={adoption} />
                  ))}
                </ul>
              </details>
            )}
          </div>
        );
      })}
    </section>
  );
}
