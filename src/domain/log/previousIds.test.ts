import { previousIds, type NamedRow } from "./previousIds";
import { touchStub } from "../../../test/support/touchStub";

const said = (customerId: string, customer: string) => touchStub({ customerId, customer });
const log = [said("A1", "远山能源"), said("A1", "远山能源"), said("B2", "绿源食品")];

test.each<[string, readonly NamedRow[], ReturnType<typeof said>[], readonly (string | null)[]]>([
  ["the ID under which the log has the name", [{ id: "", name: "远山能源" }], log, ["A1"]],
  ["a row that has an ID keeps it", [{ id: "C3", name: "远山能源" }], log, [null]],
  ["a name that the log does not know", [{ id: "", name: "蓝海" }], log, [null]],
  ["a name that only looks alike", [{ id: "", name: "远山能源公司" }], log, [null]],
  [
    "two rows of one name",
    [
      { id: "", name: "远山能源" },
      { id: "", name: "远山能源" },
    ],
    log,
    [null, null],
  ],
  [
    "a row of that name has an ID",
    [
      { id: "C3", name: "远山能源" },
      { id: "", name: "远山能源" },
    ],
    log,
    [null, null],
  ],
  [
    "another row carries the ID",
    [
      { id: "A1", name: "远山集团" },
      { id: "", name: "远山能源" },
    ],
    log,
    [null, null],
  ],
  ["two IDs under one name", [{ id: "", name: "远山能源" }], [...log, said("A9", "远山能源")], [null]],
  ["a customer that was renamed since", [{ id: "", name: "远山能源" }], [...log, said("A1", "远山集团")], [null]],
  ["no name", [{ id: "", name: "" }], [said("A1", "")], [null]],
])("%s", (_, rows, touches, expected) => {
  expect(previousIds(rows, touches)).toEqual(expected);
});
