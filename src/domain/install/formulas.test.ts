import {
  forEachCalculated,
  isHelper,
  isKnownField,
  knownFieldIds,
  type CalculatedId,
  type FieldId,
} from "../schema/fieldIds";
import { referenceTo } from "../workbook/columnReference";
import { canonicalFormula, quoteText, sameFormula, shownFormula } from "../workbook/formulaText";
import type { FormulaHeaders } from "../followUps/calculated";
import { defaultFields } from "../settings/proposeSchema";
import { calculatedHeaders, headerNames, notedHeaders } from "../schema/headerNames";
import { defaultStages } from "../schema/knownStages";
import { schemaStub } from "../../../test/support/schemaStub";
import type { Language } from "../values/language";
import { workbookText } from "../schema/workbookText";
import { calculatedFormats, calculatedFormulas } from "./formulas";

function formulasOf(language: Language, headerOf: (field: FieldId) => string | null, strict = false) {
  const fields = defaultFields(headerOf).map((field) =>
    strict ? { ...field, requiredWhen: [{ kind: "open" as const }], level: "require" as const } : field,
  );
  const schema = schemaStub({ fields, stages: defaultStages(language) });
  const headers: FormulaHeaders = {
    fields: new Map<FieldId, string>([
      ...fields.flatMap(({ id, header }) => (header === null ? [] : [[id, header] as const])),
      ...(headerOf("stage") === null ? [] : [["furthestStage", notedHeaders.furthestStage[language]] as const]),
    ]),
    calculated: forEachCalculated((id) => calculatedHeaders[id][language]),
  };
  return calculatedFormulas(headers, schema, workbookText[language]);
}

describe("calculated columns", () => {
  test.each(["zh-CN", "en"] as const)("can each be read by a person, with six helpers at most (%s)", (language) => {
    const own = (field: FieldId) => (isKnownField(field) ? headerNames[field].own[language] : field);
    const formulas = formulasOf(language, own);
    const lengths = [...formulas].map(([id, formula]) => [id, shownFormula(formula).length] as const);
    expect(lengths.filter(([, length]) => length > 400)).toEqual([]);
    expect([...formulas.keys()].filter(isHelper)).toEqual([
      ...["stageRow", "staleLimit", "lastTouch", "otherFlags", "daysLate", "risk"],
      ...["notedRow", "furthestRow"],
    ]);
  });

  test.each(["zh-CN", "en"] as const)(
    "share the missing items out where every field is required, and stay as short (%s)",
    (language) => {
      const own = (field: FieldId) => (isKnownField(field) ? headerNames[field].own[language] : field);
      const formulas = formulasOf(language, own, true);
      expect([...formulas].filter(([, formula]) => shownFormula(formula).length > 400)).toEqual([]);
      const [first = "", ...further] = [...formulas].flatMap(([id, formula]) => (/missing/i.test(id) ? [formula] : []));
      expect(further.length).toBeGreaterThan(0);
      for (const field of knownFieldIds) {
        const named = [first, ...further].filter((formula) => formula.includes(`${own(field)}"`));
        expect([field, named.length]).toEqual([field, 1]);
      }
    },
  );

  test.each(["zh-CN", "en"] as const)(
    "stay below Excel's 8,192 characters with every field required and long headers (%s)",
    (language) => {
      const formulas = formulasOf(language, (field) => `${"[very] long header ".repeat(4)}${field}`, true);
      for (const [id, formula] of formulas) expect([id, formula.length < 8192]).toEqual([id, true]);
    },
  );

  test.each(["zh-CN", "en"] as const)(
    "use nothing that Excel 2016, WPS and LibreOffice do not know (%s)",
    (language) => {
      const known = new Set([
        "IF",
        "IFERROR",
        "OR",
        "NETWORKDAYS",
        "COUNTIFS",
        "SUMIF",
        "ISNUMBER",
        "INT",
        "MAX",
        "TRIM",
        "MID",
        "SUBSTITUTE",
        "INDEX",
        "MATCH",
        "CHOOSE",
        "SIGN",
        "REPT",
        "ROUND",
        "ROW",
        "SEARCH",
        "COUNT",
        "N",
        "COUNT",
        "COUNTIF",
        "AND",
        "TODAY",
      ]);
      for (const [, formula] of formulasOf(language, (field) => field)) {
        const functions = [...formula.replace(/"(?:[^"]|"")*"/g, "").matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(
          ([, name]) => name,
        );
        expect(functions.filter((name) => !known.has(name ?? ""))).toEqual([]);
      }
    },
  );

  test("have no days silent without a last contact, even where there is a first one", () => {
    const without = formulasOf("en", (field) => (field === "lastContact" ? null : field));
    expect([...without.keys()]).not.toEqual(expect.arrayContaining(["daysSilent"]));
    expect([...without.keys()]).not.toEqual(expect.arrayContaining(["lastTouch"]));
    expect(without.get("otherFlags")).not.toContain(workbookText.en.status.stale);
    expect([...formulasOf("en", (field) => field).keys()]).toEqual(expect.arrayContaining(["daysSilent", "lastTouch"]));
  });

  test("speak of no column that the sheet has not", () => {
    const formulas = [
      ...formulasOf("en", (field) => (field === "customer" || field === "owner" ? field : null)).values(),
    ].join();
    for (const field of knownFieldIds) {
      if (field !== "customer" && field !== "owner") expect(formulas).not.toContain(`[${field}]`);
    }
  });

  test("have balanced brackets, whatever the headers are", () => {
    const odd = formulasOf("zh-CN", (field) => `a'[${field}]#@ "x"`);
    for (const [, formula] of odd) {
      const bare = formula.replace(/'./g, "").replace(/"(?:[^"]|"")*"/g, "");
      for (const [open, close] of ["()", "[]"].map((pair) => [...pair])) {
        expect(bare.split(open!).length).toBe(bare.split(close!).length);
      }
    }
  });
});

