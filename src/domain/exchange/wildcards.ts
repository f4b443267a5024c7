/** Excel's wildcards as a regular expression: `~` takes the next sign for itself. */
export function regexOf(pattern: string): string {
  return pattern.replace(/~[*?~]|[\s\S]/g, (sign) => {
    if (sign === "*") return ".*";
    if (sign === "?") return ".";
    return (sign.length > 1 ? sign.slice(1) : sign).replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  });
}

/** The wildcards that mean what a simple regular expression means; null for one that wildcards cannot say. */
export function wildcardsOf(regex: string): string | null {
  const parts = regex.replace(/^\^|\$$/g, "").match(/\\[^A-Za-z0-9]|\.\*|\.|[^.*+?^${}()|[\]\\]/g) ?? [];
  if (parts.join("") !== regex.replace(/^\^|\$$/g, "")) return null;
  return parts
    .map((part) => {
      if (part === ".*") return "*";
      if (part === ".") return "?";
      const sign = part.startsWith("\\") ? part.slice(1) : part;
      return /[*?~]/.test(sign) ? `~${sign}` : sign;
    })
    .join("");
}
