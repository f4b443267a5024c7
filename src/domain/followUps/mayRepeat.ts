import type { FieldId } from "../schema/fieldIds";

/**
 * Fields of which a sheet may have several columns: the likeliest is taken, and the others are kept. Of any other field it has to be said
 * which column counts.
 */
export const mayRepeat: ReadonlySet<FieldId> = new Set<FieldId>([
  ...(["contact", "phone", "wechat", "mail", "needs", "feedback", "objections", "painPoints"] as const),
  ...(["materials", "openQuestions", "nextStep", "note", "tags", "coOwners", "department", "competitor"] as const),
]);
