import { ruleOf, type KindRule, type Untidy } from "./kind";

/** Longest text that is looked at as a telephone number, mail or web address: Excel's own limit for a link. */
const longestAddress = 2083;

/** A rule for text that has one best form. `usual` is a quick look that says yes to most right values, and to no wrong one. */
export function writtenRule<Wrong extends string>(form: {
  readonly usual: RegExp;
  readonly isRight: (text: string) => boolean;
  readonly plain: (text: string) => string;
  readonly wrong: Wrong;
}): KindRule<Wrong | Untidy> {
  const { usual, isRight, plain, wrong } = form;
  return ruleOf<Wrong | Untidy>(
    (value) => {
      if (typeof value !== "string" || value.length > longestAddress) return wrong;
      if (usual.test(value)) return null;
      const better = plain(value);
      if (!isRight(better)) return wrong;
      return better === value ? null : "untidy";
    },
    (value) => (typeof value === "string" && value.length <= longestAddress ? plain(value) : null),
  );
}
