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
  const db = connect(databaseUrl, { maxConnections: 2 });
  try {
    const ctx = operatorContext(db);
    await seedSampleProject(ctx, await readSampleArticles());
    if (firstAdmin !== null) await ensureFirstAdmin(ctx, firstAdmin);
    return await issueSetUpLink(ctx);
  } finally {
    await db.close();
  }
}
