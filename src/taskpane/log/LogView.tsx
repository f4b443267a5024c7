import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useSyncExternalStore, type FormEvent } from "react";
import type { RepBook } from "../../app/log/session";
import type { CheckResult } from "../../app/subject";
import { useFormStyles } from "../controls/form.styles";
import { usePane, useRepState, useSessionState } from "../pane";
import { useAttempt } from "../rep/useAttempt";
import { useCompleteSetUp } from "../rep/completeSetUp";
import { WhoAreYou } from "../controls/WhoAreYou";
import { FullForm } from "./FullForm";
import { LogProblems } from "./LogProblems";
import { QuickForm } from "./QuickForm";
import { Timeline } from "./Timeline";
import { useLogFlow, type LogFlow } from "./useLogFlow";
import { WhoseTouch } from "./WhoseTouch";

const useStyles = makeStyles({
  recovered: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  // Saving stays in reach below a form that is longer than the pane.
  actions: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  signed: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    // What takes the focus comes to stand above the line with Save.
    "& :focus": { scrollMarginBottom: "48px" },
  },
});

/** Offers to hand over the customer whose stage is another person's. */
function HandOverOffer({ flow }: { readonly flow: LogFlow }) {
  const { session, texts } = usePane();
  const { saving } = useRepState();
  const styles = useFormStyles();
  const { handOver, handOverDone, me } = flow;
  const transfer = useAttempt(async () => {
    if (!handOver) return;
    const { customer, to } = handOver;
    if (await session.rep.transfer([customer], to, texts.rep.handOverReason, me)) handOverDone();
  });
  if (!handOver) return null;
  return (
    <div className={mergeClasses(styles.notice, styles.actions)}>
      <span>{handOver.customer.name}</span>
      <Button
        size="small"
        disabledFocusable={saving}
        onClick={() => {
          if (!saving) transfer();
        }}
        data-testid="log-hand-over"
      >
        {texts.rep.handOver(handOver.to)}
      </Button>
    </div>
  );
}

/** That the form shows what was left unsaved, or that it was cleared, with the way back. */
function Recovered({ flow }: { readonly flow: LogFlow }) {
  const { texts } = usePane();
  const styles = useStyles();
  const forms = useFormStyles();
  const { log } = texts.rep;
  const { restored, cleared } = flow.state;
  // It is there before it says anything: what enters with its words is not read out.
  return (
    <div
      role="status"
      className={mergeClasses(styles.recovered, (restored || cleared) && forms.notice)}
      data-testid="log-recovered"
    >
      {cleared ? log.cleared : restored ? log.restored : null}
      {cleared && (
        <Button size="small" onClick={flow.bringBack} data-testid="log-bring-back">
          {log.bringBack}
        </Button>
      )}
    </div>
  );
}

function LogActions({ flow }: { readonly flow: LogFlow }) {
  const { texts } = usePane();
  const forms = useFormStyles();
  const styles = useStyles();
  const { saving } = useRepState();
  const { log } = texts.rep;
  const { form, mode, setMode } = flow.state;
  return (
    <div className={mergeClasses(forms.actions, styles.actions)}>
      <Button type="submit" appearance="primary" size="small" disabledFocusable={saving} data-testid="log-save">
        {saving ? log.saving : log.saveNext}
      </Button>
      {!form.isNew && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => setMode(mode === "quick" ? "full" : "quick")}
          data-testid="log-mode"
        >
          {mode === "quick" ? log.full : log.quick}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={flow.clear} data-testid="log-discard">
        {log.discard}
      </Button>
    </div>
  );
}

function LogForm({ book, check }: { readonly book: RepBook; readonly check: CheckResult }) {
  const { texts } = usePane();
  const styles = useStyles();
  const { saving } = useRepState();
  const flow = useLogFlow(book, check);
  const save = useAttempt(flow.save);
  const { state, shown, steps, similar } = flow;
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!saving) save();
      }}
    >
      <HandOverOffer flow={flow} />
      <Recovered flow={flow} />
      <LogProblems flow={flow} book={book} />
      {flow.asking && (
        <WhoAreYou
          id="control-author"
          owners={flow.owners}
          error={shown.has("author") ? texts.rep.problem("noAuthor") : undefined}
          onAnswer={flow.answerWho}
        />
      )}
      {!state.form.isNew && <WhoseTouch flow={flow} book={book} />}
      {state.mode === "quick" ? (
        <QuickForm book={book} state={state} shown={shown} />
      ) : (
        <FullForm book={book} state={state} shown={shown} steps={steps} similar={similar} onUse={flow.useExisting} />
      )}
      <LogActions flow={flow} />
      {!flow.asking && flow.me !== null && (
        <p className={styles.signed} data-testid="log-signed">
          {texts.rep.author.signed(flow.me)}
          <Button size="small" appearance="transparent" onClick={flow.askWho} data-testid="log-who">
            {texts.rep.author.change}
          </Button>
        </p>
      )}
      {state.customer && <Timeline customer={state.customer} book={book} />}
    </form>
  );
}

/** Logging a touch: one screen for the usual case, steps for everything. */
export default function LogView() {
  const { session, texts, logDoor } = usePane();
  const { check, busy } = useSessionState();
  const asked = useSyncExternalStore(logDoor.subscribe, logDoor.asked);
  const styles = useStyles();
  const completeSetUp = useCompleteSetUp();
  const book = session.rep.book();
  if (check !== null && check.installed && book !== null) return <LogForm key={asked} book={book} check={check} />;
  return (
    <div className={styles.root}>
      {check === null ? (
        <>
          <p>{texts.today.notChecked}</p>
          <Button appearance="primary" disabledFocusable={busy !== null} onClick={() => void session.check()}>
            {texts.today.check}
          </Button>
        </>
      ) : (
        <>
          <p>{texts.sentences(texts.rep.notSetUp.what, texts.rep.notSetUp.todo)}</p>
          <Button
            appearance="primary"
            disabledFocusable={busy !== null}
            onClick={completeSetUp}
            data-testid="log-set-up"
          >
            {texts.rep.notSetUp.action}
          </Button>
        </>
      )}
    </div>
  );
}
