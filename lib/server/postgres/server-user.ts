import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { AppError } from "@/lib/core/errors";

const run = promisify(execFile);
const NAME = "postgres";

/** The user that Postgres runs as. Empty: the one we are; Postgres itself only refuses root. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * As root: the owner of the cluster if it exists already, else the user `postgres`, who is made when missing.
 * As anybody else: oneself.
 */
export async function serverUser(clusterFolder?: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const owner = clusterFolder === undefined ? null : await stat(clusterFolder).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await lookUp()) ?? (await create());
}

/** Whether `user` can enter or read every one of `paths`, which takes the right to enter all folders above them. */
export async function canReach(user: ServerUser, paths: readonly string[]): Promise<boolean> {
  const script =
    'for path do if test -d "$path"; then test -x "$path"; else test -r "$path"; fi || exit 1; done';
  return run("/bin/sh", ["-c", script, "sh", ...paths], { ...user, cwd: "/" }).then(
    () => true,
    () => false,
  );
}

async function lookUp(): Promise<ServerUser | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", NAME]), run("id", ["-g", NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function create(): Promise<ServerUser> {
  const options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  await run("useradd", [...options, "--shell", "/usr/sbin/nologin", NAME]).catch(() => undefined);
  const user = await lookUp();
  if (user !== null) return user;
  throw new AppError("forbidden", {
    detail: `Postgres does not run as root, and the user ${NAME} could not be made. Create it, or start Triptych as another user.`,
  });
}
