import { renameColumn, renameTable } from "./structuredReferences";

test("renames a table where it is named, and nowhere else", () => {
  expect(
    renameTable(`=SUM(Table1[a])&"Table1"&Table10[a]+table1[[#This Row],[a]]+ROWS(Table1)`, "Table1", "Visits"),
  ).toBe(`=SUM(Visits[a])&"Table1"&Table10[a]+Visits[[#This Row],[a]]+ROWS(Visits)`);
});

test("leaves columns and sheets of the same name alone", () => {
  expect(renameTable(`=Other[Table1]+'Table1'!A1+Table1!A1`, "Table1", "Visits")).toBe(
    `=Other[Table1]+'Table1'!A1+Table1!A1`,
  );
});

test("renames a column of one table only", () => {
  const formula = `=COUNTIFS(F[阶段],"阶段")+SUM(F[[#This Row],[阶段]],F[[阶段]:[金额]],G[阶段],F[阶段2])`;
  expect(renameColumn(formula, "F", "阶段", "销售阶段")).toBe(
    `=COUNTIFS(F[销售阶段],"阶段")+SUM(F[[#This Row],[销售阶段]],F[[销售阶段]:[金额]],G[阶段],F[阶段2])`,
  );
});

test("escapes what references cannot hold", () => {
  expect(renameColumn("=SUM(F[a])", "F", "a", "b #1 [x]")).toBe("=SUM(F[[b '#1 '[x']]])");
});

test.each([
  ["a@b", "=SUM(F[[a'@b]],F[a@b])", "=SUM(F[[c]],F[c])", "c"],
  ["客户\n名称", "=F[[#This Row],[客户\n名称]]&F[[客户\n名称]]", "=F[[#This Row],[c]]&F[[c]]", "c"],
  ["a", "=F[a]&F[[#All],[a]]&F[@a]", "=F[[ b]]&F[[#All],[ b]]&F[@[ b]]", " b"],
  ["d[e]", "=F[[d'[e']]]&G[[d'[e']]]", "=F[[x''y]]&G[[d'[e']]]", "x'y"],
])("formulas follow the column %j", (from, formula, followed, to) => {
  expect(renameColumn(formula, "F", from, to)).toBe(followed);
});
