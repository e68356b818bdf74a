import { z } from "zod";
import { purgeTrash, TRASH_DAYS } from "@/lib/usecases/installation/purge";
import type { Command } from "../command";
import { findProject } from "../find-project";
import { parseOptions } from "../parse-options";
import { parseQuery } from "../parse-query";
import { say } from "../say";
import { withContext } from "../use-database";

const MAX_DAYS = 36_500;
const Days = z.object({
  olderThan: z.coerce
    .number(`must be a number of days, 0 to ${MAX_DAYS}`)
    .min(0)
    .max(MAX_DAYS)
    .default(TRASH_DAYS),
});

export const purge: Command = {
  summary: `Delete for good what has lain in the trash for ${TRASH_DAYS} days, or for as many as you say`,
  usage: ["purge [--project P] [--older-than DAYS]      there is no way back but a backup"],
  run: async (args) => {
    const { values } = parseOptions(args, {
      project: { type: "string" },
      "older-than": { type: "string" },
    });
    const { olderThan } = parseQuery(Days, { olderThan: values["older-than"] });
    await withContext(async (ctx) => {
      const projectId =
        values.project === undefined ? null : await findProject(ctx, values.project, "also in trash");
      const gone = await purgeTrash(ctx, { projectId, olderThanDays: olderThan });
      const nothing = gone.projects + gone.documents === 0;
      if (nothing) say(`Nothing has lain in the trash for ${olderThan} days.`);
      else
        say(
          `Deleted for good: ${gone.projects} projects, ${gone.documents} documents, ${gone.sets} sets of annotations, ${gone.operations} operations.`,
        );
    });
  },
};
