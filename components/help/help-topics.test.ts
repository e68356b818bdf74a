import { describe, expect, it } from "vitest";
import { findTopics, HELP_TOPICS } from "./help-topics";

const found = (query: string) => findTopics(query).map(({ id }) => id);

describe("findTopics", () => {
  it("finds a topic by a word that is not in its title", () => {
    expect(found("emoji")).toEqual(["export"]);
    expect(found("curl")).toEqual(["api"]);
  });

  it("finds by the beginnings of words, all of which must be there", () => {
    expect(found("keyb short")).toEqual(["shortcuts"]);
    expect(found("keyb export")).toEqual([]);
  });

  it("shows everything while nothing is asked", () => {
    expect(found("  ")).toHaveLength(HELP_TOPICS.length);
  });
});
