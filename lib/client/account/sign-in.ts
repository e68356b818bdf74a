import { Problem } from "@/lib/contracts/problem";

export type SignInAnswer = { readonly ok: true } | { readonly ok: false; readonly message: string };

const UNREACHABLE = "Triptych cannot be reached. Check your connection, then try again.";
const WRONG = "E-mail address and password do not belong together. Check both, then try again.";

/** Begins a session in this browser. Never throws. */
export async function signIn(email: string, password: string): Promise<SignInAnswer> {
  try {
    const response = await post("callback/credentials", { email, password });
    if (response.ok) return { ok: true };
    return { ok: false, message: response.status === 401 ? WRONG : await messageOf(response) };
  } catch {
    return { ok: false, message: UNREACHABLE };
  }
}

export type ProviderAnswer =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly message: string };

/** The provider's page to sign in at. @param next where to land afterwards, a path of ours */
export async function providerPage(next: string): Promise<ProviderAnswer> {
  try {
    const response = await post("signin/oidc", { callbackUrl: next });
    if (!response.ok) return { ok: false, message: await messageOf(response) };
    const { url } = (await response.json()) as { readonly url: string };
    return { ok: true, url };
  } catch {
    return { ok: false, message: UNREACHABLE };
  }
}

/** As a form of next-auth's own: with its token against forgery. */
async function post(step: string, form: Readonly<Record<string, string>>): Promise<Response> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { readonly csrfToken: string };
  return fetch(`/api/auth/${step}`, {
    method: "POST",
    body: new URLSearchParams({ ...form, csrfToken, json: "true" }),
  });
}

async function messageOf(response: Response): Promise<string> {
  const { data } = Problem.safeParse(await response.json());
  return data?.detail ?? "Signing in did not work. Try again.";
}
