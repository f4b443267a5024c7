import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { SessionState } from "../../app/session/state";
import { beginColumns, beginKinds, type BeginKind } from "../../domain/install/begin/beginColumns";
import { usePane } from "../pane";
import { useBegin } from "./useBegin";

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    maxWidth: "420px",
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, overflowWrap: "anywhere" },
  kinds: { display: "grid", rowGap: tokens.spacingVerticalXS },
  card: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  chosen: { border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}` },
  kind: { display: "block", fontWeight: tokens.fontWeightSemibold },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  block: { display: "block" },
  rest: {
    display: "grid",
    justifyItems: "start",
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What an empty sheet can become: three kinds, with or without examples, and one press. */
export default function BeginOffer({ state }: { readonly state: SessionState }) {
  const { session, language } = usePane();
  const { begin, words } = useBegin();
  const styles = useStyles();
  const [kind, setKind] = useState<BeginKind>("default");
  const [withExamples, setWithExamples] = useState(true);
  const [ownName, setOwnName] = useState("");
  const working = state.busy !== null;
  return (
    <section className={styles.root} data-testid="begin">
      <h2 className={styles.title}>{words.heading}</h2>
      <p className={styles.text}>{words.intro(state.sheet)}</p>
      <RadioGroup
        className={styles.kinds}
        aria-label={words.kinds}
        value={kind}
        onChange={(_, data) => setKind(beginKinds.find((each) => each === data.value) ?? kind)}
      >
        {beginKinds.map((each) => (
          <Radio
            key={each}
            value={each}
            className={mergeClasses(styles.card, each === kind && styles.chosen)}
            label={
              <>
                <span className={styles.kind}>{words.kind[each]}</span>
                <span className={styles.small}>{words.about(each, beginColumns(each).length)}</span>
              </>
            }
            data-testid={`begin-${each}`}
          />
        ))}
      </RadioGroup>
      <Checkbox
        checked={withExamples}
        onChange={(_, data) => setWithExamples(data.checked === true)}
        label={
          <>
            <span className={styles.block}>{words.examples}</span>
            <span className={styles.small}>{words.examplesHint}</span>
          </>
        }
        data-testid="begin-examples"
      />
      <Field label={words.name}>
        <Input value={ownName} onChange={(_, data) => setOwnName(data.value)} data-testid="begin-name" />
      </Field>
      <Button
        appearance="primary"
        size="large"
        disabledFocusable={working}
        onClick={() => void begin.create(language, { kind, withExamples, ownName })}
        data-testid="begin-create"
      >
        {words.create}
      </Button>
      <div className={styles.rest}>
        <p className={mergeClasses(styles.text, styles.small)}>{words.otherwise}</p>
        <Button size="small" disabledFocusable={working} onClick={() => void session.check()} data-testid="first-check">
          {words.check}
        </Button>
      </div>
    </section>
  );
}
