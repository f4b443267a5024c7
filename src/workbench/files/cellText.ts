/** Cell texts spell characters that XML cannot hold as `_x000D_`, and an underscore that would read like one as `_x005F_`. */
export function decodeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export function encodeCellText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/\p{Cc}/gu, (c) =>
      c === "\n" || c === "\t" ? c : `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}

/** Table column names keep their line breaks in an attribute, where XML would make spaces of them. */
export function encodeColumnName(name: string): string {
  return encodeCellText(name).replaceAll("\n", "_x000a_");
}

const newFunctions = new Set(
  "ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.INV BITAND BITOR BITXOR CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.INV CHISQ.TEST COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COVARIANCE.P COVARIANCE.S CSC DAYS DECIMAL ERF.PRECISE EXPON.DIST F.DIST F.INV F.TEST FLOOR.MATH FLOOR.PRECISE FORECAST.LINEAR FORMULATEXT GAMMA GAUSS HYPGEOM.DIST IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ RRI SEC SEQUENCE SHEET SHEETS SINGLE STDEV.P STDEV.S SWITCH T.DIST T.INV T.TEST TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK HSTACK WEIBULL.DIST XLOOKUP XMATCH XOR Z.TEST".split(
    " ",
  ),
);
// These two carry a second prefix.
const worksheetFunctions = new Set(["FILTER", "SORT", "SORTBY"]);

/** Formula text as people know it: `MAXIFS(` for `_xlfn.MAXIFS(`, and the signs themselves for `_x000a_`. */
export function withoutPrefixes(formula: string): string {
  return decodeCellText(formula.includes("_xl") ? formula.replace(/_xlfn\.(_xlws\.)?|_xlws\.|_xlpm\./g, "") : formula);
}

/**
 * Formula text as files spell it: with the prefixes that functions newer than Excel 2007 need, without which Excel shows `#NAME?`.
 * Line breaks stand as they are; column names are no functions.
 */
export function withPrefixes(formula: string): string {
  return encodeCellText(formula).replace(
    /"(?:[^"]|"")*"|\[(?:'[^]|[^'[\]])*\]|'(?:[^']|'')*'|(?<![A-Za-z0-9_.])([A-Z][A-Z0-9.]*)(?=\()/gi,
    (whole, name: string | undefined) => {
      if (name === undefined) return whole;
      const upper = name.toUpperCase();
      if (worksheetFunctions.has(upper)) return `_xlfn._xlws.${name}`;
      return newFunctions.has(upper) ? `_xlfn.${name}` : whole;
    },
  );
}
