import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import jsxA11y from "eslint-plugin-jsx-a11y";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

/** Where app and excel may meet. */
const compositionRoots = ["src/taskpane/index.tsx"];

const hostNames = ["Excel", "Office", "OfficeExtension"].map((name) => ({
  name,
  message: "Only src/excel and the composition roots know Office; go through a port of src/app/ports.ts.",
}));
/** The names above also come as namespaces of types, which no-restricted-globals does not see. */
const hostTypes = {
  selector: "TSQualifiedName > Identifier.left[name=/^(Excel|Office|OfficeExtension)$/]",
  message: hostNames[0].message,
};
const pageNames = ["window", "document", "navigator", "localStorage", "fetch"].map((name) => ({
  name,
  message: "This layer runs without a page; ask for it as an argument or a port.",
}));
const clockNames = [
  { name: "Date", message: "Today is an argument: a serial day number that comes from FU_Today." },
  { name: "performance", message: "The domain has no clock." },
  { name: "crypto", message: "The domain has no randomness; fresh IDs are an argument." },
];
/** What makes a test say something else on another day or elsewhere. */
const clockReads = [
  ...["NewExpression[callee.name='Date'][arguments.length=0]", "CallExpression[callee.name='Date']"].map(
    (selector) => ({
      selector,
      message: "A test has a day of its own: take the desk's `today`, or a moment of test/support/moments.ts.",
    }),
  ),
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message:
      "Days come from the desk's `today` or test/support/moments.ts; waits and durations from performance.now().",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length>1]",
    message: "This is another moment in each time zone: write new Date(Date.UTC(…)), or a day's serial.",
  },
];
/** A key that is read from its event may be an input method's: its Enter would send a form, its Escape empty a field. */
const pressedKeys = [
  "MemberExpression[object.name=/^(e|event)$/][property.name=/^(key|code|keyCode|which)$/]",
  "MemberExpression[object.property.name='nativeEvent']",
  "JSXAttribute[name.name=/^onKey/] > JSXExpressionContainer > ArrowFunctionExpression > ObjectPattern",
  "CallExpression[arguments.0.value=/^key/] > ArrowFunctionExpression > ObjectPattern",
].map((selector) => ({
  selector,
  message:
    "Ask keyOf(event) of src/taskpane/controls/composing.ts: an input method that is composing has keys of its own.",
}));
/** In the restricted layers a package cannot come in by the back door either. */
const ownCodeOnly = {
  patterns: [{ regex: "^[^.]", message: "This layer uses no package: it must run anywhere, and be readable alone." }],
};

export default defineConfig(
  globalIgnores(["dist/", "dist-local/", "build/", "coverage/", "reports/", ".cache/"]),
  {
    // A rule is kept or changed for everybody here, not switched off in one place.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
  },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx,mts}"],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { project: ["tsconfig.json"], tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // The three mistakes with promises that lose an error, and the one with unions that loses a case.
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
    },
  },

  {
    files: ["src/domain/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": ["error", ...hostNames, ...pageNames, ...clockNames],
      "no-restricted-imports": ["error", ownCodeOnly],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The domain has no randomness; fresh IDs are an argument." },
      ],
    },
  },
  {
    files: ["src/app/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": ["error", ...hostNames, ...pageNames],
      "no-restricted-syntax": ["error", hostTypes],
      "no-restricted-imports": ["error", ownCodeOnly],
    },
  },
  {
    // A workbook's file is a package of XML parts in as many ways as there are programs that write one: a library that is kept reads them.
    files: ["src/app/grow/workbookFile.ts"],
    rules: { "no-restricted-imports": "off" },
  },
  {
    files: ["src/taskpane/**/*.{ts,tsx}"],
    ignores: compositionRoots,
    rules: {
      "no-restricted-globals": ["error", ...hostNames],
      "no-restricted-syntax": ["error", hostTypes, ...pressedKeys],
    },
  },
  {
    // Where all others ask.
    files: ["src/taskpane/controls/composing.ts"],
    rules: { "no-restricted-syntax": ["error", hostTypes] },
  },

  {
    // These rules recognise a request context by the name of its variable: it must be called `context`.
    files: ["src/{excel,taskpane,commands}/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(
      [
        "call-sync-after-load",
        "call-sync-before-read",
        "load-object-before-read",
        "no-context-sync-in-loop",
        "no-empty-load",
        "no-navigational-load",
        "no-office-initialize",
        "test-for-null-using-isNullObject",
      ].map((rule) => [`office-addins/${rule}`, "error"]),
    ),
  },

  {
    files: ["src/taskpane/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    languageOptions: { globals: globals.browser },
  },

  {
    files: ["**/*.test.{ts,tsx}", "test/**/*.{ts,tsx}"],
    rules: {
      // In a test a missing value should fail the test, and does.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Fakes take members away, to be as incomplete as what they stand for.
      "@typescript-eslint/no-dynamic-delete": "off",
    },
  },
  {
    files: ["**/*.test.{ts,tsx}", "test/**/*.{ts,tsx}"],
    // The one place that moves the clock has to read it.
    ignores: ["test/support/clock.ts"],
    rules: { "no-restricted-syntax": ["error", ...clockReads] },
  },
  {
    // A later entry takes an earlier one's place, so what holds in the pane is said again.
    files: ["src/taskpane/**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", hostTypes, ...clockReads] },
  },
  {
    files: ["webpack.*.js", "jest.config.js", "test/setup/*.js"],
    languageOptions: { sourceType: "commonjs", globals: globals.node },
  },
  {
    files: ["test/mutation/*.mjs"],
    languageOptions: { globals: globals.node },
  },
);
