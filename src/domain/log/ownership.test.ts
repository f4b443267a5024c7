import { owners, schemaStub } from "../../../test/support/schemaStub";
import { listedCustomer } from "../../../test/support/customerStub";
import { ownerTest } from "./ownership";

const isOf = ownerTest(
  { columns: new Map([["coOwners", 1]]) },
  schemaStub({ owners: owners("李敏", "王强", "王强生") }),
);

test.each<[string, string, string | null, boolean]>([
  ["the whole team has every customer", "", null, true],
  ["the owner", "", "李敏", true],
  ["somebody else", "", "王强", false],
  ["a co-owner", "张三、王强", "王强", true],
  ["whose name begins another one's", "王强生", "王强", false],
  ["known names parted by a slash", "王强/王强生", "王强", true],
  ["nobody is no co-owner", "王强", "", false],
])("%s", (_, coOwners, who, expected) => {
  expect(isOf(listedCustomer({ values: ["远山能源", coOwners] }), who)).toBe(expected);
});

test("without the column only the owner counts", () => {
  expect(ownerTest({ columns: new Map() }, schemaStub())(listedCustomer({ values: ["王强"] }), "王强")).toBe(false);
});
