import { languages } from "../../settings/cells";
import { departmentFormula } from "./departmentFormula";

test.each(languages)(
  "%s: the department comes from the table of owners, in words that every spreadsheet knows",
  (language) => {
    const formula = departmentFormula(language === "zh-CN" ? "负责人" : "Owner", language);
    expect(formula.length).toBeLessThanOrEqual(400);
    const functions = new Set([...formula.matchAll(/([A-Z]+)\(/g)].map(([, name]) => name));
    expect([...functions].sort()).toEqual(["IF", "IFERROR", "INDEX", "MATCH", "TRIM"]);
    expect(formula).toContain("FollowUpOwners[[#All],");
  },
);
