import type { HostIdentity } from "../../domain/selfCheck/host";

/** Newest of the sets that there are. */
const newest = 30;

function newestSet(minor = newest): string {
  if (minor === 0) return "";
  return Office.context.requirements.isSetSupported("ExcelApi", `1.${minor}`) ? `1.${minor}` : newestSet(minor - 1);
}

/** Which Excel this is. */
export function hostIdentity(): HostIdentity {
  const { diagnostics, displayLanguage, contentLanguage } = Office.context;
  return {
    platform: String(diagnostics.platform),
    build: diagnostics.version,
    displayLanguage,
    contentLanguage,
    newestSet: newestSet(),
  };
}
