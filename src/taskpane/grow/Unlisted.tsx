import { Select } from "@fluentui/react-components";
import { useId } from "react";
import type { UnlistedValue } from "../../domain/adoption/grow/updatePlan";
import type { ValueAnswer } from "../../domain/listValues/answers";
import { valueKey } from "../../domain/values/valueKey";
import { usePane } from "../pane";
import { useGrowStyles } from "./grow.styles";
import type { PreviewProps } from "./useGrow";

const keyOf = (answer: ValueAnswer): string => JSON.stringify(answer);

/** A value that is on no list: it can become an entry, go, or come as it is and be told by the check. */
function Value({ unlisted, preview, grow, words, adoptWords }: PreviewProps & { readonly unlisted: UnlistedValue }) {
  const { texts } = usePane();
  const styles = useGrowStyles();
  const id = useId();
  const { field, value, cells } = unlisted;
  const entries = preview.read.values.find((each) => each.field === field)?.entries ?? [];
  const answers: readonly ValueAnswer[] = [
    { kind: "leave" },
    ...entries
      .filter((entry) => valueKey(entry) !== valueKey(value))
      .map((entry): ValueAnswer => ({ kind: "entry", entry })),
    { kind: "blank" },
  ];
  return (
    <li className={styles.line} data-testid="grow-unlisted">
      <label htmlFor={id} className={styles.label}>
        {words.unlistedValue(texts.field(field), value, cells)}
      </label>
      <Select
        id={id}
        size="small"
        className={styles.select}
        value={keyOf({ kind: "leave" })}
        onChange={(_, data) => {
          const answer = answers.find((known) => keyOf(known) === data.value);
          if (answer) void grow.answerValue(field, valueKey(value), answer);
        }}
      >
        {answers.map((answer) => (
          <option key={keyOf(answer)} value={keyOf(answer)}>
            {adoptWords.answer(answer, value)}
          </option>
        ))}
      </Select>
    </li>
  );
}

/** Values that would come into the sheet and are on no list. */
export function Unlisted(props: PreviewProps) {
  const { preview, words } = props;
  const styles = useGrowStyles();
  const { unlisted } = preview.plan;
  if (unlisted.length === 0) return null;
  return (
    <>
      <h4 className={styles.heading}>{words.unlisted}</h4>
      <ul className={styles.list}>
        {unlisted.map((each) => (
          <Value key={`${each.field} ${each.value}`} unlisted={each} {...props} />
        ))}
      </ul>
    </>
  );
}
