import { AppError } from "@/lib/core/errors";
import { env, type Env } from "@/lib/server/env";
import { keptSecret, openDataFolder } from "@/lib/server/postgres/data-folder";
import {
  claimDataFolder,
  startEmbeddedDatabase,
  type ClaimedFolder,
  type WatchedDatabase,
} from "@/lib/server/postgres/embedded-database";
import { deployMigrations } from "@/prisma/migrate";
import { startAppServer } from "../app-server";
import { buildWhenNeeded } from "../build-app";
import { dataFolder } from "../checkout";
import type { Command } from "../command";
import { endOrphans } from "../end-orphans";
import { noteAddress } from "../installation-address";
import { onFreePort } from "../on-free-port";
import { parseOptions } from "../parse-options";
import { prepareInstallation } from "../prepare-installation";
import { say } from "../say";
import { chooseAddress } from "../server-address";
import { listenForStop, type StopRequest } from "../stop-signals";

export const start: Command = {
  summary: "Build when needed, bring the database up to date and serve the app",
  usage: ["start", "start --dev      for work on Triptych itself: no build, changes show at once"],
  run: async (args) => {
    const { dev } = parseOptions(args, { dev: { type: "boolean", default: false } }).values;
    const stop = listenForStop();
    const cleanUps: CleanUp[] = [];
    try {
      await serve(dev, stop, (cleanUp) => cleanUps.unshift(cleanUp));
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      if (stop.signal.aborted) say("Stopping.");
      for (const cleanUp of cleanUps) await cleanUp();
      stop.dispose();
    }
  },
};

type CleanUp = () => Promise<void>;

/** Serves until somebody asks to stop. What `atEnd` is given runs afterwards, in reverse order: the database goes last. */
async function serve(
  development: boolean,
  stop: StopRequest,
  atEnd: (cleanUp: CleanUp) => void,
): Promise<void> {
  const settings = env();
  const claim = settings.databaseUrl === null ? await claimDataFolder(dataFolder()) : null;
  if (claim !== null) {
    atEnd(claim.lock.release);
    await endOrphans(claim.lock.predecessor);
  }
  // Looked at now, so that nobody waits for a build in vain; taken below, since a build lasts and others start too.
  await chooseAddress(settings);
  const build = development ? null : await buildWhenNeeded(stop.signal);
  stop.signal.throwIfAborted();

  const database = claim === null ? given(settings) : await ownDatabase(claim, atEnd);
  stop.signal.throwIfAborted();
  for (const name of await deployMigrations(database.directUrl)) say(`Database brought up to date: ${name}`);
  const setUpLink = await prepareInstallation(database.directUrl, settings.firstAdmin);
  const secret = settings.secret ?? (await keptSecret(await openDataFolder(dataFolder()), "nextauth-secret"));
  stop.signal.throwIfAborted();

  const { address, server } = await onFreePort(settings, async (address) => {
    const variables = {
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: address.url.href.replace(/\/$/, ""),
      ...(build === null ? {} : { TRIPTYCH_BUILD: settings.build ?? build }),
    };
    const server = startAppServer({ address, development, variables });
    atEnd(server.stop);
    await claim?.lock.noteChild(server.pid);
    await Promise.race([server.ready(), stop.asked]);
    return { address, server };
  });
  stop.signal.throwIfAborted();

  await noteAddress(address.url);
  say(`Triptych is ready at ${address.url.href}`);
  if (setUpLink !== null)
    say(`Make the first account with this link, which works once: ${new URL(setUpLink, address.url).href}`);
  say("Stop it with Ctrl-C.");
  const failure = await Promise.race([server.ended, stop.asked, database.gaveUp]);
  if (stop.signal.aborted) return;
  const detail = "The server ended unexpectedly; the reason stands above.";
  throw failure ?? new AppError("unexpected", { detail });
}

interface ServingDatabase extends Pick<WatchedDatabase, "url" | "gaveUp"> {
  /** The same without a pooler, for what lasts longer than a transaction. */
  readonly directUrl: string;
}

async function ownDatabase(
  claim: ClaimedFolder,
  atEnd: (cleanUp: CleanUp) => void,
): Promise<ServingDatabase> {
  const database = await startEmbeddedDatabase(claim, say);
  atEnd(database.close);
  return { ...database, directUrl: database.url };
}

/** Somebody else looks after it. */
function given({ databaseUrl: url, databaseDirectUrl }: Env): ServingDatabase {
  if (url === null) throw new RangeError("a start without a claim has a DATABASE_URL");
  return { url, directUrl: databaseDirectUrl ?? url, gaveUp: new Promise(() => undefined) };
}
