import type { PageTexts } from "./texts";

/** Narrowest and widest pane that Excel gives an add-in. */
export const paneWidth = { least: 270, usual: 320, most: 500 } as const;

/** @throws Error when the page is not the one that was built with this script */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}

export function showTexts(texts: PageTexts): void {
  const named: Readonly<Record<string, unknown>> = { ...texts };
  for (const target of document.querySelectorAll<HTMLElement>("[data-text]")) {
    const value = named[target.dataset.text ?? ""];
    if (typeof value === "string") target.textContent = value;
  }
  const note = document.querySelector<HTMLElement>(".note");
  if (note) note.title = `${texts.note} ${texts.localhost}`;
  element("divider").setAttribute("aria-label", texts.resize);
}

export function showMessage(message: string | null): void {
  const target = element("message");
  target.textContent = message ?? "";
  target.hidden = message === null;
}

/** Gives the keyboard to the grid, as a person does who presses a cell. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>("#grid canvas")?.focus();
}

/** F6 leads from the page into the pane, with Ctrl or without. Back leads what office.js tells of. */
export function leadIntoPane(frame: HTMLIFrameElement): void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "F6") return;
    event.preventDefault();
    frame.focus();
  };
  // Before the grid, which keeps keys to itself.
  window.addEventListener("keydown", onKeyDown, { capture: true });
}

/** Lets a person drag the pane's edge, or move it with the arrow keys. */
export function makeResizable(initial: number): void {
  const pane = element("pane");
  const divider = element("divider");
  let width = initial;
  const set = (wanted: number): void => {
    width = Math.round(Math.min(paneWidth.most, Math.max(paneWidth.least, wanted)));
    pane.style.width = `${width}px`;
    divider.setAttribute("aria-valuenow", String(width));
  };
  divider.setAttribute("aria-valuemin", String(paneWidth.least));
  divider.setAttribute("aria-valuemax", String(paneWidth.most));
  set(initial);
  divider.addEventListener("pointerdown", (event) => {
    divider.setPointerCapture(event.pointerId);
    document.body.classList.add("dragging");
  });
  divider.addEventListener("pointermove", (event) => {
    if (divider.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX - divider.offsetWidth / 2);
  });
  const end = (): void => {
    document.body.classList.remove("dragging");
    window.dispatchEvent(new Event("resize"));
  };
  divider.addEventListener("pointerup", end);
  divider.addEventListener("lostpointercapture", end);
  divider.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") set(width + 10);
    else if (event.key === "ArrowRight") set(width - 10);
    else return;
    event.preventDefault();
    end();
  });
}
