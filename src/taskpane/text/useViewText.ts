import { use } from "react";
import type { Language } from "../../domain/values/language";
import type { ViewText } from "./load";

/** A view's texts; the view suspends until they are there. */
export function useViewText<T>(texts: ViewText<T>, language: Language): T {
  return use(texts.load(language));
}
