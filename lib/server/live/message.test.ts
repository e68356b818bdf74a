import { describe, expect, it } from "vitest";
import { idOf } from "@/lib/testing/annotation-builders";
import { MOST_IN_MESSAGE, readMessage, writeMessage, type Heard } from "./message";

const place = {
  set: idOf<"set">(3),
  at: 2 ** 31 - 1,
  selected: { start: 2 ** 31 - 2, end: 2 ** 31 - 1 },
};
const presence = {
  projectId: idOf<"project">(1),
  documentId: idOf<"document">(2),
  userId: idOf<"user">(4),
  clientId: "x".repeat(64),
  place,
};
const full: Heard = {
  from: idOf(5),
  message: { kind: "presence", people: Array<typeof presence>(MOST_IN_MESSAGE).fill(presence) },
};

describe("a message between processes", () => {
  it("is read as it was written, and fits even when full", () => {
    const payload = writeMessage(full);
    expect(payload.length).toBeLessThan(8000);
    expect(readMessage(payload)).toEqual(full);
  });

  it.each([
    "",
    "{",
    "null",
    "{}",
    '{"from":"x","message":{"kind":"other"}}',
    '{"from":"x","message":{"kind":"changed","documents":[{}]}}',
  ])("is ignored where it is not ours: %j", (payload) => {
    expect(readMessage(payload)).toBeNull();
  });
});
