import { asProposed, type AdoptionChoices } from "../../src/domain/adoption/choices";

/** As proposed, and held as strictly as our rules have it from the first day: what tests of the rules begin with. */
export const usualRules: AdoptionChoices = { ...asProposed, levels: "usual" };
