import { v7 } from "uuid";
import type { DocumentKey } from "@/lib/core/live/document-key";
import type { Presence } from "@/lib/core/live/presence";
import type { Database } from "@/lib/db/client";
import { database } from "../database";
import { onDrain } from "../drain";
import { serverEnv } from "../env";
import { logTrouble } from "../log";
import { Announcer } from "./announcer";
import { Hub } from "./hub";
import { Listener } from "./listener";
import type { Heard } from "./message";

/** What this process does for people who follow documents. */
export interface Live {
  readonly hub: Hub;
  readonly announce: (changed: DocumentKey) => void;
  readonly show: (presence: Presence) => void;
  /** Hears the other processes from now on. */
  readonly startListening: () => void;
  /** Null before anybody has followed anything here. */
  readonly isHearing: () => boolean | null;
  readonly close: () => void;
}

// Next gives pages, routes and instrumentation module instances of their own; the process has one hub all the same.
const held = globalThis as typeof globalThis & { triptychLive?: Live };

export function live(): Live {
  return (held.triptychLive ??= openLive({ database, directUrl: () => serverEnv().databaseDirectUrl }));
}

/** Ends every stream; the next `live()` begins anew. */
export function closeLive(): void {
  held.triptychLive?.close();
  delete held.triptychLive;
}

export interface LiveOptions {
  readonly database: () => Database;
  /** Where to listen. */
  readonly directUrl: () => string;
}

/** One for each process; tests have several. */
export function openLive({ database: db, directUrl }: LiveOptions): Live {
  const process = v7();
  let listener: Listener | null = null;
  const hub = new Hub({
    database: db,
    isHearing: () => listener?.isAlive ?? false,
    onTrouble: (error) => logTrouble("looking for news", error),
  });
  const announcer = new Announcer(db, process);
  const close = () => {
    withdraw();
    listener?.stop();
    listener = null;
    hub.close();
  };
  const withdraw = onDrain(close);
  return {
    hub,
    announce: (changed) => {
      hub.lookAt(changed);
      announcer.announce(changed);
    },
    show: (presence) => {
      hub.show(presence);
      announcer.show(presence);
    },
    startListening: () => {
      listener ??= new Listener({
        url: directUrl(),
        database: db,
        process,
        onHeard: ({ message }) => hear(hub, message),
        onAlive: () => hub.lookAtAll(),
      });
    },
    isHearing: () => listener?.isAlive ?? null,
    close,
  };
}

function hear(hub: Hub, message: Heard["message"]): void {
  switch (message.kind) {
    case "changed":
      for (const document of message.documents) hub.lookAt(document);
      return;
    case "presence":
      for (const presence of message.people) hub.show(presence);
      return;
    case "probe":
      return;
  }
}
