import { describe, expect, it } from "vitest";
import { refuseAction } from "./refuse-action";

const own = new URL("http://localhost:3000");
const page = {
  "next-action": "00",
  cookie: "a=b",
  origin: "http://localhost:3000",
  "content-type": "text/plain;charset=UTF-8",
};

const asked = (headers: Readonly<Record<string, string>>, body = "[]") =>
  refuseAction(new Request("http://localhost:3000/settings", { method: "POST", headers, body }), own);

async function answered(headers: Readonly<Record<string, string>>, body?: string) {
  const response = await asked(headers, body);
  return [response?.status, ((await response?.json()) as { code: string } | undefined)?.code];
}

describe("refuseAction", () => {
  it("lets pass what our own forms send, and everything that is no action", async () => {
    const bodies = [
      '[{"name":"Ana","scopes":[],"days":30,"note":"$undefined","price":"$$5"}]',
      "[null,true,1.5]",
    ];
    for (const body of bodies) expect(await asked(page, body)).toBeNull();
    expect(await asked({ origin: "https://evil.example" })).toBeNull();
  });

  it("answers 403 to other sites", async () => {
    for (const more of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ])
      expect(await answered({ ...page, ...more })).toEqual([403, "bad_origin"]);
  });

  it("answers 413 to what is too large, announced or not", async () => {
    expect(await answered({ ...page, "content-length": "2000000" })).toEqual([413, "too_large"]);
    expect(await answered(page, `["${"x".repeat(1024 * 1024)}"]`)).toEqual([413, "too_large"]);
  });

  it.each([
    "",
    "garbage",
    '"x"',
    "{}",
    '["$1"]',
    '["$F1"]',
    '[{"a":["$K1"]}]',
    '["$ACTION"]',
    '["$0:then"]',
    '["$Bx"]',
  ])("answers 400 to arguments that are no plain values: %s", async (body) => {
    expect(await answered(page, body)).toEqual([400, "malformed_json"]);
  });

  it("answers 415 to forms in parts, which none of ours is", async () => {
    const type = { "content-type": "multipart/form-data; boundary=x" };
    expect(await answered({ ...page, ...type }, "--x--")).toEqual([415, "unsupported_type"]);
  });

  it("answers 422 to a hundred thousand brackets and to a reserved key", async () => {
    expect(await answered(page, "[".repeat(100_000))).toEqual([422, "too_deep"]);
    expect(await answered(page, '[{"__proto__":{}}]')).toEqual([422, "forbidden_key"]);
  });
});
