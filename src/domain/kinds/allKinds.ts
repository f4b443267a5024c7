import { amount } from "./amount";
import { date } from "./date";
import type { Kind } from "./kind";
import { link } from "./link";
import { list } from "./list";
import { longText } from "./longText";
import { mail } from "./mail";
import { multiList } from "./multiList";
import { percentage } from "./percentage";
import { person } from "./person";
import { phone } from "./phone";
import { text } from "./text";
import { wholeNumber } from "./wholeNumber";
import { yesNo } from "./yesNo";

/** The table of kinds, in the order in which they are offered. What is not in it is no kind; what is in it works everywhere. */
const table = {
  text,
  longText,
  date,
  wholeNumber,
  amount,
  percentage,
  phone,
  mail,
  list,
  multiList,
  person,
  link,
  yesNo,
};

export type FieldKind = keyof typeof table;

/** Why a value is not one of its kind. What each means stands in the kind's file. */
export type KindProblem = (typeof table)[FieldKind] extends infer Each
  ? Each extends Kind<infer Problem>
    ? Problem
    : never
  : never;

const kinds: Readonly<Record<FieldKind, Kind<KindProblem>>> = table;

export const fieldKinds: readonly FieldKind[] = Object.keys(table).filter((name): name is FieldKind => name in table);

export function kindOf(kind: FieldKind): Kind<KindProblem> {
  return kinds[kind];
}
