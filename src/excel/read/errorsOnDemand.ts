import { isSuspect, type ErrorTexts } from "./errorSuspects";

/** Knows errors; the words of all languages are loaded with the first text that could be one. */
export function errorTextsOnDemand(): ErrorTexts {
  let loaded: Promise<ErrorTexts> | null = null;
  return async (context, grids) => {
    if (!grids.some(({ values }) => values.some((cells) => cells.some(isSuspect)))) return grids;
    loaded ??= import("./errorTexts").then(({ createErrorTexts }) => createErrorTexts());
    return (await loaded)(context, grids);
  };
}
