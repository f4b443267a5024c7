import { useState } from "react";
import type { CheckResult } from "../app/subject";
import { usePane } from "./pane";
import { ownersOf, type OwnerChoice } from "./today/dueGroups";

/** `""` is the value of a customer without an owner, so the whole team needs a value that no owner can have. */
export const wholeTeam = "\u0000team";
const ownerKey = "owner";
const meKey = "me";

/** Who works in this pane, asked once and remembered on this computer; null while nobody has said. It need not be an owner. */
export function useMe(): { readonly me: string | null; readonly setMe: (name: string) => void } {
  const { memory } = usePane();
  // What was said in this very place stands also where the computer remembers nothing; what was said in another form is read anew.
  const [said, setSaid] = useState<string | null>(null);
  return {
    me: (said ?? memory.read(meKey)) || null,
    setMe: (name) => {
      setSaid(name);
      memory.write(meKey, name);
    },
  };
}

/**
 * Whose customers the person looks at, chosen once and remembered on this computer; their own until they choose. Somebody remembered from
 * another workbook is nobody here.
 */
export function useOwner(check: CheckResult): {
  readonly owners: readonly string[];
  readonly owner: OwnerChoice;
  readonly choose: (owner: OwnerChoice) => void;
} {
  const { memory } = usePane();
  const [chosen, setChosen] = useState<OwnerChoice>(() => memory.read(ownerKey) ?? memory.read(meKey));
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
