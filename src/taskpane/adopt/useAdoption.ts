import type { AdoptionChoices } from "../../domain/adoption/choices";
import type { AdoptionPreview, FoundList } from "../../domain/install/adoptionPreview";
import type { Language } from "../../domain/values/language";
import { usePane, useSessionState } from "../pane";
import { adoptTexts } from "../text/load";
import type { AdoptText } from "../text/types/adopt";
import { useViewText } from "../text/useViewText";

/** What the parts of the preview share: what was found, what was chosen, and a way to choose otherwise. */
export interface Adoption {
  /** The list as it lies on its sheet. */
  readonly found: FoundList;
  readonly choices: AdoptionChoices;
  readonly words: AdoptText;
  /** True while something else is under way: choices are not taken then. */
  readonly busy: boolean;
  /** Plans anew with these choices changed. */
  readonly choose: (change: Partial<AdoptionChoices>) => void;
}

/** What the parts show that a list has which can be adopted. */
export interface PreviewedAdoption extends Adoption {
  readonly preview: AdoptionPreview;
}

/** @param language that the workbook is to have */
export function useAdoption(found: FoundList, language: Language): Adoption {
  const { session, language: paneLanguage } = usePane();
  const { choices, busy } = useSessionState();
  const words = useViewText(adoptTexts, paneLanguage);
  return {
    found,
    choices,
    words,
    busy: busy !== null,
    choose: (change) => {
      if (busy === null) void session.planSetUp(language, { ...choices, ...change });
    },
  };
}
