import { describe, expect, it } from "vitest";
import { agreementVectors, expectWithin } from "@/lib/testing/agreement-vectors";
import { CODING_VECTORS } from "@/lib/testing/coding-vectors";
import { SPAN_VECTORS } from "@/lib/testing/span-vectors";
import { UNITIZING_VECTORS } from "@/lib/testing/unitizing-vectors";

/** What of the vectors is no agreement: networks, and tag sequences of exports. */
const ELSEWHERE = ["network.", "tags."];

const COMPUTED = { ...CODING_VECTORS, ...SPAN_VECTORS, ...UNITIZING_VECTORS };
type Metric = keyof typeof COMPUTED;

const vectors = agreementVectors().filter(
  ({ metric }) => !ELSEWHERE.some((prefix) => metric.startsWith(prefix)),
);

describe("the test vectors", () => {
  it("have a reading of every metric that is not elsewhere", () => {
    expect(new Set(vectors.map(({ metric }) => metric))).toEqual(new Set(Object.keys(COMPUTED)));
  });

  it.each(vectors.map((vector) => [vector.id, vector] as const))("%s", (_, vector) => {
    const actual = COMPUTED[vector.metric as Metric](vector.input as never, (vector.params ?? {}) as never);
    expectWithin(actual, vector.expected, vector.tolerance);
    if (vector.published !== undefined)
      expectWithin(actual, vector.published, vector.published_tolerance ?? 0);
  });
});
