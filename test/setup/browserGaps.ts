/** What Fluent UI and React ask of a browser and jsdom does not have. Nothing here decides a test's outcome. */
import { TextDecoder, TextEncoder } from "node:util";

/** jsdom lays nothing out, so no size ever changes. */
class StillResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** Nothing is ever on screen either. */
class StillIntersectionObserver implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = "";
  readonly scrollMargin = "";
  readonly thresholds: readonly number[] = [];
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }
}

/** No media query matches: light theme, full motion, no forced colours. */
function matchMedia(media: string): MediaQueryList {
  const target = new EventTarget();
  return Object.assign(target, {
    matches: false,
    media,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
}

Object.assign(globalThis, { TextDecoder, TextEncoder });
globalThis.ResizeObserver ??= StillResizeObserver;
globalThis.IntersectionObserver ??= StillIntersectionObserver;
globalThis.matchMedia ??= matchMedia;
Element.prototype.scrollIntoView ??= () => undefined;
// jsdom's files tell their bytes only the old way.
Blob.prototype.arrayBuffer ??= function (this: Blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result instanceof ArrayBuffer ? reader.result : new ArrayBuffer(0));
    reader.readAsArrayBuffer(this);
  });
};

// A failing query prints the whole document otherwise, which hides the sentence that says what was looked for.
process.env["DEBUG_PRINT_LIMIT"] ??= "0";