describe("on a sheet that lacks columns", () => {
  const shown = (...fields: readonly FieldId[]) => {
    const formulas = formulasOf("en", (field) => (fields.includes(field) ? field : null));
    return (id: CalculatedId) => {
      const formula = formulas.get(id);
      return formula === undefined ? null : shownFormula(formula);
    };
  };

  test("without stages everybody is open, and the default limit holds", () => {
    const of = shown("customer", "owner", "nextDate", "lastContact");
    expect(of("stageRow")).toBe('=IF(TRIM([@customer]&[@owner]&[@nextDate])="","",1)');
    expect(of("staleLimit")).toBe('=IF([@[Stage row]]="","",7)');
    expect(of("status")).not.toContain("Stale limit");
    expect(of("otherFlags")).toBe(
      '=IF([@[Days silent]]="","",IF([@[Days silent]]>[@[Stale limit]],", Stale",' +
        'IF([@[Days silent]]>=MAX(1,[@[Stale limit]]-1),", Going quiet","")))',
    );
    expect(of("daysInStage")).toBeNull();
  });

  test("without types the stage alone sets a limit, without stages the type alone", () => {
    const [byStage, byType] = [shown("customer", "stage"), shown("customer", "customerType")];
    expect(byStage("staleLimit")).not.toContain("FollowUpTypes");
    expect(byStage("staleLimit")).toContain("MAX(0,IFERROR(1/N(INDEX(FollowUpStages[[#All],[Stale after days]],");
    expect(byType("staleLimit")).not.toContain("FollowUpStages");
    expect(byType("staleLimit")).toContain("MAX(0,IFERROR(1/N(INDEX(FollowUpTypes[[#All],[Stale after days]],");
  });

  test("without a next follow-up and without clocks everybody is on track", () => {
    const of = shown("customer", "stage");
    expect(of("status")).toBe(
      '=IFERROR(IF([@[Stage row]]="","",IF([@[Stale limit]]="",' +
        'INDEX(FollowUpStages[Stage kind],[@[Stage row]]-1),"On track")),"Has errors")',
    );
    for (const id of ["daysSilent", "daysInStage", "lastTouch", "otherFlags"] as const) expect(of(id)).toBeNull();
  });

  test("without a first contact the last one alone counts, and nothing else takes its place", () => {
    expect(shown("customer", "lastContact")("lastTouch")).toBe(
      '=IF(AND(FU_Today<TODAY(),COUNTIF([@lastContact],">="&FU_Today+1)),0,INT(MAX(0,SUMIF([@lastContact],"<"&FU_Today+1))))',
    );
    expect(shown("customer", "firstContact")("lastTouch")).toBeNull();
  });

  test("with the day of the stage, but no stage, nothing is stuck; with both it is, also where silence is not measured", () => {
    expect(shown("customer", "stageSince")("otherFlags")).toBeNull();
    expect(shown("customer", "stageSince", "lastContact")("otherFlags")).not.toContain("Stuck");
    const of = shown("customer", "stage", "stageSince");
    expect(of("otherFlags")).toBe(
      '=IFERROR(IF([@[Days in stage]]/N(INDEX(FollowUpStages[[#All],[Stuck after days]],[@[Stage row]]))>1,", Stuck",""),"")',
    );
    expect(of("status")).toContain("[@[Other flags]]");
  });

  test("numbers of days and the day of the last touch have a format", () => {
    const counts = { daysSilent: "0", daysInStage: "0", stageRow: "0", daysLate: "0", risk: "0" };
    const reach = { notedRow: "0", furthestRow: "0" };
    expect(calculatedFormats).toEqual({ ...counts, ...reach, lastTouch: "yyyy-mm-dd;;" });
  });
});

