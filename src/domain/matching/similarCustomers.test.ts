import { knownCustomers, similarCustomers } from "./similarCustomers";

const names = [
  ...[
    "绿源食品有限公司",
    "远山能源科技",
    "华为（深圳）有限公司",
    "张敏",
    "客户0001",
    "金桥建设集团一分公司",
    "北京盛达贸易",
  ],
  ...["Acme Foods Ltd", "Northwind Traders", "上海"],
];
const phones = ["13800138000", "", "", "", "", "", "010-62345678", "", "", ""];
const known = knownCustomers(names.map((name, index) => ({ name, phone: phones[index] ?? "" })));

function alike(name: string, phone = ""): readonly string[] {
  return similarCustomers(name, phone, known).map(({ index, cause }) => `${names[index]}: ${cause}`);
}

test.each([
  ["绿源食品", "", ["绿源食品有限公司: name"]],
  ["绿原食品", "", ["绿源食品有限公司: near"]],
  ["绿源", "", ["绿源食品有限公司: contained"]],
  ["远山能源", "", ["远山能源科技: contained"]],
  ["远山能源科技（北京）有限公司", "", ["远山能源科技: contained"]],
  ["Acme", "", ["Acme Foods Ltd: contained"]],
  ["Nortwhind Traders", "", ["Northwind Traders: near"]],
  ["North Wind Traders Inc.", "", ["Northwind Traders: name"]],
  ["另一家", "+86 138-0013-8000", ["绿源食品有限公司: phone"]],
  ["北京", "62345678", []],
  ["盛达", "(010) 6234 5678", ["北京盛达贸易: phone"]],
])("%s %s: %j", (name, phone, expected) => {
  expect(alike(name, phone)).toEqual(expected);
});

test.each([
  ["a name of two characters that differs in one", "张民"],
  ["a name of three characters", "张小敏"],
  ["a city, which many names begin with", "北京"],
  ["a single character", "绿"],
  ["three letters", "Acm"],
  ["another number", "客户0002"],
  ["another branch", "金桥建设集团二分公司"],
  ["a blank", " "],
  ["a known name that is only a city", "上海盛世贸易"],
])("%s is like none", (_, name) => {
  expect(alike(name)).toEqual([]);
});

test("the same name comes before the same number, before a part, before a slip; each customer once", () => {
  const list = ["绿源食品厂店", "绿源食品", "绿原食品", "绿源食品批发", "绿源食品有限公司"];
  const all = knownCustomers(list.map((name, index) => ({ name, phone: index === 2 ? "13800138000" : "" })));
  const found = similarCustomers("绿源食品", "13800138000", all).map(({ index, cause }) => [index, cause]);
  expect(found).toEqual([
    [1, "name"],
    [4, "name"],
    [2, "phone"],
    [0, "contained"],
    [3, "contained"],
  ]);
  expect(similarCustomers("绿源食品", "", all, 2)).toHaveLength(2);
});
