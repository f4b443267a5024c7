import { mergeClasses } from "@fluentui/react-components";
import type { AdoptionPreview, FoundList } from "../../domain/install/adoptionPreview";
import type { Language } from "../../domain/values/language";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { Cells } from "./Cells";
import { Columns } from "./Columns";
import { Look } from "./Look";
import { partIds } from "./partIds";
import { StepLine, type Step } from "./StepLine";
import { useAdoption, type Adoption } from "./useAdoption";
import { Values } from "./Values";
import { Where } from "./Where";
import { Writing } from "./Writing";

interface Props {
  readonly found: FoundList;
  /** Null for a list that cannot be adopted as it is: then a person points at what is missing. */
  readonly preview: AdoptionPreview | null;
  /** That the workbook is to have. */
  readonly language: Language;
}

/** The parts that have anything in them, in their order. */
function stepsOf({ words, found }: Adoption, preview: AdoptionPreview | null): readonly Step[] {
  const columns = found.columns.filter(({ guess }) => guess.asked).length;
  const steps: Step[] = [
    { id: partIds.look, name: words.look, asked: 0 },
    { id: partIds.columns, name: words.columns, asked: columns },
  ];
  if (preview === null) return steps;
  const values = preview.values.flatMap((each) => each.values);
  if (values.length > 0)
    steps.push({ id: partIds.values, name: words.values, asked: values.filter(({ asked }) => asked).length });
  const { questions, settled } = preview;
  if (questions.length + settled.length > 0)
    steps.push({ id: partIds.writing, name: words.writing, asked: questions.length });
  return [...steps, { id: partIds.preview, name: words.preview, asked: 0 }];
}

/** A sheet before it is adopted: what was found, what is asked, what will change. Nothing of it has been written. */
export default function AdoptionSteps({ found, preview, language }: Props) {
  const adoption = useAdoption(found, language);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const previewed = preview && { ...adoption, preview };
  return (
    <>
      <StepLine label={adoption.words.steps} steps={stepsOf(adoption, preview)} />
      <Look adoption={adoption} preview={preview} />
      <Columns adoption={adoption} />
      {previewed && (
        <>
          <Values adoption={previewed} />
          <Writing adoption={previewed} />
          <Cells adoption={previewed} />
          <Where adoption={previewed} />
          <p className={mergeClasses(rows.secondary, rows.wrap, sections.text)}>{adoption.words.safe}</p>
        </>
      )}
    </>
  );
}
