import { mergeClasses, Radio, RadioGroup } from "@fluentui/react-components";
import { levels, type Field } from "../../../domain/schema/field";
import { workbookText } from "../../../domain/schema/workbookText";
import { useRowStyles } from "../../controls/row.styles";
import { usePane } from "../../pane";
import { keyName } from "../useSchema";

interface Props {
  readonly level: Field["level"];
  readonly onChange: (level: Field["level"]) => void;
}

/** How strict a field is, with what that means. */
export function LevelChoice({ level, onChange }: Props) {
  const { texts, language } = usePane();
  const rows = useRowStyles();
  const notes = { observe: texts.schema.observeNote, warn: texts.schema.warnNote, require: texts.schema.requireNote };
  return (
    <>
      <RadioGroup
        layout="horizontal"
        aria-label={keyName("fields", "level", language)}
        value={level}
        onChange={(_, data) => {
          const chosen = levels.find((each) => each === data.value);
          if (chosen) onChange(chosen);
        }}
      >
        {levels.map((each) => (
          // One stop for Tab; the arrows go on from there. Excel's own Tab knows nothing of radio groups.
          <Radio
            key={each}
            value={each}
            label={workbookText[language].level[each]}
            input={{ tabIndex: each === level ? 0 : -1 }}
            data-testid={`level-${each}`}
          />
        ))}
      </RadioGroup>
      <p className={mergeClasses(rows.secondary, rows.wrap)}>{notes[level]}</p>
    </>
  );
}
