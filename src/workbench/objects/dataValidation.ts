import { clearValidation, setValidation } from "../book/validations";
import type { ValidationData } from "../data/bookData";
import { isRecord } from "../protocol/batch";
import { HostError, invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import type { RangeTarget } from "./registry";
import { commonRule, covering, parseRule, readRule, ruleNames } from "./validationRule";
import { checkWritable } from "./worksheetProtection";

const alertStyles = { Stop: "stop", Warning: "warning", Information: "information" } as const;

const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const emptyRule: ValidationData = {
  areas: [],
  type: "any",
  operator: "between",
  formula1: null,
  formula2: null,
  ignoreBlanks: true,
  inCellDropDown: true,
  error: { show: true, style: "stop", title: "", message: "" },
  prompt: { show: true, title: "", message: "" },
  original: null,
};

/** Changes part of the range's rule; cells without one get a rule that allows anything, which then carries the part. */
function change(target: RangeTarget, part: Partial<ValidationData>): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  const data = { ...(commonRule(target) ?? emptyRule), ...part, areas: [area], original: null };
  book.engine.as("addin", () => setValidation(book, sheet, data));
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

export const dataValidationClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "DataValidation",
  scalars: {
    Rule: {
      since: "1.8",
      read: readRule,
      write: (target, value) => change(target, parseRule(target, value)),
    },
    Type: {
      since: "1.8",
      read: (target) => {
        const { rules, everywhere } = covering(target);
        if (rules.length === 0) return "None";
        const [uneven, mixed] =
          target.book.behaviour.unevenValidation === "inconsistent"
            ? ["Inconsistent", "Inconsistent"]
            : ["Inconsistent", "MixedCriteria"];
        if (!everywhere) return uneven;
        if (rules.length > 1) return mixed;
        return ruleNames.find(([, type]) => type === rules[0]?.data.type)?.[2] ?? "None";
      },
    },
    IgnoreBlanks: {
      since: "1.8",
      read: (target) => commonRule(target)?.ignoreBlanks ?? true,
      write: (target, value) => change(target, { ignoreBlanks: value !== false }),
    },
    ErrorAlert: {
      since: "1.8",
      read: (target) => {
        const error = commonRule(target)?.error ?? emptyRule.error;
        return { message: error.message, showAlert: error.show, style: upperFirst(error.style), title: error.title };
      },
      write: (target, value) => {
        if (!isRecord(value)) throw invalidArgument();
        const style = Object.entries(alertStyles).find(([name]) => name === value.style)?.[1];
        if (!style) throw invalidArgument();
        const [title, message] = [text(value.title), text(value.message)];
        // Excel's own limits for the alert's two texts.
        if (title.length > 32 || message.length > 255) throw invalidArgument();
        change(target, { error: { show: value.showAlert !== false, style, title, message } });
      },
    },
    Prompt: {
      since: "1.8",
      read: (target) => {
        const prompt = commonRule(target)?.prompt ?? emptyRule.prompt;
        return { message: prompt.message, showPrompt: prompt.show, title: prompt.title };
      },
      write: (target, value) => {
        if (!isRecord(value)) throw invalidArgument();
        const [title, message] = [text(value.title), text(value.message)];
        if (title.length > 32 || message.length > 255) throw invalidArgument();
        change(target, { prompt: { show: value.showPrompt !== false, title, message } });
      },
    },
    Valid: {
      since: "1.8",
      onlyWhenNamed: true,
      read: () => {
        throw new HostError("NotImplemented", "The workbench does not evaluate DataValidation.valid.", 501);
      },
    },
  },
  methods: {
    Clear: {
      since: "1.8",
      call: ({ book, sheet, area }) => {
        checkWritable(book, sheet);
        book.engine.as("addin", () => clearValidation(book, sheet, area));
      },
    },
  },
});
