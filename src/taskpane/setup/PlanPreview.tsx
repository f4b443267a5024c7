import { Button, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { lazy } from "react";
import type { AdoptionPlan } from "../../domain/install/setUpInput";
import type { SetUpPlan } from "../../domain/plan/setUpPlan";
import type { Language } from "../../domain/values/language";
import { Deferred } from "../controls/Deferred";
import { usePane, useSessionState } from "../pane";
import { setupTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";

const AdoptionSteps = lazy(() => import("../adopt/AdoptionSteps"));

const useStyles = makeStyles({
  change: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  which: { gridColumn: "1 / -1" },
  // The primary action stays in reach, however long the preview is.
  actions: {
    position: "sticky",
    bottom: 0,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  apply: { flexGrow: 1 },
});

const languages: readonly Language[] = ["zh-CN", "en"];

/** What stays as it is: columns that are none of ours, validations, fields without a column. */
function Notes({ plan }: { readonly plan: SetUpPlan }) {
  const { texts, language } = usePane();
  const setup = useViewText(setupTexts, language);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const notes = [
    plan.kept.length > 0 ? setup.kept(plan.kept) : null,
    plan.keptValidations.length > 0 ? setup.keptValidations(plan.keptValidations) : null,
    plan.dormant.length > 0 ? setup.dormant(plan.dormant.map(texts.field)) : null,
  ].filter((note) => note !== null);
  return notes.map((note) => (
    <p key={note} className={mergeClasses(rows.secondary, rows.wrap, sections.text)}>
      {note}
    </p>
  ));
}

function Columns({ plan }: { readonly plan: SetUpPlan }) {
  const { texts, language } = usePane();
  const setup = useViewText(setupTexts, language);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  return (
    <section className={mergeClasses(rows.separator, sections.section)}>
      <h3 className={sections.heading}>{setup.matches}</h3>
      <ul className={rows.list}>
        {plan.matches.map(({ field, header, by }) => (
          <li key={field} className={rows.wrap}>
            {setup.matched(texts.field(field), header)}
            {by === "alias" && <span className={rows.secondary}> {setup.alias}</span>}
          </li>
        ))}
      </ul>
      <Notes plan={plan} />
    </section>
  );
}

function Changes({ plan, isRepair }: { readonly plan: SetUpPlan; readonly isRepair: boolean }) {
  const setup = useViewText(setupTexts, usePane().language);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useStyles();
  const list = (
    <>
      <ul className={rows.list}>
        {plan.changes.map((change, index) => {
          const { what, count, which } = setup.change(change);
          return (
            <li key={index} className={styles.change} data-testid="setup-change">
              <span>{what}</span>
              <span className={rows.number}>{count}</span>
              {which !== "" && <span className={mergeClasses(rows.secondary, rows.wrap, styles.which)}>{which}</span>}
            </li>
          );
        })}
      </ul>
      <p className={mergeClasses(rows.secondary, sections.text)}>
        {setup.untouched(plan.changes.some(({ kind }) => kind === "headers" || kind === "values"))}
      </p>
      {!isRepair && <Notes plan={plan} />}
    </>
  );
  return (
    <section className={mergeClasses(rows.separator, sections.section)}>
      {isRepair ? (
        <>
          <h3 className={sections.heading}>{setup.changes}</h3>
          {list}
        </>
      ) : (
        <details>
          <summary>{setup.allChanges(plan.changes.length)}</summary>
          {list}
        </details>
      )}
    </section>
  );
}

interface Props {
  readonly plan: AdoptionPlan;
  readonly installed: boolean;
  readonly busy: boolean;
}

/** What set-up would do, and the few questions it has. Each answer is planned through anew before anything is done. */
export function PlanPreview({ plan, installed, busy }: Props) {
  const { session, language: paneLanguage } = usePane();
  const setup = useViewText(setupTexts, paneLanguage);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useStyles();
  const { choices } = useSessionState();
  const { adoption } = plan;
  if (plan.actions.length === 0) {
    return (
      <div className={sections.lone} data-testid="setup-nothing">
        <p className={sections.text}>{setup.nothing}</p>
        <Button onClick={session.dropPlan}>{setup.close}</Button>
      </div>
    );
  }
  return (
    <>
      {adoption !== null && (
        <Deferred>
          <AdoptionSteps found={adoption} preview={adoption} language={plan.language} />
        </Deferred>
      )}
      <Changes plan={plan} isRepair={adoption === null} />
      {adoption === null && <Columns plan={plan} />}
      {!installed && (
        <section className={mergeClasses(rows.separator, sections.section)}>
          <h3 className={sections.heading}>{setup.language}</h3>
          <RadioGroup
            layout="horizontal"
            aria-label={setup.language}
            value={plan.language}
            disabled={busy}
            onChange={(_, { value }) => {
              const language = languages.find((known) => known === value);
              if (language) void session.planSetUp(language, choices);
            }}
          >
            {languages.map((language) => (
              <Radio key={language} value={language} label={setup.languages[language]} />
            ))}
          </RadioGroup>
        </section>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          className={styles.apply}
          disabledFocusable={busy}
          onClick={() => void session.applySetUp()}
          data-testid="setup-apply"
        >
          {installed ? setup.repair : setup.apply}
        </Button>
        <Button disabledFocusable={busy} onClick={session.dropPlan}>
          {setup.cancel}
        </Button>
      </div>
    </>
  );
}
