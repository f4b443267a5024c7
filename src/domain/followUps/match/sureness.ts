/** A column is taken for a field without asking from this score on, 0 to 1. */
export const sureScore = 0.85;
/** And only this far ahead of the next likely one. */
export const sureMargin = 0.15;
/** From this score on it is worth asking about. */
export const askedScore = 0.6;
