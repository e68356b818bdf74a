import { describe, expect, it } from "vitest";
import { refuseAction } from "./refuse-action";

const own = new URL("http://localhost:3000");

const asked = (headers: Readonly<Record<string, string>>) =>
  refuseAction(new Request("http://localhost:3000/settings", { method: "POST", headers }), own);

const page = { "next-action": "00", cookie: "a=b", origin: "http://localhost:3000" };

describe("refuseAction", () => {
  it("lets our own pages' actions pass, and everything that is no action", () => {
    expect(asked(page)).toBeNull();
    expect(asked({ origin: "https://evil.example" })).toBeNull();
  });

  it("answers 403 to other sites and 413 to what is too large", async () => {
    for (const more of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const response = asked({ ...page, ...more });
      expect([response?.status, await response?.json()]).toEqual([
        403,
        expect.objectContaining({ code: "bad_origin" }),
      ]);
    }
    expect(asked({ ...page, "content-length": "2000000" })?.status).toBe(413);
  });
});
