import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const clockAndChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Core has no clock: take the time as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Core has no clock: take the time as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Core has no chance: take the number as an argument.",
  },
];
const rawSql = [
  {
    selector: "MemberExpression[property.name=/Unsafe$/]",
    message: "Only tagged templates reach the database.",
  },
  {
    selector: "MemberExpression[object.name='Prisma'][property.name='raw']",
    message: "Only tagged templates reach the database.",
  },
];
const sleeps = [
  {
    selector: "MemberExpression[property.name='waitForTimeout']",
    message: "Assert on a state, do not sleep.",
  },
];
const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "Read the environment through lib/server/env.ts.",
  },
];

export default tseslint.config(
  { ignores: ["**/node_modules/**", ".next/**", "lib/db/generated/**", "next-env.d.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL("..", import.meta.url).pathname },
    },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: false },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      // Spreading a string gives its code points, which is the unit we count in.
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true, args: "none" }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // Playwright reads a fixture's needs from its first parameter, which must be a pattern.
      "no-empty-pattern": ["error", { allowObjectPatternsAsParameters: true }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", ...rawSql, ...sleeps, ...environment],
    },
  },
  {
    files: ["**/*.tsx", "components/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ["lib/core/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: { "no-restricted-syntax": ["error", ...clockAndChance, ...environment] },
  },
  {
    files: [
      "lib/server/env.ts",
      ".config/**",
      "prisma/**",
      "e2e/**",
      "lib/testing/**",
      "instrumentation.ts",
      "next.config.js",
      "proxy.ts",
    ],
    rules: { "no-restricted-syntax": ["error", ...rawSql, ...sleeps] },
  },
  {
    files: ["**/*.js"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
);
