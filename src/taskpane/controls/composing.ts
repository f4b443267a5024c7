import type { KeyboardEvent as PressedInReact } from "react";

/** What WebKit gives as the key of the Enter that ends a composition, which it reports after the composition is over. */
const composedKey = 229;

/** True while an input method is composing: then Enter, Escape and the arrows are its keys, and mean nothing to the pane. */
export function isComposing(event: KeyboardEvent | PressedInReact): boolean {
  const { isComposing: composes, keyCode } = "nativeEvent" in event ? event.nativeEvent : event;
  return composes || keyCode === composedKey;
}

/** The key that was pressed, for the pane; blank where it is an input method's. Every handler asks here, none reads the event's own. */
export function keyOf(event: KeyboardEvent | PressedInReact): string {
  return isComposing(event) ? "" : event.key;
}
