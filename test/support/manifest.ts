/**
 * Microsoft's validator for manifests needs the network, and its published schema does not see icons of a wrong size,
 * references to nothing or addresses without https. This is the part of the rules that can be held to here; passing it
 * is not Microsoft's validation.
 */

export interface ManifestSurroundings {
  /** The functions that the add-in's code registers for ribbon buttons. */
  readonly commandNames: readonly string[];
  /** Width and height in pixels of the picture at an address of the manifest, or null when there is none. */
  readonly pictureSize: (address: string) => { readonly width: number; readonly height: number } | null;
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const LONGEST_ID = 32;
const LONGEST = { DisplayName: 125, Description: 250, ShortStrings: 125, LongStrings: 250, Url: 2048 };
const RIBBON_SIZES = ["16", "32", "80"];
const SECOND_LANGUAGE = "zh-CN";

/** Every breach of the rules, one sentence each; empty for a sound manifest. */
export function manifestProblems(xml: string, surroundings: ManifestSurroundings): readonly string[] {
  const manifest = new DOMParser().parseFromString(xml, "application/xml");
  if (manifest.querySelector("parsererror") !== null) return ["not well-formed XML"];
  const elements = [...manifest.getElementsByTagName("*")];
  return [
    identityProblems(elements),
    idProblems(elements),
    referenceProblems(elements),
    addressProblems(elements),
    pictureProblems(elements, surroundings),
    textProblems(elements),
    functionProblems(elements, surroundings),
    hostProblems(elements),
  ].flat();
}

const named = (elements: readonly Element[], name: string): Element[] =>
  elements.filter((element) => element.localName === name);

/** What the element is set to for every locale: its default and its overrides. */
const valuesOf = (element: Element): string[] =>
  [
    element.getAttribute("DefaultValue"),
    ...named([...element.children], "Override").map((o) => o.getAttribute("Value")),
  ]
    .filter((value) => value !== null)
    .map(String);

/** Elements outside `VersionOverrides`, where names such as `Description` mean something else. */
const basePart = (elements: readonly Element[]): Element[] =>
  elements.filter((element) => element.closest("VersionOverrides") === null);

function identityProblems(elements: readonly Element[]): string[] {
  const problems: string[] = [];
  const base = basePart(elements);
  const required = ["Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "Permissions"];
  for (const name of required) {
    const count = named(base, name).length;
    if (count !== 1) problems.push(`${name}: expected once, found ${count} times`);
  }
  const id = named(base, "Id")[0]?.textContent ?? "";
  if (!GUID.test(id)) problems.push(`Id: ${id} is not a GUID`);
  const version = named(base, "Version")[0]?.textContent ?? "";
  if (!/^\d+(\.\d+){1,3}$/.test(version)) problems.push(`Version: ${version} is not up to four numbers with points`);
  return problems;
}

function idProblems(elements: readonly Element[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const element of elements) {
    const id = element.getAttribute("id");
    if (id === null || element.localName === "OfficeTab") continue;
    if (seen.has(id)) problems.push(`id ${id}: used twice`);
    if (id.length > LONGEST_ID) problems.push(`id ${id}: longer than ${LONGEST_ID} characters`);
    seen.add(id);
  }
  return problems;
}

/** The collection of resources that an element with a `resid` must point into. */
function wantedResource(element: Element): string {
  switch (element.localName) {
    case "Image":
      return "Images";
    case "Label":
    case "Title":
      return "ShortStrings";
    case "Description":
      return "LongStrings";
    default:
      return "Urls";
  }
}

function referenceProblems(elements: readonly Element[]): string[] {
  const problems: string[] = [];
  const resources = elements.filter((element) => element.closest("Resources") !== null && element.hasAttribute("id"));
  const used = new Set<string>();
  for (const element of elements) {
    const resid = element.getAttribute("resid");
    if (resid === null) continue;
    used.add(resid);
    const resource = resources.find((candidate) => candidate.getAttribute("id") === resid);
    const wanted = wantedResource(element);
    if (resource === undefined) {
      problems.push(`resid ${resid}: no such resource`);
    } else if (resource.parentElement?.localName !== wanted) {
      problems.push(`resid ${resid}: ${element.localName} needs one of ${wanted}`);
    }
  }
  for (const resource of resources) {
    const id = resource.getAttribute("id") ?? "";
    if (!used.has(id)) problems.push(`resource ${id}: nothing refers to it`);
  }
  return problems;
}

const addressElements = ["IconUrl", "HighResolutionIconUrl", "SourceLocation", "SupportUrl", "Image", "Url"];

function addressProblems(elements: readonly Element[]): string[] {
  const addresses = [
    ...addressElements.flatMap((name) => named(elements, name).flatMap(valuesOf)),
    ...named(elements, "AppDomain").map((element) => element.textContent ?? ""),
  ];
  return addresses.flatMap((address) => [
    ...(address.startsWith("https://") && URL.canParse(address) ? [] : [`address ${address}: not https`]),
    ...(address.length > LONGEST.Url ? [`address ${address}: longer than ${LONGEST.Url} characters`] : []),
  ]);
}

function pictureProblems(elements: readonly Element[], { pictureSize }: ManifestSurroundings): string[] {
  const problems: string[] = [];
  const expectSize = (address: string, size: string): void => {
    const found = pictureSize(address);
    if (found === null) problems.push(`picture ${address}: missing`);
    else if (String(found.width) !== size || String(found.height) !== size) {
      problems.push(`picture ${address}: is ${found.width} × ${found.height}, wanted ${size} × ${size}`);
    }
  };
  for (const element of named(elements, "IconUrl")) valuesOf(element).forEach((address) => expectSize(address, "32"));
  for (const element of named(elements, "HighResolutionIconUrl")) {
    valuesOf(element).forEach((address) => expectSize(address, "64"));
  }
  for (const icon of named(elements, "Icon")) {
    const images = named([...icon.children], "Image");
    const sizes = images.map((image) => image.getAttribute("size") ?? "");
    for (const size of RIBBON_SIZES) {
      if (!sizes.includes(size)) problems.push(`Icon of ${icon.parentElement?.id ?? "?"}: no ${size} px image`);
    }
    for (const image of images) {
      const resource = elements.find(
        (element) => element.localName === "Image" && element.id === image.getAttribute("resid"),
      );
      for (const address of resource === undefined ? [] : valuesOf(resource)) {
        expectSize(address, image.getAttribute("size") ?? "");
      }
    }
  }
  return problems;
}

function textProblems(elements: readonly Element[]): string[] {
  const texts = [
    ...named(basePart(elements), "DisplayName").map((element) => ({ element, longest: LONGEST.DisplayName })),
    ...named(basePart(elements), "Description").map((element) => ({ element, longest: LONGEST.Description })),
    ...named(elements, "String").map((element) => ({
      element,
      longest: element.parentElement?.localName === "ShortStrings" ? LONGEST.ShortStrings : LONGEST.LongStrings,
    })),
  ];
  return texts.flatMap(({ element, longest }) => {
    const name = element.getAttribute("id") ?? element.localName;
    const locales = named([...element.children], "Override").map((override) => override.getAttribute("Locale"));
    const values = valuesOf(element);
    return [
      ...(locales.includes(SECOND_LANGUAGE) ? [] : [`text ${name}: no ${SECOND_LANGUAGE} wording`]),
      ...values.filter((value) => value.trim() === "").map(() => `text ${name}: empty`),
      ...values.filter((value) => value.length > longest).map(() => `text ${name}: longer than ${longest} characters`),
    ];
  });
}

function functionProblems(elements: readonly Element[], { commandNames }: ManifestSurroundings): string[] {
  const called = named(elements, "FunctionName").map((element) => element.textContent ?? "");
  return [
    ...called
      .filter((name) => !commandNames.includes(name))
      .map((name) => `function ${name}: not registered by the code`),
    ...commandNames.filter((name) => !called.includes(name)).map((name) => `function ${name}: no button calls it`),
  ];
}

function hostProblems(elements: readonly Element[]): string[] {
  const problems: string[] = [];
  const base = basePart(elements);
  const hosts = named(base, "Host").map((host) => host.getAttribute("Name"));
  if (hosts.join() !== "Workbook") problems.push(`Hosts: ${hosts.join()} instead of Workbook`);
  const sets = named(base, "Set").map((set) => `${set.getAttribute("Name")} ${set.getAttribute("MinVersion")}`);
  for (const wanted of ["ExcelApi 1.14", "SharedRuntime 1.1"]) {
    if (!sets.includes(wanted)) problems.push(`Requirements: no ${wanted}`);
  }
  // A shared runtime is shared only if all three name the same page; otherwise Excel quietly starts a second one.
  const pages = [
    ...named(elements, "Runtime"),
    ...named(elements, "FunctionFile"),
    ...named(elements, "SourceLocation"),
  ]
    .map((element) => element.getAttribute("resid"))
    .filter((resid) => resid !== null);
  if (new Set(pages).size !== 1) problems.push("Runtime, FunctionFile and SourceLocation name different pages");
  if (named(elements, "Runtime").some((runtime) => runtime.getAttribute("lifetime") !== "long")) {
    problems.push("Runtime: not long-lived, so not shared with the pane");
  }
  return problems;
}
