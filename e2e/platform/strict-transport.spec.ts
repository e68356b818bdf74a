import { expect, test } from "@playwright/test";
import { startApp } from "../fixtures/app-server";
import { ask } from "../fixtures/raw-request";
import { EVERYWHERE } from "../fixtures/security-headers";

test("where people come by https, every answer tells browsers to come by nothing else for a year", async () => {
  const app = await startApp({ variables: { NEXTAUTH_URL: "https://triptych.example.org" } });
  try {
    const { body } = await ask(app.url, "/sign-in");
    const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(body)?.[1] ?? "no script";
    for (const path of ["/sign-in", "/projects", "/nowhere", "/api/v1/me", "/healthz", "/icon.svg", script]) {
      const { headers } = await ask(app.url, path);
      expect({ path, ...headers }).toMatchObject({
        path,
        ...EVERYWHERE,
        "strict-transport-security": "max-age=31536000; includeSubDomains",
      });
    }
  } finally {
    await app.stop();
  }
});
