import { describe, expect, it } from "vitest";
import { aSource } from "@/lib/testing/training-sources";
import { FilePaths, folderLoss } from "./file-paths";

function source(externalId: string | null, annotator: string | null, id = "d-1") {
  const { document, set, ...rest } = aSource("Text");
  return { ...rest, document: { ...document, id, externalId }, set: set && { ...set, annotator } };
}

describe("FilePaths", () => {
  it("names a file like the document, in a folder for its annotator or kind", () => {
    const paths = new FilePaths();
    expect(paths.pathOf(source("afp-77", "Ana"))).toBe("Ana/afp-77");
    expect(paths.pathOf(source("afp-77", null))).toBe("annotator/afp-77");
  });

  it("keeps two people of one name apart, also where letters of both cases are one", () => {
    const paths = new FilePaths();
    expect(["Ana", "ana", "Ana"].map((name) => paths.pathOf(source("x", name)))).toEqual([
      "Ana/x",
      "ana (2)/x",
      "Ana (3)/x",
    ]);
    expect(paths.pathOf(source("y", "Ana", "d-2"))).toBe("Ana/y");
  });

  it.each(["../etc/passwd", "a/b", "..", "C:\\x", "nul\0", "", null])(
    "does not take %j for a file's name",
    (externalId) => {
      expect(new FilePaths().pathOf(source(externalId, "../Ana"))).toBe("_Ana/d-1");
    },
  );
});

describe("folderLoss", () => {
  it("reports a name that no folder has exactly", () => {
    const lossOf = (annotator: string | null) => {
      const one = source("afp-77", annotator);
      return folderLoss(one, new FilePaths().pathOf(one)).map(({ kind, reason }) => [kind, reason]);
    };
    expect(["Ana", "ana@example.org", null].flatMap(lossOf)).toEqual([]);
    expect(lossOf("Ana/Ben")).toEqual([["annotator", "Ana/Ben"]]);
  });
});
