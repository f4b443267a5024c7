/**
 * The pane's page for this machine: what is put into it so that it runs beside the workbench, and so that its browser behaves as the one
 * inside the Excel that is played.
 */

const officeFromMicrosoft = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * The pane of another person keeps what it remembers apart, as it would on another computer: the browser would give both the
 * same storage. Keys get a word before them; the pane uses nothing but these three calls.
 */
const storageOfItsOwn = `const shared = window.localStorage;
const named = (key) => "other." + key;
Object.defineProperty(window, "localStorage", {
  value: {
    getItem: (key) => shared.getItem(named(key)),
    setItem: (key, value) => shared.setItem(named(key), value),
    removeItem: (key) => shared.removeItem(named(key)),
  },
});`;

/**
 * Makes the page look as it does inside the Excel that is played. office.js from the npm package is the client for the web: it names the web
 * as its platform, and it does not know \`mergeUndoGroup\`, which goes to the workbench as a flag of the request with a number for the group.
 */
const playedExcel = `const played = new URLSearchParams(location.search);
const platforms = { windows: "PC", mac: "Mac", web: "OfficeOnline" };
const platform = platforms[played.get("platform")];
if (platform) OfficeExt.HostName.Host.prototype.getPlatform = () => platform;
Office.onReady(() => {
  if (typeof Excel === "undefined") return;
  const run = Excel.run;
  let groups = 0;
  Excel.run = (...given) => {
    const [options, batch] = given;
    if (!options || options.mergeUndoGroup !== true) return run(...given);
    groups = (groups + 1) % 0x4000;
    const flag = 0x8000 | (groups << 16);
    return run(options, (context) => {
      context._requestFlagModifier |= flag;
      return batch(context);
    });
  };
});
if (played.get("downloads") === "silent") {
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.hasAttribute("download")) click.call(this);
  };
  window.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a[download]")) event.preventDefault();
  }, true);
  window.open = () => null;
}
if (played.get("clipboard") === "blocked") {
  const refuse = () => Promise.reject(new DOMException("The Clipboard API has been blocked", "NotAllowedError"));
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: refuse, readText: refuse } });
  document.execCommand = () => false;
}`;

/** Scripts that the pane's page asks this machine for, by their path. */
export const localScripts: ReadonlyMap<string, string> = new Map([
  ["/other-storage.js", storageOfItsOwn],
  ["/played-excel.js", playedExcel],
]);

const script = (path: string): string => `<script src="${path}"></script>`;

/**
 * The pane's page for this machine. Nothing leaves it: office.js comes from the npm package, not from Microsoft. On plain http
 * office.js asks whether localhost may act as Microsoft Office, in a frame that the pane's policy does not allow elsewhere.
 * @param other true for the pane of another person
 */
export function localPane(html: string, other: boolean): string {
  const page = other ? html.replace("<head>", `<head>${script("/other-storage.js")}`) : html;
  const office = script("/office-js/office.js");
  return page
    .replaceAll(officeFromMicrosoft, "/office-js/office.js")
    .replace(office, `${office}${script("/played-excel.js")}`)
    .replace("default-src 'none';", "default-src 'none'; frame-src 'self';");
}
