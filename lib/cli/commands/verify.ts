import { AppError } from "@/lib/core/errors";
import { verifyInstallation } from "@/lib/usecases/installation/verify";
import type { Command } from "../command";
import { findProject } from "../find-project";
import { parseOptions } from "../parse-options";
import { say } from "../say";
import { withContext } from "../use-database";

export const verify: Command = {
  summary: "Check that every text, log and annotation is as it must be",
  usage: ["verify [--project P]"],
  run: async (args) => {
    const { values } = parseOptions(args, { project: { type: "string" } });
    await withContext(async (ctx) => {
      const projectId = values.project === undefined ? null : await findProject(ctx, values.project);
      const { documents, sets, operations, problems } = await verifyInstallation(ctx, { projectId });
      for (const problem of problems) say(`project ${problem.projectId}: ${problem.message}`);
      const extent = `${documents} documents, ${sets} sets and ${operations} operations`;
      if (problems.length > 0)
        throw new AppError("corrupt", { detail: `Found ${problems.length} problems in ${extent}.` });
      say(`All is well: ${extent} checked.`);
    });
  },
};
