import { useState } from "react";
import type { CheckResult } from "../app/subject";
import { usePane } from "./pane";
import { ownersOf, type OwnerChoice } from "./today/dueGroups";

/** `""` is the value of a customer without an owner, so the whole team needs a value that no owner can have. */
export const wholeTeam = "\u0000team";
const ownerKey = "owner";

/** Whose customers the person looks at, chosen once and remembered on this computer. Somebody remembered from another workbook is nobody here. */
export function useOwner(check: CheckResult): {
  readonly owners: readonly string[];
  readonly owner: OwnerChoice;
  readonly choose: (owner: OwnerChoice) => void;
} {
  const { memory } = usePane();
  const [chosen, setChosen] = useState<OwnerChoice>(() => memory.read(ownerKey));
  const owners = ownersOf(check);
  return {
    owners,
    owner: chosen !== null && owners.includes(chosen) ? chosen : null,
    choose: (choice) => {
      setChosen(choice);
      memory.write(ownerKey, choice ?? wholeTeam);
    },
  };
}
