import type { KnownFieldId } from "../../schema/fieldIds";
import type { Concept } from "./vocabulary";

/**
 * How surely words mean a field. A name that stands in for a field gives way to a better one: the deal's name is the customer
 * where no column names the account.
 */
export type Sureness = "sure" | "standIn" | "weak";

/** Words that together mean a field, in whatever order: one of each group, and of the others none but those that may be there. */
export interface Phrase {
  readonly field: KnownFieldId;
  readonly sureness: Sureness;
  readonly all: readonly (readonly Concept[])[];
  readonly may: ReadonlySet<Concept>;
}

type Group = Concept | readonly Concept[];

/** What a row is about: it is often said again in front of what is told of it. */
const about: readonly Concept[] = ["customer", "company", "account", "deal", "project", "lead"];
const someone: readonly Concept[] = [...about, "contact", "contactPerson", "person", "user", "main"];
const touched: readonly Concept[] = ["touch", "contact"];

function phrasesOf(
  field: KnownFieldId,
  sureness: Sureness,
  ...each: readonly (readonly [all: readonly Group[], may?: readonly Concept[]])[]
): readonly Phrase[] {
  return each.map(([all, may = []]) => ({
    field,
    sureness,
    all: all.map((group) => (typeof group === "string" ? [group] : group)),
    may: new Set(may),
  }));
}

const whoIsIt: readonly Phrase[] = [
  ...phrasesOf(
    "id",
    "sure",
    [
      [
        ["id", "code"],
        ["customer", "company", "deal", "lead"],
      ],
      ["number"],
    ],
    [["number", "customer"], ["company"]],
    [["id", "record"]],
  ),
  ...phrasesOf("id", "standIn", [["id"]], [["account", ["id", "number", "code"]]], [["number", ["deal", "lead"]]]),
  ...phrasesOf(
    "customer",
    "sure",
    [["customer"], ["company", "account", "name", "belongs", "lead"]],
    [["company"], ["customer", "account", "name", "belongs", "lead", "contact", "deal", "person"]],
    [["account"], ["customer", "company", "name", "deal"]],
    [
      ["name", "customer"],
      ["company", "account"],
    ],
  ),
  ...phrasesOf(
    "customer",
    "standIn",
    [["name", ["deal", "lead", "project"]]],
    [["deal", "jobTitle"]],
    [["name"]],
    [["user"], ["name"]],
    [["personName"], ["lead", "person", "customer", "contact", "user"]],
    [["lead"]],
    [["contact", "name"]],
  ),
  ...phrasesOf("customer", "weak", [["project"]], [["deal"]]),
  ...phrasesOf("customerType", "sure", [
    [
      ["type", "category"],
      ["customer", "company", "account"],
    ],
    ["main"],
  ]),
  ...phrasesOf("customerType", "standIn", [["type"]], [["level", ["customer", "company", "account"]]]),
  ...phrasesOf("customerType", "weak", [["level"]]),
  ...phrasesOf(
    "contact",
    "sure",
    [["contactPerson"], ["customer", "company", "name", "personName", "main", "person", "account", "deal"]],
    [["contact"], ["name", "person", "personName", "point", "main", "customer", "company", "account", "deal"]],
    [
      ["personName", ["contact", "contactPerson"]],
      ["customer", "main"],
    ],
  ),
  ...phrasesOf("contact", "standIn", [["personName"], ["person", "customer", "lead"]], [["person"], ["name", "deal"]]),
  ...phrasesOf("contact", "weak", [["name"]]),
  ...phrasesOf("phone", "sure", [["phone"], [...someone, "number", "touch"]]),
  ...phrasesOf("wechat", "sure", [["wechat"], [...someone, "number", "id", "name"]]),
  ...phrasesOf("mail", "sure", [["mail"], [...someone, "id"]]),
];

