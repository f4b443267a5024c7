import { apiNotFound } from "./hostError";
import type { HostError } from "./hostError";
import type { BoundMember, HostObject } from "./hostObject";

/** The members that the add-in may use, and what it asked for in vain. */
export interface Members {
  /** @throws HostError ApiNotFound for a member that is not there, or is above the requirement set that this Excel has */
  readonly of: (object: HostObject, name: string) => BoundMember;
  readonly isDeclared: (since: string) => boolean;
  /** Remembers what is not there and gives the error to throw. */
  readonly refuse: (what: string) => HostError;
  /** What was asked for and is not there, in the order met. */
  readonly unknown: readonly string[];
}

function isNewer(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return major > thanMajor || (major === thanMajor && minor > thanMinor);
}

/** A wire name as developers write it. */
export const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** @param requirementSet newest requirement set that this Excel has, such as `1.14` */
export function createMembers(requirementSet: string): Members {
  const unknown: string[] = [];
  const refuse = (what: string): HostError => {
    unknown.push(what);
    return apiNotFound(what);
  };
  const isDeclared = (since: string): boolean => !isNewer(since, requirementSet);
  return {
    of: (object, name) => {
      const member = object.member(name);
      const title = `${object.className}.${camel(member?.name ?? name)}`;
      if (!member) throw refuse(title);
      if (!isDeclared(member.since)) {
        throw refuse(`${title} (it needs ExcelApi ${member.since}, this Excel has ${requirementSet})`);
      }
      return member;
    },
    isDeclared,
    refuse,
    unknown,
  };
}
