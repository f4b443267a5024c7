import type { KeyboardEvent } from "react";

/** What WebKit gives as the key of the Enter that ends a composition, which it reports after the composition is over. */
const composedKey = 229;

/** True while an input method is composing: then Enter, Escape and the arrows are its keys, and mean nothing to the pane. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === composedKey;
}
