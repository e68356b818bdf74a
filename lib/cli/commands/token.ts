import { SCOPES } from "@/lib/core/access/actor";
import { NewToken } from "@/lib/contracts/account";
import { createTokenFor } from "@/lib/usecases/accounts/create-token";
import { UsageError, type Command } from "../command";
import { findProject } from "../find-project";
import { oneOf, parseOptions, required } from "../parse-options";
import { readEmail } from "../read-email";
import { say } from "../say";
import { withContext } from "../use-database";

export const token: Command = {
  summary: "Make a token for programs; it is shown this once",
  usage: [
    "token create --email E --name N [--project P] [--scope read|annotate|manage …] [--expires 2027-01-31]",
  ],
  run: async ([form, ...rest]) => {
    if (form !== "create") throw new UsageError("say what to do: create");
    const { values } = parseOptions(rest, {
      email: { type: "string" },
      name: { type: "string" },
      project: { type: "string" },
      scope: { type: "string", multiple: true },
      expires: { type: "string" },
    });
    const email = readEmail(required(values.email, "email"));
    const name = required(values.name, "name");
    const scopes = values.scope?.map((scope) => oneOf(scope, SCOPES, "scope"));
    const expiresAt = values.expires === undefined ? null : readMoment(values.expires);
    await withContext(async (ctx) => {
      const projectId = values.project === undefined ? null : await findProject(ctx, values.project);
      const made = await createTokenFor(ctx, {
        ...NewToken.parse({ name, scopes, expiresAt }),
        projectId,
        email,
      });
      say(made.token);
    });
  },
};

/** A date alone means its first moment, UTC. */
function readMoment(given: string): string {
  const moment = new Date(given);
  if (Number.isNaN(moment.getTime()))
    throw new UsageError("--expires takes a date such as 2027-01-31, or a date and time");
  return moment.toISOString();
}
