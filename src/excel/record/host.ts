import type { RecordedHost } from "../../domain/record/record";

/** Newest version of a set that anybody may ask for. */
const newest = 30;

/** Newest version of a requirement set that this host says it has; null for none. */
function versionOf(set: string): string | null {
  for (let minor = newest; minor > 0; minor--) {
    if (Office.context.requirements.isSetSupported(set, `1.${minor}`)) return `${set} 1.${minor}`;
  }
  return null;
}

/** What Office says of itself. */
export function readHost(): RecordedHost {
  const { contentLanguage, diagnostics, displayLanguage } = Office.context;
  const sets = ["ExcelApi", "ExcelApiDesktop", "SharedRuntime", "RibbonApi", "DialogApi"];
  return {
    build: diagnostics.version,
    platform: String(diagnostics.platform),
    displayLanguage,
    contentLanguage,
    sets: sets.map(versionOf).filter((set) => set !== null),
  };
}
