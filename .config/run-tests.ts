// Everything that continuous integration runs, or the steps that are named: `npm test -- lint "unit tests"`.
// The last line is "N passed, N failed"; the exit code says the same.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClient } from "../prisma/generate.js";
import { ensureBrowser } from "./ensure-browser";

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const checkout = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "triptych-reports-"));

const STEPS: Readonly<Record<string, () => Tally>> = {
  types: () => (run("next", ["typegen"]) ? check("tsc", "--noEmit") : { passed: 0, failed: 1 }),
  "types of the core": () => check("tsc", "--noEmit", "-p", "lib/core"),
  lint: () => check("eslint", "--config", ".config/eslint.config.js", "--max-warnings", "0", "."),
  format: () => check("prettier", "--config", ".config/prettier.json", "--check", "--log-level", "warn", "."),
  boundaries: checkBoundaries,
  "unused code": () => check("knip", "--config", ".config/knip.json"),
  "unit tests": () => vitest("unit"),
  "database tests": () => vitest("database"),
  "browser tests": playwright,
};

function check(program: string, ...args: readonly string[]): Tally {
  return run(program, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A checker that finds no modules finds no fault either, so the number is checked too. */
function checkBoundaries(): Tally {
  const config = [".config/dependency-cruiser.cjs", "lib", "components", "app", "prisma"];
  const report = spawnSync(bin("depcruise"), ["--output-type", "json", "--config", ...config], {
    cwd: checkout,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const { summary } = JSON.parse(report.stdout) as DependencyReport;
  for (const { rule, from, to } of summary.violations) console.log(`  ${rule.name}: ${from} → ${to}`);
  console.log(`  ${summary.totalCruised} modules`);
  const clean = summary.violations.length === 0 && summary.totalCruised > 0;
  return clean ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

interface DependencyReport {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

function vitest(project: string): Tally {
  const report = join(scratch, `${project}.json`);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const clean = run("vitest", [
    "run",
    "--config",
    ".config/vitest.config.ts",
    "--project",
    project,
    ...reporters,
  ]);
  const { numPassedTests: passed, numFailedTests: failed } = readReport(report) as VitestReport;
  return tally(passed, failed, clean);
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

function playwright(): Tally {
  ensureBrowser();
  const report = join(scratch, "browser.json");
  process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] = report;
  const clean = run("playwright", [
    "test",
    "--config",
    ".config/playwright.config.ts",
    "--reporter=dot,json",
  ]);
  const { stats } = readReport(report) as PlaywrightReport;
  return tally(stats.expected, stats.unexpected + stats.flaky, clean);
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

/** A run can fail without any test failing: a file that does not load, a server that does not start. */
function tally(passed: number, failed: number, clean: boolean): Tally {
  return { passed, failed: clean ? failed : Math.max(failed, 1) };
}

function readReport(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function run(program: string, args: readonly string[]): boolean {
  return (
    spawnSync(bin(program), args, { cwd: checkout, stdio: ["ignore", "inherit", "inherit"] }).status === 0
  );
}

function bin(program: string): string {
  return join(checkout, "node_modules", ".bin", program);
}

function attempt(step: () => Tally): Tally {
  try {
    return step();
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

await generateClient();
let passed = 0;
let failed = 0;
const wanted = process.argv.slice(2);
for (const [name, step] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = Date.now();
  console.log(`\n== ${name}`);
  const result = attempt(step);
  passed += result.passed;
  failed += result.failed;
  const verdict = result.failed === 0 ? "passed" : `${result.failed} FAILED`;
  console.log(`== ${name}: ${verdict} (${Math.round((Date.now() - began) / 1000)} s)`);
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
