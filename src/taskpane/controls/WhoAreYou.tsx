import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "../pane";
import { keyOf } from "./composing";
import { useFormStyles } from "./form.styles";

/** A value that no owner can have. */
const other = "\u0000other";

interface Props {
  readonly id?: string;
  readonly owners: readonly string[];
  readonly error?: string | undefined;
  readonly onAnswer: (name: string) => void;
}

/** Asks whose name goes into the log: one of the owners, or somebody who is none. */
export function WhoAreYou({ id, owners, error, onAnswer }: Props) {
  const { texts } = usePane();
  const { author, log } = texts.rep;
  const styles = useFormStyles();
  const named = owners.filter((owner) => owner !== "");
  const [chosen, setChosen] = useState(named.length === 0 ? other : "");
  const [name, setName] = useState("");
  const answer = (chosen === other ? name : chosen).trim();
  const choosing = named.length > 0;
  const input = (
    <Input
      id={choosing ? undefined : id}
      size="small"
      aria-label={author.name}
      placeholder={author.name}
      value={name}
      onChange={(_, { value }) => setName(value)}
      onKeyDown={(event) => {
        if (keyOf(event) !== "Enter") return;
        // It answers this question, and does not send the form around it.
        event.preventDefault();
        if (answer !== "") onAnswer(answer);
      }}
      data-testid="who-name"
    />
  );
  return (
    <div className={styles.form} data-testid="who-are-you">
      <Field label={author.question} hint={author.hint} validationMessage={error}>
        {choosing ? (
          <Select
            id={id}
            size="small"
            value={chosen}
            onChange={(_, { value }) => setChosen(value)}
            data-testid="who-choice"
          >
            <option value="">{log.choose}</option>
            {named.map((owner) => (
              <option key={owner} value={owner}>
                {owner}
              </option>
            ))}
            <option value={other}>{author.other}</option>
          </Select>
        ) : (
          input
        )}
      </Field>
      {choosing && chosen === other && input}
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={answer === ""} onClick={() => onAnswer(answer)} data-testid="who-is-me">
          {author.isMe}
        </Button>
      </div>
    </div>
  );
}
