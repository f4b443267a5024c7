import { mergeClasses } from "@fluentui/react-components";
import type { AdoptionPreview, FoundList } from "../../domain/install/adoptionPreview";
import type { Language } from "../../domain/values/language";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { Cells } from "./Cells";
import { Columns } from "./Columns";
import { Look } from "./Look";
import { useAdoption } from "./useAdoption";
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

/** A sheet before it is adopted: what was found, what is asked, what will change. Nothing of it has been written. */
export default function AdoptionSteps({ found, preview, language }: Props) {
  const adoption = useAdoption(found, language);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const previewed = preview && { ...adoption, preview };
  return (
    <>
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