const whoseIsIt: readonly Phrase[] = [
  ...phrasesOf(
    "owner",
    "sure",
    [["owner"], [...about, "contact", "sales", "name", "personName", "current", "user", "main", "person", "belongs"]],
    [
      ["manager", ["account", "sales"]],
      ["name", "customer"],
    ],
    [["sales", ["person", "belongs", "personName"]], ["name"]],
  ),
  ...phrasesOf("owner", "standIn", [["sales"], ["name"]], [["owner", "id"], [...about]]),
  ...phrasesOf(
    "owner",
    "weak",
    [
      ["owner", "mail"],
      [...about, "user"],
    ],
    [["touch", "by"]],
  ),
  ...phrasesOf("department", "sure", [["department"], ["sales", "belongs", "name", "owner", "deal", "touch"]]),
  ...phrasesOf("coOwners", "sure", [["together"]], [["co", "owner"]], [["department", "user"]]),
  ...phrasesOf("source", "sure", [["source"], [...someone, "sales", "record"]]),
];

const whereIsIt: readonly Phrase[] = [
  ...phrasesOf("stage", "sure", [["stage"], [...about, "sales", "touch", "current", "pipeline", "name", "status"]]),
  ...phrasesOf("stage", "standIn", [
    ["status"],
    [...about, "contact", "sales", "touch", "current", "pipeline", "close"],
  ]),
  ...phrasesOf("stage", "standIn", [["stage", "id"], about]),
  ...phrasesOf("stage", "weak", [["progress", [...about, "sales", "touch"]]], [["status", "reason"]], [["pipeline"]]),
  ...phrasesOf("stageSince", "sure", [
    ["stage", ["enter", "change", "date"]],
    [...about, "date", "last", "current", "sales"],
  ]),
  ...phrasesOf(
    "amount",
    "sure",
    [["amount"], ["deal", "project", "sales", "close", "contract", "order", "quote", "total", "lead"]],
    [
      ["amount", "expected"],
      ["deal", "project", "sales", "close", "contract", "order", "total"],
    ],
    [["size", "deal"]],
  ),
  ...phrasesOf("amount", "standIn", [["amount"], ["deal", "customer", "company", "currency", "total", "won"]]),
  ...phrasesOf("amount", "weak", [["quote"]], [["total"]]),
  ...phrasesOf(
    "expectedClose",
    "sure",
    [
      [
        ["expected", "plan"],
        ["close", "closed", "won"],
      ],
      ["date", "deal", "customer", "lead", "order", "contract"],
    ],
    [["due", "close"], ["date"]],
  ),
  ...phrasesOf(
    "closedOn",
    "sure",
    [["closed"], ["date", "deal", "lead", "sales"]],
    [
      ["actual", ["close", "closed"]],
      ["date", "deal"],
    ],
    [
      ["date", ["lost", "won"]],
      ["close", "closed", "deal", "parked", "customer"],
    ],
  ),
];

const whenWasIt: readonly Phrase[] = [
  ...phrasesOf("firstContact", "sure", [
    ["first", touched],
    ["date", ...about, "sales"],
  ]),
  ...phrasesOf("firstContact", "standIn", [
    ["created", ["date", ...about]],
    [...about, "contact", "record", "contactPerson"],
  ]),
  ...phrasesOf("lastContact", "sure", [
    ["last", touched],
    ["date", ...about, "sales", "actual"],
  ]),
  ...phrasesOf("lastContact", "sure", [["last", "touch", "record", "date"]]),
  ...phrasesOf("lastContact", "standIn", [
    ["last", "activity"],
    ["date", "record", ...about, "sales"],
  ]),
  ...phrasesOf(
    "nextDate",
    "sure",
    [
      ["next", touched],
      ["date", "plan", "sales", "expected", ...about],
    ],
    [["date", "touch", ["plan", "expected"]], about],
    [
      ["date", ["comingStep", "later"]],
      ["touch", "plan"],
    ],
    [["date", "next", ["step", "task", "plan"]], ["touch"]],
    [["due", touched], ["date"]],
  ),
  ...phrasesOf(
    "nextDate",
    "standIn",
    [["due", "date"], ["task"]],
    [
      ["date", "remind"],
      ["touch", "next"],
    ],
    [["due"]],
    [["touch", "by"]],
    [
      ["next", "activity"],
      ["date", "sales", ...about],
    ],
  ),
  ...phrasesOf("nextDate", "weak", [["deadline"], ["date"]]),
  ...phrasesOf("expectedClose", "weak", [["deadline"], ["date"]]),
  ...phrasesOf("revisitOn", "sure", [["revisit"], ["date", "plan", "customer", "expected"]]),
];

