import type { KnownFieldId } from "../../schema/fieldIds";
import { defaultField } from "../../schema/defaults";
import type { ColumnProfile } from "./columnProfile";

/** Whether the cells of a column can be those of a field; null where they do not tell. */
export type Fit = boolean | null;

/** Fewer cells than this prove nothing. */
const fewestCells = 2;
const most = 0.6;
const few = 0.3;

type Judge = (profile: ColumnProfile) => Fit;

const shareOf = (count: number, { cells }: ColumnProfile) => count / cells;

/** Fits where most cells are of a kind, does not where few are. */
const mostly =
  (of: (profile: ColumnProfile) => number): Judge =>
  (profile) => {
    const share = shareOf(of(profile), profile);
    return share >= most ? true : share < few ? false : null;
  };

/** Text that is nothing else: no dates, numbers, phones or mail addresses. */
const isOtherKind: Judge = (profile) =>
  [profile.dates, profile.numbers, profile.phones, profile.mails].some((count) => shareOf(count, profile) >= most);

const words: Judge = (profile) => (isOtherKind(profile) === true ? false : null);
const shortWords: Judge = (profile) => (shareOf(profile.longTexts, profile) >= most ? false : words(profile));

/** From so many cells on it tells that all of them differ. */
const tellingCells = 10;

function areAllDifferent({ cells, values }: ColumnProfile): boolean {
  return cells >= tellingCells && values.size === cells;
}

/** Stages may be numbers and percentages; there are few of them. */
const stages: Judge = (profile) => {
  const isOther =
    [profile.writtenDates, profile.phones, profile.mails, profile.longTexts].some(
      (count) => shareOf(count, profile) >= few,
    ) ||
    (profile.cells >= 2 * tellingCells && profile.values.size * 2 > profile.cells);
  if (isOther) return false;
  return shareOf(profile.stages, profile) >= 0.5 ? true : null;
};

/** Owners come again and again; they may be named by their mail addresses. */
const owners: Judge = (profile) => {
  const isOther = [profile.writtenDates, profile.numbers, profile.phones, profile.longTexts].some(
    (count) => shareOf(count, profile) >= 0.5,
  );
  if (isOther || areAllDifferent(profile)) return false;
  const isSomebodysMail = shareOf(profile.mails, profile) >= most && profile.values.size * 2 <= profile.cells;
  return isSomebodysMail || shareOf(profile.people, profile) >= most ? true : null;
};

/** IDs are all different. */
const ids: Judge = (profile) =>
  profile.writtenDates >= profile.cells * few || profile.values.size < profile.cells * 0.9 ? false : null;

const judges: Readonly<Partial<Record<KnownFieldId, Judge>>> = {
  id: ids,
  customer: shortWords,
  contact: shortWords,
  owner: owners,
  stage: stages,
  wechat: (profile) => (shareOf(profile.writtenDates, profile) >= most ? false : null),
  // A column of phones in which some gave a mail address or a WeChat name instead.
  phone: (profile) => {
    const share = shareOf(profile.phones, profile);
    return share >= 0.5 ? true : share < 0.2 ? false : null;
  },
};

/** Whether the cells look like the field's. */
export function fitOf(field: KnownFieldId, profile: ColumnProfile): Fit {
  if (profile.cells < fewestCells) return null;
  const own = judges[field];
  if (own) return own(profile);
  switch (defaultField(field, null).kind) {
    case "date":
      return mostly(({ dates }) => dates)(profile);
    case "amount":
      return mostly(({ numbers }) => numbers)(profile);
    case "mail":
      return mostly(({ mails }) => mails)(profile);
    case "list":
    case "person":
    case "multiList":
      return shortWords(profile);
    default:
      return words(profile);
  }
}
