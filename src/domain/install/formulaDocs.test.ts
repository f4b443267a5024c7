/** What docs/formulas.md says is what stands in the cells. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { departmentFormula } from "./begin/departmentFormula";
import { calculatedFormulas } from "./formulas";
import { fieldName } from "../schema/fieldName";
import { forEachCalculated, isKnownField, knownFieldIds, notedIds } from "../schema/fieldIds";
import { calculatedHeaders, headerNames } from "../schema/headerNames";
import { defaultStages } from "../schema/knownStages";
import { defaultFields } from "../settings/proposeSchema";
import { workbookText } from "../schema/workbookText";
import { shownFormula } from "../workbook/formulaText";
import { schemaStub } from "../../../test/support/schemaStub";

test.each([
  ["zh-CN", "formulas.zh-CN.md"],
  ["en", "formulas.md"],
] as const)("every formula of a sheet with all columns stands in its language's page (%s)", (language, file) => {
  const page = readFileSync(path.join(__dirname, "../../../docs", file), "utf8");
  const shown = page.split("```").filter((_, at) => at % 2 === 1);
  const headers = {
    fields: new Map([...knownFieldIds, ...notedIds].map((id) => [id, fieldName(id, language)])),
    calculated: forEachCalculated((id) => calculatedHeaders[id][language]),
  };
  const fields = defaultFields((id) => (isKnownField(id) ? headerNames[id].own[language] : null));
  const schema = schemaStub({ fields, stages: defaultStages(language) });
  const formulas = [...calculatedFormulas(headers, schema, workbookText[language]).values()];
  const department = departmentFormula(headerNames.owner.own[language], language);
  expect(shown.map((text) => text.trim())).toEqual([...formulas, department].map(shownFormula));
});