describe("a header in a reference", () => {
  test.each(["Plain", "Next step", "2024", "客户名称"])("%s stands in one pair of brackets", (header) => {
    expect(referenceTo("body", "T", header)).toBe(`T[${header}]`);
    expect(referenceTo("row", "T", header)).toBe(`T[[#This Row],[${header}]]`);
  });

  test.each([
    ["客户\n名称", "客户\n名称"],
    [" 金额", " 金额"],
    ["金额 ", "金额 "],
    ["a  b", "a  b"],
    ["金额(元)", "金额(元)"],
    ["第[1]次", "第'[1']次"],
    ["报价#1", "报价'#1"],
    ["Client's", "Client''s"],
    ["a@b", "a'@b"],
    ["a,b:c", "a,b:c"],
  ])("%j is written %j, in two pairs", (header, spelled) => {
    expect(referenceTo("body", "T", header)).toBe(`T[[${spelled}]]`);
    expect(referenceTo("row", "T", header)).toBe(`T[[#This Row],[${spelled}]]`);
    expect(referenceTo("all", "T", header)).toBe(`T[[#All],[${spelled}]]`);
  });
});

test("quotes within text are doubled", () => {
  expect(quoteText('5" 屏')).toBe('"5"" 屏"');
});

describe("the same formula in Excel's other spellings", () => {
  test.each([
    ["=FollowUps[[#This Row],[客户名称]]", "=[@客户名称]"],
    ["=FollowUps[[#This Row],[Next step]]", "=[@[Next step]]"],
    ["=FollowUps[[#This Row],[Next step]]", "=FollowUps[@[Next step]]"],
    ["=FollowUps[[#This Row],[客户]]", "=FollowUps[@客户]"],
    ["=FollowUps[[#This Row], [客户]]", "=[@客户]"],
    ["=FollowUps[[#This Row],[a'[b']c]]", "=[@[a'[b']c]]"],
    ["=FollowUps[[#This Row],[a'@b]]", "=[@[a@b]]"],
    ["=FollowUps[[#This Row],[客户\n名称]]", "=FollowUps[@[客户\n名称]]"],
    ["=SUM(FollowUps[[金额(元)]])", "=SUM(FollowUps[金额(元)])"],
    ['=SUM(FollowUps[[5" 屏]])+A1', '=sum( FollowUps[5" 屏] ) + a1'],
    ["=SUM(T[[#All],[a b]])", "=SUM(T[[#All], [a b]])"],
    ["=SUM(FU_Today)", "=SUM(@FU_Today)"],
    ["=SUM(T[ a])", "=SUM(T[a])"],
    ["=IF(A1=1,2,3)", "=if( A1 = 1, 2, 3 )"],
    ['=COUNTIF(FollowUps[状态],"成交")', '=CountIf(followups[状态], "成交")'],
    ["='跟进设置'!$Z$8", "=跟进设置!$Z$8"],
    ["=SUM('Follow-up Settings'!$Z$8,'表'!A1)", "=SUM('Follow-up Settings'!$Z$8,表!A1)"],
  ])("%s is %s", (ours, theirs) => {
    expect(sameFormula(ours, theirs)).toBe(true);
    expect(canonicalFormula(canonicalFormula(ours))).toBe(canonicalFormula(ours));
  });

  test.each([
    ['=IF(A1="a b",1)', '=IF(A1="ab",1)'],
    ['=IF(A1="Won",1)', '=IF(A1="won",1)'],
    ["=[@客户]", "=[@客户2]"],
    ["=FollowUps[客户]", "=[@客户]"],
    ["=FollowUps[[#This Row],[客户\n名称]]", "=FollowUps[[#This Row],[客户 名称]]"],
    ["=FollowUps[[客户\n名称]]", "=FollowUps[客户名称]"],
    ["=SUM(T[[ a]])", "=SUM(T[a])"],
    ["=SUM(T[[a b]])", "=SUM(T[ab])"],
    ["=A1", "=A2"],
    ["='甲'!A1", "=乙!A1"],
    [`=IF(A1="'甲'!",1)`, `=IF(A1="甲!",1)`],
  ])("%s is not %s", (a, b) => {
    expect(sameFormula(a, b)).toBe(false);
  });
});
