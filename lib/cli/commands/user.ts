import { ROLES } from "@/lib/core/access/actor";
import { createUser, type NewPerson } from "@/lib/usecases/accounts/create-user";
import { issuePasswordLink } from "@/lib/usecases/accounts/issue-password-link";
import type { Context } from "@/lib/usecases/context";
import { UsageError, type Command } from "../command";
import { findProject } from "../find-project";
import { installationAddress } from "../installation-address";
import { oneOf, parseOptions, required } from "../parse-options";
import { readEmail } from "../read-email";
import { readPasswordLine } from "../read-password-line";
import { say } from "../say";
import { withContext } from "../use-database";

export const user: Command = {
  summary: "Make people, and links by which they choose a password",
  usage: [
    "user create --email E --name N [--admin] [--project P --role R] [--password-stdin]",
    "user password --email E",
  ],
  run: async ([form, ...rest]) => {
    if (form === "create") return create(rest);
    if (form === "password") return password(rest);
    throw new UsageError("say what to do: create or password");
  },
};

async function create(args: readonly string[]): Promise<void> {
  const { values } = parseOptions(args, {
    email: { type: "string" },
    name: { type: "string" },
    admin: { type: "boolean", default: false },
    project: { type: "string" },
    role: { type: "string" },
    "password-stdin": { type: "boolean", default: false },
  });
  const email = readEmail(required(values.email, "email"));
  const name = required(values.name, "name");
  if ((values.project === undefined) !== (values.role === undefined))
    throw new UsageError("--project and --role go together");
  const role = values.role === undefined ? null : oneOf(values.role, ROLES, "role");
  const given = values["password-stdin"] ? await readPasswordLine() : null;
  await withContext(async (ctx) => {
    const membership: NewPerson["membership"] =
      values.project === undefined || role === null
        ? null
        : { projectId: await findProject(ctx, values.project), role };
    const made = await createUser(ctx, { email, name, isAdmin: values.admin, password: given, membership });
    say(`Created ${email}.`);
    if (made.passwordPath !== null) await sayLink(made.passwordPath);
  });
}

async function password(args: readonly string[]): Promise<void> {
  const { values } = parseOptions(args, { email: { type: "string" } });
  const email = readEmail(required(values.email, "email"));
  await withContext(async (ctx: Context) => sayLink((await issuePasswordLink(ctx, { email })).passwordPath));
}

async function sayLink(path: string): Promise<void> {
  say(
    `Choose the password with this link, which works once and for a day: ${new URL(path, await installationAddress()).href}`,
  );
}
