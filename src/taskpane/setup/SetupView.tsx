import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, useState } from "react";
import { asProposed } from "../../domain/adoption/choices";
import { Deferred } from "../controls/Deferred";
import { usePane, useSessionState } from "../pane";
import { setupTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { useRowStyles } from "../controls/row.styles";
import { Applied } from "./Applied";
import { PlanPreview } from "./PlanPreview";
import { ReviewDay } from "./ReviewDay";
import { useSectionStyles } from "../controls/section.styles";

const AdoptionSteps = lazy(() => import("../adopt/AdoptionSteps"));
const SchemaView = lazy(() => import("../schema/SchemaView"));
const SelfCheckView = lazy(() => import("../selfCheck/SelfCheckView"));
const SelfCheckEntry = lazy(() => import("../selfCheck/SelfCheckEntry"));
const SelfCheckOffer = lazy(() => import("../selfCheck/SelfCheckOffer"));
const ExamplesSection = lazy(() => import("../begin/ExamplesSection"));
const GrowSection = lazy(() => import("../grow/GrowSection"));
const RestoreSection = lazy(() => import("../restore/RestoreSection"));
const RecorderSection = lazy(() => import("./recorder/RecorderSection"));

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0` },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Makes a sheet a follow-up sheet, completes one that lost a part, and sets the review day. */
export default function SetupView() {
  const { session, texts, language } = usePane();
  const setup = useViewText(setupTexts, language);
  const { installed, sheet, plan, found, busy, applied, check } = useSessionState();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useStyles();
  const [carriedOut, setCarriedOut] = useState(plan);
  if (plan !== null && plan !== carriedOut) setCarriedOut(plan);
  const working = busy !== null;
  const [open, setOpen] = useState<"schema" | "selfCheck" | null>(null);
  const back = () => setOpen(null);
  // A workbook keeps the language that it was set up in.
  const workbookLanguage = installed ? (check?.language ?? language) : language;
  const selfCheck = () => setOpen("selfCheck");
  if (open === "selfCheck" || (open === "schema" && installed && check !== null)) {
    return <Deferred>{open === "schema" ? <SchemaView onBack={back} /> : <SelfCheckView onBack={back} />}</Deferred>;
  }
  return (
    <div className={styles.root}>
      <h2 className={styles.heading}>{setup.heading}</h2>
      <p className={mergeClasses(rows.wrap, sections.text)}>
        {installed ? setup.installed(sheet) : setup.intro(plan?.sheet ?? sheet)}
      </p>
      {applied !== null && plan === null && (
        <>
          <Applied plan={carriedOut} />
          <Deferred>
            <SelfCheckOffer onOpen={selfCheck} />
          </Deferred>
        </>
      )}
      {plan === null && found !== null && (
        <Deferred>
          <AdoptionSteps found={found} preview={null} language={workbookLanguage} />
        </Deferred>
      )}
      {plan === null ? (
        <div className={sections.lone}>
          <Button
            appearance={installed ? "secondary" : "primary"}
            disabledFocusable={working}
            onClick={() => void session.planSetUp(workbookLanguage, asProposed)}
            data-testid="setup-plan"
          >
            {installed ? setup.planAgain : setup.plan}
          </Button>
        </div>
      ) : (
        <PlanPreview plan={plan} installed={installed} busy={working} />
      )}
      {installed && check !== null && plan === null && (
        <section className={mergeClasses(rows.separator, sections.section)}>
          <Button onClick={() => setOpen("schema")} data-testid="schema-open">
            {texts.schema.open}
          </Button>
          <p className={mergeClasses(rows.secondary, rows.wrap, sections.text)}>{texts.schema.openHint}</p>
        </section>
      )}
      {installed && check !== null && (plan === null || plan.actions.length === 0) && (
        <ReviewDay key={check.today} check={check} busy={working} />
      )}
      {installed && check !== null && plan === null && (
        <Deferred>
          <GrowSection />
        </Deferred>
      )}
      {installed && plan === null && (
        <Deferred>
          <ExamplesSection />
        </Deferred>
      )}
      {plan === null && (
        <Deferred>
          <SelfCheckEntry onOpen={selfCheck} />
          <RestoreSection />
          <RecorderSection />
        </Deferred>
      )}
    </div>
  );
}
