import { createHash } from "node:crypto";
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  renamePeople,
  type ArchiveLine,
  type People,
  type PersonRef,
} from "@/lib/core/exchange/archive-line";
import type { ProjectId } from "@/lib/core/ids";
import { allPeople, modeIn, storedLines, type Person, type StoredLine } from "@/lib/db/archive-reader";
import type { Database } from "@/lib/db/client";
import { readSnapshot } from "@/lib/db/snapshot";
import { joinedBytes } from "./joined-bytes";

/** The archive form of a project: everything that happened in it, in lines that come out the same each time. */
export function archiveBytes(db: Database, projectId: ProjectId, people: People): AsyncGenerator<Uint8Array> {
  return joinedBytes(
    readSnapshot(db, async function* (snapshot) {
      const mode = await modeIn(snapshot, projectId);
      const known = people === "addresses" ? await allPeople(snapshot) : new Map<string, Person>();
      const hash = createHash("sha256");
      let rows = 0;
      const write = (line: ArchiveLine): string => {
        const written = `${JSON.stringify(line)}\n`;
        hash.update(written);
        rows += 1;
        return written;
      };
      yield write({
        type: "archive",
        format: ARCHIVE_FORMAT,
        version: ARCHIVE_VERSION,
        offset_unit: "codepoint",
        mode,
        people,
      });
      const refs = new Map<string, PersonRef>();
      for await (const stored of storedLines(snapshot, projectId)) {
        for (const person of peopleIn(stored)) {
          if (refs.has(person)) continue;
          const ref = `u${refs.size + 1}`;
          refs.set(person, ref);
          yield write({
            type: "user",
            ref,
            name: known.get(person)?.name ?? null,
            email: known.get(person)?.email ?? null,
          });
        }
        yield write(withRefs(stored, refs));
      }
      const sha256 = hash.digest("hex");
      yield `${JSON.stringify({ type: "end", rows, sha256 } satisfies ArchiveLine)}\n`;
    }),
  );
}

function peopleIn(line: StoredLine): readonly string[] {
  switch (line.type) {
    case "schema":
    case "guideline":
    case "document":
      return line.created_by === null ? [] : [line.created_by];
    case "set":
      return line.annotator === null ? [] : [line.annotator];
    case "operation": {
      const named = new Set<string>();
      if (line.actor !== null) named.add(line.actor);
      if (line.change !== null) {
        renamePeople(line.change, (person) => {
          named.add(person);
          return person;
        });
      }
      return [...named];
    }
  }
}

function withRefs(line: StoredLine, refs: ReadonlyMap<string, PersonRef>): ArchiveLine {
  const refOf = (person: string): PersonRef => {
    const ref = refs.get(person);
    if (ref === undefined) throw new RangeError(`${person} has no line`);
    return ref;
  };
  const maybe = (person: string | null): PersonRef | null => (person === null ? null : refOf(person));
  switch (line.type) {
    case "schema":
    case "guideline":
    case "document":
      return { ...line, created_by: maybe(line.created_by) };
    case "set":
      return { ...line, annotator: maybe(line.annotator) };
    case "operation":
      return { ...line, actor: maybe(line.actor), change: line.change && renamePeople(line.change, refOf) };
  }
}
