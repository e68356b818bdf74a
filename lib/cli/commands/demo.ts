import { z } from "zod";
import { makeDemo } from "@/lib/usecases/installation/make-demo";
import type { Command } from "../command";
import { installationAddress } from "../installation-address";
import { parseOptions } from "../parse-options";
import { parseQuery } from "../parse-query";
import { say } from "../say";
import { withContext } from "../use-database";

const Size = z.object({
  documents: z.coerce.number("must be a number, 10 to 2000").int().min(10).max(2_000).default(200),
  seed: z.coerce.number("must be a number").int().min(0).max(0xffffffff).default(2026),
});
const TOLD_EVERY = 50;

export const demo: Command = {
  summary: "Make a project with a whole team in the middle of its work, to look around in",
  usage: ["demo [--documents N] [--seed N]      200 documents, 5 annotators, a reviewer, a manager"],
  run: async (args) => {
    const { values } = parseOptions(args, { documents: { type: "string" }, seed: { type: "string" } });
    const size = parseQuery(Size, values);
    await withContext(async (ctx) => {
      const { projectId, people } = await makeDemo(ctx, size, (done) => {
        if (done % TOLD_EVERY === 0) say(`${done} of ${size.documents} documents`);
      });
      const address = await installationAddress();
      say(`\nMade: ${new URL(`/projects/${projectId}/documents`, address).href}`);
      say("Each of these chooses a password with their link, which works once and for a day:\n");
      for (const { name, role, isAdmin, email, passwordPath } of people)
        say(
          `${name}, ${isAdmin ? `${role} and administrator of this installation` : role}, ${email}\n  ${new URL(passwordPath, address).href}`,
        );
    });
  },
};
