import { keptHeaders, planKeptHeaders } from "./keptHeaders";

const none = { names: [] };

test("a column that only has a field's name is remembered, and read back as it is written", () => {
  const headers = ["客户名称", '产品"线"', "最近联系日期", "区域"];
  const [action] = planKeptHeaders(none, headers, new Map([["customer", 0]]));
  expect(action).toEqual({ kind: "setName", name: "FU_Kept", formula: '={"最近联系日期"}' });
  const names = [{ name: "fu_kept", formula: '={"最近联系日期","a ""b"""}' }];
  expect(keptHeaders({ names })).toEqual(["最近联系日期", 'a "b"']);
});

test("nothing is written that stands already, and the name goes with the last column", () => {
  const names = [{ name: "FU_Kept", formula: '={"备注"}' }];
  expect(planKeptHeaders({ names }, ["客户名称", "备注"], new Map([["customer", 0]]))).toEqual([]);
  expect(
    planKeptHeaders(
      { names },
      ["客户名称", "备注"],
      new Map([
        ["customer", 0],
        ["note", 1],
      ]),
    ),
  ).toEqual([{ kind: "deleteName", name: "FU_Kept" }]);
  expect(planKeptHeaders(none, ["客户名称"], new Map([["customer", 0]]))).toEqual([]);
});
