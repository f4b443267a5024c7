import { useSyncExternalStore } from "react";
import type { GrowSession, GrowState, OpenExport } from "../../app/grow/session";
import type { UpdatePreview } from "../../app/grow/work";
import { kindOf } from "../../domain/kinds/allKinds";
import { fieldFor, type UpdateSubject } from "../../domain/adoption/grow/updatePlan";
import type { FieldId } from "../../domain/schema/fieldIds";
import type { CellValue } from "../../domain/values/value";
import { usePane } from "../pane";
import { adoptTexts, growTexts } from "../text/load";
import type { AdoptText } from "../text/types/adopt";
import type { GrowText } from "../text/types/grow";
import { useViewText } from "../text/useViewText";
import { useLoaded } from "../text/useLoaded";

export interface Grow {
  readonly grow: GrowSession;
  readonly state: GrowState;
  readonly words: GrowText;
  /** Words for columns and values, as adopting a sheet has them. */
  readonly adoptWords: AdoptText;
}

/** What the parts of a preview are given. */
export interface PreviewProps extends Grow {
  readonly open: OpenExport;
  readonly preview: UpdatePreview;
}

/** The use case with its state and words; a view suspends until its scripts are there. */
export function useGrow(): Grow {
  const { language, session } = usePane();
  const words = useViewText(growTexts, language);
  const adoptWords = useViewText(adoptTexts, language);
  const grow = useLoaded(session.grow());
  return { grow, state: useSyncExternalStore(grow.subscribe, grow.getState), words, adoptWords };
}

/** A cell's value as people write it: a day as a date. */
export function shownValue(subject: UpdateSubject, words: GrowText) {
  return (field: FieldId, value: CellValue): string => {
    if (value === "") return words.blank;
    if (typeof value !== "number") return String(value);
    return kindOf(fieldFor(field, subject).kind).shown(value, subject.system);
  };
}
