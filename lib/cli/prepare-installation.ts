import { AppError, type ErrorCode } from "@/lib/core/errors";
import { connect } from "@/lib/db/client";
import { ensureFirstAdmin } from "@/lib/usecases/accounts/ensure-first-admin";
import { issueSetUpLink } from "@/lib/usecases/accounts/issue-set-up-link";
import type { Env } from "@/lib/server/env";
import { seedSampleProject } from "@/lib/usecases/projects/seed-sample-project";
import { readSampleArticles } from "@/prisma/read-sample-articles";
import { operatorContext } from "./operator-context";

/**
 * What a new installation needs before anybody can come in: the sample project and the first administrator.
 * @returns the path of the one-time link with which the first administrator is made; null once there is one.
 */
export async function prepareInstallation(
  databaseUrl: string,
  firstAdmin: Env["firstAdmin"],
): Promise<string | null> {
  const articles = await readSampleArticles();
  const db = connect(databaseUrl, { maxConnections: 2 });
  const ctx = operatorContext(db);
  try {
    return await withPatience(async () => {
      await seedSampleProject(ctx, articles);
      if (firstAdmin !== null) await ensureFirstAdmin(ctx, firstAdmin);
      return issueSetUpLink(ctx);
    });
  } finally {
    await db.close();
  }
}

const ATTEMPTS = 5;
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["busy", "overloaded", "timeout", "locked"]);

/** A machine that has just been switched on may need longer than a request may take. Doing all of it again does no harm. */
async function withPatience<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof AppError) || !PASSING.has(error.code)) throw error;
    }
  }
}
