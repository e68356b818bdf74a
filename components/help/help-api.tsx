import { TextLink } from "@/components/ui/text-link";
import { HelpSection } from "./help-section";

const CURL = (origin: string) => `export TRIPTYCH_TOKEN=trp_…
curl -H "Authorization: Bearer $TRIPTYCH_TOKEN" ${origin}/api/v1/projects`;

const ADD = (
  origin: string,
) => `curl -H "Authorization: Bearer $TRIPTYCH_TOKEN" -H "Content-Type: application/json" \\
  -d '{"externalId":"afp-77","text":"Mayor Ruiz backs a car ban.","meta":{"source":"AFP"}}' \\
  ${origin}/api/v1/projects/PROJECT/documents`;

const ROUTES: readonly (readonly [route: string, does: string])[] = [
  ["GET, PUT /me/keyboard", "the keys you have given to commands"],
  ["GET, POST /projects", "your projects; a new one"],
  ["GET, PATCH, DELETE /projects/{p}", "one project; rename it; move it to the trash"],
  ["GET, PUT /projects/{p}/schema", "the schema; a new version of it, with If-Match"],
  ["GET, PUT /projects/{p}/guideline", "the guideline; a new version of it, with If-Match"],
  ["GET, POST /projects/{p}/documents", "a page of documents (limit, cursor, q, state); a new one"],
  ["GET, PATCH, DELETE …/documents/{d}", "one document with its text; its metadata; to the trash"],
  ["POST /projects/{p}/imports", "a file: format, onDuplicate, strict; answers with a report"],
  ["GET, POST …/documents/{d}/sets", "the sets you may see; open your own"],
  ["GET /projects/{p}/sets/{s}", "a set with its annotations and relations"],
  [
    "POST /projects/{p}/sets/{s}/operations",
    "changes, up to 10,000 at once; safe to send again with the same ids",
  ],
  [
    "GET …/documents/{d}/events",
    "server-sent events: what happens in the sets you may see, from Last-Event-ID or after on",
  ],
  [
    "GET /projects/{p}/export",
    "training data, another tool’s format, or archive: format, sets, state, include",
  ],
  ["GET …/export/report", "what an export with this query cannot hold, counted; as=csv: every loss"],
];

/** `origin`: the address of this installation. */
export function HelpApi({ origin }: { readonly origin: string }) {
  return (
    <HelpSection id="api">
      <p>
        Whatever these pages do, a program can do. Make a token under{" "}
        <TextLink href="/settings/tokens">API tokens</TextLink>; it is shown once, and never allows more than
        you may.
      </p>
      <pre tabIndex={0}>
        <code>{CURL(origin)}</code>
      </pre>
      <pre tabIndex={0}>
        <code>{ADD(origin)}</code>
      </pre>
      <p>Below /api/v1:</p>
      <dl className="font-sans text-base sm:grid sm:grid-cols-[auto_1fr] sm:gap-x-5">
        {ROUTES.map(([route, does]) => (
          <div
            key={route}
            className="border-t border-line py-1.5 last:border-b sm:col-span-2 sm:grid sm:grid-cols-subgrid"
          >
            <dt>
              <code>{route}</code>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <ul>
        <li>
          Lists answer <code>{"{items, nextCursor, total}"}</code>; send <code>nextCursor</code> back as{" "}
          <code>cursor</code> for the next page. Totals are counted up to 10,000.
        </li>
        <li>
          Errors are problem JSON (RFC 9457): <code>code</code> for programs, <code>detail</code> for people,{" "}
          <code>errors</code> with a path for each field, <code>requestId</code> for your administrator.
        </li>
        <li>
          404 is also the answer for what you may not know of; 412 means that somebody changed it first: read
          it again; 429 and 503 come with <code>Retry-After</code>.
        </li>
        <li>A text may have 10 MiB in UTF-8, a line of an import 16 MiB, a JSON body 64 MiB.</li>
      </ul>
    </HelpSection>
  );
}
