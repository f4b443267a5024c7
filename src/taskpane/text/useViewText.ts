import type { Language } from "../../domain/values/language";
import { useLoaded } from "./useLoaded";
import type { ViewText } from "./load";

/** A view's texts; the view suspends until they are there. */
export function useViewText<T>(texts: ViewText<T>, language: Language): T {
  return useLoaded(texts.load(language));
}