const whatWasSaid: readonly Phrase[] = [
  ...phrasesOf(
    "nextStep",
    "sure",
    [["comingStep"], ["plan", "step", "task", "content", "touch", "sales", "point"]],
    [
      ["next", ["step", "task", "plan"]],
      ["touch", "content", "sales", "deal"],
    ],
    [["next", "touch", "content"]],
    [
      ["later", ["plan", "step", "task", "touch"]],
      ["touch", "content"],
    ],
    [
      ["plan", "touch"],
      ["content", "customer", "step"],
    ],
  ),
  ...phrasesOf("nextStep", "standIn", [["plan", ["step", "task"]]], [["task"], ["content"]], [["step", "task"]]),
  ...phrasesOf("nextStep", "weak", [["next"], ["plan"]], [["step"]], [["next", [...touched, "activity"]]], [["plan"]]),
  ...phrasesOf(
    "materials",
    "sure",
    [
      ["prepare", ["material", "task"]],
      ["need", "pending", "next"],
    ],
    [["need", "material"], ["pending"]],
    [["pending", "material"]],
  ),
  ...phrasesOf("openQuestions", "sure", [
    ["pending", ["question", "task", "point"]],
    ["need", "current", "customer"],
  ]),
  ...phrasesOf("openQuestions", "weak", [["question"], ["customer"]]),
  ...phrasesOf("needs", "sure", [["need"], [...about, "note", "content", "point", "main", "current", "sales"]]),
  ...phrasesOf(
    "feedback",
    "sure",
    [["feedback"], ["customer", "content", "opinion", "note", "lead"]],
    [["opinion", "customer"]],
  ),
  ...phrasesOf("objections", "sure", [["objection"], ["customer", "point", "main", "note", "current"]]),
  ...phrasesOf("painPoints", "sure", [["pain"], ["customer", "need", "point", "main", "sales", "note"]]),
  ...phrasesOf(
    "reason",
    "sure",
    [
      ["reason", ["lost", "close", "closed", "won", "parked"]],
      ["note", ...about, "status"],
    ],
    [["reason"]],
  ),
  ...phrasesOf("competitor", "sure", [["competitor"], ["main", "name", "customer", "deal", "content"]]),
  ...phrasesOf("tags", "sure", [["tag"], [...someone, "id"]]),
  ...phrasesOf(
    "note",
    "sure",
    [["note"], [...someone, "content", "other", "record", "sales"]],
    [
      ["touch", ["record", "content", "note", "progress"]],
      [...about, "sales", "date"],
    ],
  ),
  ...phrasesOf(
    "note",
    "standIn",
    [["last", ["touch", "progress"], ["record", "content", "note", "progress"]], ["sales"]],
    [["progress"], ["last", "current", "content", ...about]],
    [["record"], ["contact"]],
  ),
];

export const phrases: readonly Phrase[] = [...whoIsIt, ...whoseIsIt, ...whereIsIt, ...whenWasIt, ...whatWasSaid];

/** True where a header's words are those of the phrase, and no others that mean something else. */
export function says(concepts: ReadonlySet<Concept>, { all, may }: Phrase): boolean {
  if (!all.every((group) => group.some((concept) => concepts.has(concept)))) return false;
  return [...concepts].every((concept) => may.has(concept) || all.some((group) => group.includes(concept)));
}
